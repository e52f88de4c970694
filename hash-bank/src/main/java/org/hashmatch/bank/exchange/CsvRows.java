package org.hashmatch.bank.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV with a header. */
final class CsvRows {

  /** Understands the rows under a header. */
  @FunctionalInterface
  interface Format {

    /**
     * Reads a row.
     *
     * @param row its fields
     * @param draft for its parts
     * @return what it says
     * @throws RowFault if it cannot be used
     */
    ListItem row(Row row, Draft draft) throws RowFault;
  }

  /** Looks at the header before any row. */
  @FunctionalInterface
  interface HeaderCheck {

    /**
     * Checks it.
     *
     * @param columns the column of each name, in lower case
     * @throws ListException if it is not the format's
     */
    void check(Map<String, Integer> columns) throws ListException;
  }

  /** One row. */
  static final class Row {

    private final Map<String, Integer> columns;
    private final CsvRecord fields;

    Row(Map<String, Integer> columns, CsvRecord fields) {
      this.columns = columns;
      this.fields = fields;
    }

    boolean has(String column) {
      return columns.containsKey(column.toLowerCase(Locale.ROOT));
    }

    /** The text under a name; empty if there is no such column, or the row ends before it. */
    String text(String column) throws RowFault {
      return whole(column).strip();
    }

    /** The same with the blanks and line ends around it. */
    String whole(String column) throws RowFault {
      @Nullable Integer index = columns.get(column.toLowerCase(Locale.ROOT));
      if (index == null || index >= fields.getFieldCount()) {
        return "";
      }
      String text = fields.getField(index);
      // What the decoder puts in place of bytes that are not UTF-8.
      if (text.indexOf('\ufffd') >= 0) {
        throw RowFault.invalid(column, "is not UTF-8");
      }
      return text;
    }
  }

  private final char separator;
  private final boolean shortRows;
  private final HeaderCheck check;
  private final Format format;

  CsvRows(char separator, boolean shortRows, HeaderCheck check, Format format) {
    this.separator = separator;
    this.shortRows = shortRows;
    this.check = check;
    this.format = format;
  }

  /** Wrong columns in a header, said once for the formats whose header is fixed. */
  static HeaderCheck requiring(List<String> names) {
    return columns -> {
      for (String name : names) {
        if (!columns.containsKey(name.toLowerCase(Locale.ROOT))) {
          throw new ListException(
              "this is not a list of the format: its header has no column \"" + name + "\"");
        }
      }
    };
  }

  void read(InputStream in, RowSink sink) throws IOException {
    long line = 1;
    // The parser's own messages are not passed on: what they quote may be a hash.
    try {
      Iterator<CsvRecord> records = open(in).iterator();
      if (!records.hasNext()) {
        throw new ListException("the list is empty: not even a header");
      }
      Map<String, Integer> columns = columns(records.next());
      check.check(columns);
      while (records.hasNext()) {
        CsvRecord fields = records.next();
        line = fields.getStartingLineNumber();
        take(new Row(columns, fields), columns.size(), sink);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (CsvParseException e) {
      if (e.getCause() instanceof IOException broken) {
        throw broken;
      }
      throw new ListException(
          "after line " + line + " this is no CSV: a quote is broken, or a field is too long");
    }
  }

  private CsvReader<CsvRecord> open(InputStream in) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(true)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        // Where rows end is not known behind a broken quote: such a list is refused whole.
        .allowUnclosedQuote(false)
        .detectBomHeader(true)
        .ofCsvRecord(in);
  }

  private static Map<String, Integer> columns(CsvRecord header) throws ListException {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < header.getFieldCount(); i++) {
      String name = header.getField(i).strip().toLowerCase(Locale.ROOT);
      if (columns.put(name, i) != null && !name.isEmpty()) {
        throw new ListException("the header has a column twice, the second as column " + (i + 1));
      }
    }
    return columns;
  }

  private void take(Row row, int columns, RowSink sink) throws IOException {
    int fields = row.fields.getFieldCount();
    long line = row.fields.getStartingLineNumber();
    if (fields > columns || (fields < columns && !shortRows)) {
      sink.refuse(
          line,
          RowFault.invalid(
              "", "must have " + columns + " fields as the header (got " + fields + ")"));
    } else {
      sink.take(line, "line", draft -> format.row(row, draft));
    }
  }
}
