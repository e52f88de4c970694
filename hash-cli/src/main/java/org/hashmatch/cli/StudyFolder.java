package org.hashmatch.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hashmatch.eval.report.ReportPage;
import org.hashmatch.eval.report.Thumbnail;
import org.hashmatch.eval.study.PictureReader;
import org.hashmatch.eval.study.StudyPlan;
import org.hashmatch.eval.study.StudyTable;

/**
 * Where a study is written: {@code work} while it runs, for going on after a stop; then the tables,
 * the manifest and the page.
 *
 * @param path the folder
 */
record StudyFolder(Path path) {

  private static final String WORK = "work";

  /** Makes the folder; refuses one with a whole study or with other things in it. */
  static StudyFolder open(Path path) throws IOException {
    Files.createDirectories(path);
    if (Files.exists(path.resolve(StudyManifest.FILE))) {
      throw new IOException(
          path + ": a finished study is in it; give another folder, or remove it");
    }
    StudyFolder folder = new StudyFolder(path);
    try (DirectoryStream<Path> there = Files.newDirectoryStream(path)) {
      if (!Files.exists(folder.work()) && there.iterator().hasNext()) {
        throw new IOException(path + ": is not empty, and no study is in it");
      }
    }
    Files.createDirectories(folder.work());
    return folder;
  }

  Path work() {
    return path.resolve(WORK);
  }

  /** Writes everything, the manifest last: a folder with one is whole. */
  void write(StudyPlan plan, PictureReader reader, List<StudyTable> tables, List<Thumbnail> sheet)
      throws IOException {
    List<Path> written = new ArrayList<>();
    for (StudyTable table : tables) {
      written.add(table.writeTo(path));
    }
    StudyManifest manifest = new StudyManifest(plan, reader, tables);
    String page = ReportPage.of(tables, manifest.reportFacts(), sheet).toHtml();
    Files.writeString(path.resolve("report.html"), page);
    manifest.writeTo(path, written);
    forgetWork();
  }

  private void forgetWork() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(work())) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.delete(work());
  }
}
