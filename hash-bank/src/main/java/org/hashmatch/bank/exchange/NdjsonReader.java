package org.hashmatch.bank.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads our own lists: a header, then one object a line, then how many there were. */
final class NdjsonReader implements ListReader {

  static final String MAGIC = "hashmatch";
  static final int VERSION = 1;
  private static final int MOST_BYTES = 16 << 20;

  private final ListOptions options;

  NdjsonReader(ListOptions options) {
    this.options = options;
  }

  @Override
  public void read(InputStream in, ListSink sink) throws IOException {
    Reading reading = new Reading(new RowSink(options, sink));
    Lines.readAll(in, MOST_BYTES, reading);
    reading.end();
  }

  /** Where the reading of one list is. */
  private static final class Reading implements Lines.Visitor {

    private final RowSink sink;
    private boolean begun;
    private boolean endPromised;
    private boolean ended;
    private long rows;

    Reading(RowSink sink) {
      this.sink = sink;
    }

    @Override
    public void line(long number, String text, boolean lineEnded) throws IOException {
      JsonRow row;
      try {
        row = parsed(text, lineEnded, number);
        row.check();
      } catch (RowFault fault) {
        unreadable(number, fault);
        return;
      }
      if (!begun) {
        header(row);
      } else {
        afterHeader(number, row);
      }
    }

    private void afterHeader(long number, JsonRow row) throws IOException {
      checkNotEnded(number);
      if (row.has("end")) {
        trailer(row);
      } else {
        rows++;
        sink.take(number, "line", draft -> NdjsonRow.read(row, draft));
      }
    }

    @Override
    public void unreadable(long number, RowFault fault) throws IOException {
      if (!begun) {
        throw noHeader();
      }
      checkNotEnded(number);
      rows++;
      sink.refuse(number, fault);
    }

    private void header(JsonRow row) throws ListException {
      @Nullable RowFault fault = null;
      long version = 0;
      try {
        version = row.text(MAGIC).equals("list") ? row.whole("v", 0) : 0;
        endPromised = row.flag("end");
      } catch (RowFault wrongType) {
        fault = wrongType;
      }
      if (fault != null || version < 1) {
        throw noHeader();
      }
      if (version > VERSION) {
        throw new ListException(
            "the list is of version " + version + "; this program reads up to " + VERSION);
      }
      begun = true;
    }

    private static ListException noHeader() {
      return new ListException(
          "line 1 must be the header {\"hashmatch\":\"list\",\"v\":1}: this is no Hashmatch list");
    }

    private void trailer(JsonRow row) throws ListException {
      long promised = -1;
      try {
        promised = row.whole("end", -1);
      } catch (RowFault fault) {
        throw new ListException("the last line, end: " + fault.getMessage());
      }
      if (promised != rows) {
        throw new ListException("the list says that it has " + promised + " rows, and has " + rows);
      }
      ended = true;
    }

    private void checkNotEnded(long number) throws ListException {
      if (ended) {
        throw new ListException("line " + number + ": something follows the last line");
      }
    }

    void end() throws ListException {
      if (!begun) {
        throw noHeader();
      }
      if (endPromised && !ended) {
        throw new ListException(
            "the list ends before its end: its header promises a last line with \"end\"");
      }
    }
  }

  /** One line; a last line that is cut is the end of a list that is cut. */
  private static JsonRow parsed(String text, boolean lineEnded, long number)
      throws IOException, RowFault {
    try (JsonParser in = Json.parser(text)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw RowFault.invalid("", "must be an object");
      }
      JsonRow row = Json.row(in, NdjsonRow.FIELDS::contains, Integer.MAX_VALUE);
      if (in.nextToken() != null) {
        throw RowFault.invalid("", "must be one object");
      }
      return row;
    } catch (JsonEOFException e) {
      if (!lineEnded) {
        throw new ListException(
            "the list ends in the middle of line "
                + number
                + ", column "
                + e.getLocation().getColumnNr());
      }
      throw RowFault.invalid("", "is not JSON");
    } catch (JsonProcessingException e) {
      throw RowFault.invalid("", "is not JSON, column " + e.getLocation().getColumnNr());
    }
  }
}
