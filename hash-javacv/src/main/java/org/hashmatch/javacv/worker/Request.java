package org.hashmatch.javacv.worker;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * A picture on its way to a worker: a head of 16 bytes, then the file.
 *
 * <pre>
 * int magic "HMQ1", int sequence, int toMatch (0 or 1), int length, byte file[length]
 * </pre>
 *
 * @param sequence what its reply must repeat
 * @param toMatch whether all views are wanted, for looking up
 * @param file the whole file
 */
@SuppressWarnings("ArrayRecordComponent") // the caller's array on its way, never compared
record Request(int sequence, boolean toMatch, byte[] file) {

  private static final int MAGIC = 0x484d5131;

  /**
   * What Java copies on its stack. Larger pieces it copies to memory of their own, and both ends of
   * the pipe wait for each other: measured at 400 KB, three times slower at 64 KiB.
   */
  private static final int PIECE_BYTES = 8192;

  private static final int HEAD_BYTES = 4 * Integer.BYTES;

  void writeTo(OutputStream out) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES);
    head.putInt(MAGIC).putInt(sequence).putInt(toMatch ? 1 : 0).putInt(file.length);
    out.write(head.array());
    for (int at = 0; at < file.length; at += PIECE_BYTES) {
      out.write(file, at, Math.min(PIECE_BYTES, file.length - at));
    }
    out.flush();
  }

  /**
   * Reads the next one.
   *
   * @throws IOException if the parent closed the stream, or says something else
   */
  static Request readFrom(DataInputStream in, long maxBytes) throws IOException {
    ByteBuffer head = ByteBuffer.wrap(new byte[HEAD_BYTES]);
    in.readFully(head.array());
    int magic = head.getInt();
    int sequence = head.getInt();
    int toMatch = head.getInt();
    int length = head.getInt();
    if (magic != MAGIC || length < 0 || length > maxBytes) {
      throw new IOException("not a request");
    }
    byte[] file = new byte[length];
    for (int at = 0; at < length; at += PIECE_BYTES) {
      in.readFully(file, at, Math.min(PIECE_BYTES, length - at));
    }
    return new Request(sequence, toMatch == 1, file);
  }
}
