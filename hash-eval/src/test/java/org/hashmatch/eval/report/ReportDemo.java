package org.hashmatch.eval.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a page of made-up figures to the file named, to be looked at. */
final class ReportDemo {

  private ReportDemo() {}

  /** Takes the file and, if given, the number of hashers. */
  public static void main(String[] arguments) throws IOException {
    int hashers = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 8;
    SyntheticStudy study = new SyntheticStudy(hashers);
    ReportPage page = ReportPage.of(study.tables(), SyntheticStudy.facts(), study.sheet(2000));
    Files.writeString(Path.of(arguments[0]), page.toHtml());
  }
}
