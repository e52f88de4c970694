package org.hashmatch.bank.exchange;

import java.io.IOException;
import java.io.InputStream;

/** Reads the pages of one JSON format, whose rows a {@link Format} understands. */
final class JsonRowsReader implements ListReader {

  /** What makes one format of JSON pages differ from another. */
  interface Format {

    /**
     * How its pages look.
     *
     * @return the shape
     */
    JsonPages.Shape shape();

    /**
     * Reads a row.
     *
     * @param row its members
     * @param draft for its parts
     * @return what it says
     * @throws RowFault if it cannot be used
     */
    ListItem row(JsonRow row, Draft draft) throws RowFault;

    /**
     * A page begins its rows.
     *
     * @param level 0, or 1 for an inner array
     * @param page the members that stood before
     * @throws ListException if rows cannot be read for what they mean
     */
    default void enter(int level, JsonRow page) throws ListException {}

    /**
     * A page is over.
     *
     * @param level as above
     * @param page all of its members
     * @throws ListException if rows were read for what they do not mean
     */
    default void leave(int level, JsonRow page) throws ListException {}
  }

  /** Makes a format anew for each list, for formats that remember a page. */
  @FunctionalInterface
  interface FormatMaker {

    /**
     * Makes one.
     *
     * @return the format, for one list
     */
    Format make();
  }

  private final FormatMaker maker;
  private final ListOptions options;

  JsonRowsReader(FormatMaker maker, ListOptions options) {
    this.maker = maker;
    this.options = options;
  }

  @Override
  public void read(InputStream in, ListSink sink) throws IOException {
    Format format = maker.make();
    JsonPages.read(in, format.shape(), new Rows(format, new RowSink(options, sink)));
  }

  private record Rows(Format format, RowSink sink) implements JsonPages.Visitor {

    @Override
    public void row(long number, JsonRow row) throws IOException {
      sink.take(number, "row", draft -> format.row(row, draft));
    }

    @Override
    public void unreadable(long number, RowFault fault) {
      sink.refuse(number, fault);
    }

    @Override
    public void enter(int level, JsonRow page) throws IOException {
      format.enter(level, page);
    }

    @Override
    public void leave(int level, JsonRow page) throws IOException {
      format.leave(level, page);
    }
  }
}
