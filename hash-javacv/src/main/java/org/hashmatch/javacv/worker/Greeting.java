package org.hashmatch.javacv.worker;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A worker's first words, before it has seen a picture: what it decodes with, and why it is not
 * OpenCV if it is not. 512 bytes: int magic "HMW1", then text filled up with zeros, two lines.
 *
 * @param decoder name of the decoder; {@link #NO_DECODER} if it cannot work at all
 * @param problem why OpenCV is not there; empty if it is
 */
record Greeting(String decoder, String problem) {

  static final int BYTES = 512;

  static final String NO_DECODER = "none";

  private static final int MAGIC = 0x484d5731;
  private static final int TEXT_BYTES = BYTES - Integer.BYTES;

  byte[] toBytes() {
    byte[] text = (decoder + "\n" + problem.replace('\n', ' ')).getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(BYTES)
        .putInt(MAGIC)
        .put(text, 0, Math.min(text.length, TEXT_BYTES))
        .array();
  }

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException if it is something else: another program, another version
   */
  static Greeting of(byte[] bytes) {
    ByteBuffer greeting = ByteBuffer.wrap(bytes);
    if (bytes.length != BYTES || greeting.getInt() != MAGIC) {
      throw new IllegalArgumentException("not a worker's greeting");
    }
    String text = new String(bytes, Integer.BYTES, TEXT_BYTES, StandardCharsets.US_ASCII);
    String[] lines = text.substring(0, (text + '\0').indexOf('\0')).split("\n", 2);
    return new Greeting(lines[0], lines.length > 1 ? lines[1] : "");
  }
}
