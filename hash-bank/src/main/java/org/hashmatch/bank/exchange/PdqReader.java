package org.hashmatch.bank.exchange;

import java.io.IOException;
import java.io.InputStream;

/** Reads a text of one hash a line, in the forms that PDQ's tools write. */
final class PdqReader implements ListReader {

  /** Reads a line. */
  @FunctionalInterface
  interface Format {

    /**
     * Reads it.
     *
     * @param line without its end
     * @param draft for its parts
     * @return what it says
     * @throws RowFault if it cannot be used
     */
    ListItem line(String line, Draft draft) throws RowFault;
  }

  /** More than any name takes; names alone are bounded by the bank's own rules. */
  static final int MOST_BYTES = 64 << 10;

  private final ListOptions options;
  private final boolean withHeader;
  private final Format format;

  /** A reader of lines, the first of which may be the header {@code FilePath,Hash}. */
  PdqReader(ListOptions options, boolean withHeader, Format format) {
    this.options = options;
    this.withHeader = withHeader;
    this.format = format;
  }

  @Override
  public void read(InputStream in, ListSink sink) throws IOException {
    Lines.readAll(in, MOST_BYTES, new Rows(new RowSink(options, sink)));
  }

  private final class Rows implements Lines.Visitor {

    private final RowSink sink;
    private Format current = format;

    Rows(RowSink sink) {
      this.sink = sink;
    }

    @Override
    public void line(long number, String text, boolean ended) throws IOException {
      if (withHeader && number == 1 && text.strip().equalsIgnoreCase("FilePath,Hash")) {
        current = PdqLine::pathAndHash;
        return;
      }
      sink.take(number, "line", draft -> current.line(text, draft));
    }

    @Override
    public void unreadable(long number, RowFault fault) {
      sink.refuse(number, fault);
    }
  }
}
