package org.hashmatch.bank.exchange;

import java.io.IOException;

/** The one way from a format's row to the {@link ListSink}, so that each row comes there once. */
final class RowSink {

  /** Reads one row. */
  @FunctionalInterface
  interface Row {

    /**
     * What the row says.
     *
     * @param draft for its parts
     * @return the item
     * @throws RowFault if it cannot be used
     */
    ListItem read(Draft draft) throws RowFault;
  }

  private final ListOptions options;
  private final ListSink sink;

  RowSink(ListOptions options, ListSink sink) {
    this.options = options;
    this.sink = sink;
  }

  void take(long line, String lineWord, Row row) throws IOException {
    Draft draft = new Draft(options, line, lineWord);
    ListItem item;
    try {
      item = row.read(draft);
    } catch (RowFault fault) {
      refuse(line, fault);
      return;
    }
    draft.unused().forEach(fault -> sink.partlyUnsupported(fault.at(line)));
    sink.item(item);
  }

  void refuse(long line, RowFault fault) {
    if (fault.isUnsupported()) {
      sink.unsupported(fault.at(line));
    } else {
      sink.invalid(fault.at(line));
    }
  }
}
