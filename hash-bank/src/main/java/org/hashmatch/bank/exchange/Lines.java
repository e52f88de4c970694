package org.hashmatch.bank.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The lines of a text in UTF-8, one after the other. A line that is too long or not UTF-8 is passed
 * over as a bad row; it is never held whole.
 */
final class Lines {

  /** Takes the lines. */
  interface Visitor {

    /**
     * Takes a line that is not blank.
     *
     * @param number from 1
     * @param text without its end
     * @param ended whether a line end follows: if not, the list may be cut here
     * @throws IOException to end the reading
     */
    void line(long number, String text, boolean ended) throws IOException;

    /**
     * Takes a line that cannot be read.
     *
     * @param number from 1
     * @param fault why
     * @throws IOException to end the reading
     */
    void unreadable(long number, RowFault fault) throws IOException;
  }

  private static final int CHUNK = 8192;

  private final InputStream in;
  private final int mostBytes;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private long number;
  private boolean tooLong;

  private Lines(InputStream in, int mostBytes) {
    this.in = in;
    this.mostBytes = mostBytes;
  }

  /** Reads to the end. */
  static void readAll(InputStream in, int mostBytes, Visitor visitor) throws IOException {
    new Lines(in, mostBytes).readAll(visitor);
  }

  private void readAll(Visitor visitor) throws IOException {
    byte[] chunk = new byte[CHUNK];
    for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
      take(chunk, count, visitor);
    }
    if (bytes.size() > 0) {
      end(visitor, false);
    }
  }

  private void take(byte[] chunk, int count, Visitor visitor) throws IOException {
    int begin = 0;
    for (int i = 0; i < count; i++) {
      if (chunk[i] == '\n') {
        append(chunk, begin, i);
        end(visitor, true);
        begin = i + 1;
      }
    }
    append(chunk, begin, count);
  }

  private void append(byte[] chunk, int begin, int end) {
    int room = mostBytes - bytes.size();
    bytes.write(chunk, begin, Math.min(end - begin, room));
    tooLong |= end - begin > room;
  }

  private void end(Visitor visitor, boolean ended) throws IOException {
    number++;
    if (tooLong) {
      visitor.unreadable(
          number, RowFault.invalid("", "a line must have at most " + mostBytes + " bytes"));
    } else {
      decoded(visitor, ended);
    }
    bytes.reset();
    tooLong = false;
  }

  private void decoded(Visitor visitor, boolean ended) throws IOException {
    String text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes.toByteArray()))
              .toString();
    } catch (CharacterCodingException e) {
      visitor.unreadable(number, RowFault.invalid("", "is not UTF-8"));
      return;
    }
    if (number == 1 && text.startsWith("\ufeff")) {
      text = text.substring(1);
    }
    if (text.endsWith("\r")) {
      text = text.substring(0, text.length() - 1);
    }
    if (!text.isBlank()) {
      visitor.line(number, text, ended);
    }
  }
}
