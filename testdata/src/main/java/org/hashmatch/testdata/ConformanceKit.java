package org.hashmatch.testdata;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * The conformance kit: plain pictures, and tables of the hashes that other projects' programs give
 * them. Its README says how to use it from another language; this reads it from the class path.
 */
public final class ConformanceKit {

  private ConformanceKit() {}

  /**
   * A line of a table.
   *
   * @param fields its fields by the names of their columns
   */
  public record Row(Map<String, String> fields) {

    /**
     * One field.
     *
     * @param column the name of its column, as {@code hash}
     * @return its text
     * @throws NoSuchElementException if there is no such column
     */
    public String of(String column) {
      String field = fields.get(column);
      if (field == null) {
        throw new NoSuchElementException("no column " + column);
      }
      return field;
    }
  }

  /**
   * A table's rows.
   *
   * @param table its file, as {@code imagehash.csv}
   * @return the rows, in the order of the file
   * @throws UncheckedIOException if there is no such table
   * @throws IllegalArgumentException if a row has not as many fields as the header
   */
  public static List<Row> rows(String table) {
    List<String> lines = new String(bytes(table), US_ASCII).lines().toList();
    List<String> columns = List.of(lines.get(0).split(",", -1));
    return lines.stream().skip(1).map(line -> row(table, columns, line)).toList();
  }

  private static Row row(String table, List<String> columns, String line) {
    List<String> fields = List.of(line.split(",", -1));
    if (fields.size() != columns.size()) {
      throw new IllegalArgumentException(
          "row of "
              + table
              + " must have "
              + columns.size()
              + " fields (got "
              + fields.size()
              + ")");
    }
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      row.put(columns.get(i), fields.get(i));
    }
    return new Row(row);
  }

  /**
   * A picture.
   *
   * @param file its name, as {@code wall-64x64.pgm}
   * @return its pixels
   * @throws UncheckedIOException if there is no such file
   * @throws IllegalArgumentException if it is not a whole binary PGM or PPM of 8 bits
   */
  public static PlainPicture picture(String file) {
    return PlainPicture.parse(bytes(file));
  }

  static byte[] bytes(String file) {
    try (InputStream in = ConformanceKit.class.getResourceAsStream("conformance/" + file)) {
      if (in == null) {
        throw new FileNotFoundException("no file " + file + " in the conformance kit");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
