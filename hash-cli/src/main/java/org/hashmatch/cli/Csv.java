package org.hashmatch.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.PrintWriter;

/**
 * CSV as every command prints it: commas, quotes where needed, Unix line ends, nothing held back.
 */
final class Csv {

  private Csv() {}

  static CsvWriter to(PrintWriter out) {
    return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).bufferSize(0).build(out);
  }
}
