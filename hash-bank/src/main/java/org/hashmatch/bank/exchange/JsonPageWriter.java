package org.hashmatch.bank.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.Change;

/** Writes one JSON page, row by row. */
final class JsonPageWriter implements RowWriter {

  /** Writes a format's rows. */
  interface Rows {

    /**
     * Writes the members of the page that stand before its rows.
     *
     * @param out inside the page
     * @throws IOException if it cannot be written
     */
    default void before(JsonGenerator out) throws IOException {}

    /**
     * Writes an entry's rows.
     *
     * @param entry the entry
     * @param out inside the array
     * @return how many
     * @throws IOException if it cannot be written
     */
    int known(BankEntry entry, JsonGenerator out) throws IOException;

    /**
     * Writes that an entry is gone.
     *
     * @param gone its tombstone
     * @param out inside the array
     * @return how many rows that made
     * @throws IOException if it cannot be written
     */
    int gone(Change.Gone gone, JsonGenerator out) throws IOException;

    /**
     * Writes the members of the page that stand behind its rows.
     *
     * @param rows how many rows there were
     * @param out inside the page
     * @throws IOException if it cannot be written
     */
    default void after(long rows, JsonGenerator out) throws IOException {}
  }

  private final JsonGenerator out;
  private final Rows rows;
  private long written;

  JsonPageWriter(OutputStream stream, String container, Rows rows) throws IOException {
    this.out = Json.generator(stream);
    this.rows = rows;
    out.writeStartObject();
    rows.before(out);
    out.writeArrayFieldStart(container);
  }

  @Override
  public int known(BankEntry entry) throws IOException {
    return counted(rows.known(entry, out));
  }

  @Override
  public int gone(Change.Gone gone) throws IOException {
    return counted(rows.gone(gone, out));
  }

  private int counted(int more) {
    written += more;
    return more;
  }

  @Override
  public void end() throws IOException {
    out.writeEndArray();
    rows.after(written, out);
    out.writeEndObject();
    out.writeRaw('\n');
    out.close();
  }
}
