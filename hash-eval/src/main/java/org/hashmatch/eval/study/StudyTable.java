package org.hashmatch.eval.study;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of a study's figures, a row for each observation: made to be read by other programs.
 *
 * @param name the file's name without its suffix
 * @param header the columns' names
 * @param rows as many cells each
 */
public record StudyTable(String name, List<String> header, List<List<String>> rows) {

  /**
   * Checks the rows.
   *
   * @param name as above
   * @param header as above
   * @param rows as above
   * @throws IllegalArgumentException if a row has other columns
   */
  public StudyTable {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
    for (List<String> row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException(
            "a row of " + name + " must have " + header.size() + " cells (got " + row.size() + ")");
      }
    }
  }

  /**
   * One cell.
   *
   * @param row one of {@link #rows()}
   * @param column the column's name
   * @return what it has
   * @throws IllegalArgumentException if there is no such column
   */
  public String cell(List<String> row, String column) {
    int place = header.indexOf(column);
    if (place < 0) {
      throw new IllegalArgumentException(
          name + " has columns " + header + " (got '" + column + "')");
    }
    return row.get(place);
  }

  /**
   * One table of several.
   *
   * @param tables some tables
   * @param name the table's name
   * @return the table
   * @throws IllegalArgumentException if there is none of that name
   */
  public static StudyTable named(List<StudyTable> tables, String name) {
    return tables.stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no table '" + name + "'"));
  }

  /**
   * Writes the table as CSV: UTF-8, commas, quotes where needed, lines that end with LF.
   *
   * @param folder where to
   * @return the file, {@code NAME.csv}
   * @throws IOException if it cannot be written
   */
  public Path writeTo(Path folder) throws IOException {
    Path file = folder.resolve(name + ".csv");
    try (CsvWriter csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.LF)
            .build(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
      csv.writeRecord(header);
      rows.forEach(csv::writeRecord);
    }
    return file;
  }

  /** Collects rows. */
  static final class Builder {

    private final String name;
    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    Builder(String name, String... header) {
      this.name = name;
      this.header = List.of(header);
    }

    void add(Object... cells) {
      List<String> row = new ArrayList<>();
      for (Object cell : cells) {
        row.add(cell instanceof Double figure ? Decimals.share(figure) : String.valueOf(cell));
      }
      rows.add(row);
    }

    StudyTable build() {
      return new StudyTable(name, header, rows);
    }
  }
}
