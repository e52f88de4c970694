package org.hashmatch.javacv.worker;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Benign pictures that cost much to decode: grey areas, in few bytes. */
final class HostilePictures {

  private HostilePictures() {}

  /** A progressive JPEG of empty scans, each a pass over all its blocks. */
  static byte[] manyScans(int width, int height, int scans) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    put(file, 0xff, 0xd8);
    put(file, 0xff, 0xdb, 0, 67, 0);
    for (int i = 0; i < 64; i++) {
      put(file, 1);
    }
    put(file, 0xff, 0xc2, 0, 11, 8, height >> 8, height, width >> 8, width, 1, 1, 0x11, 0);
    // One code, of one bit: end of band in AC tables, no difference in DC tables.
    for (int table : new int[] {0x00, 0x10}) {
      put(file, 0xff, 0xc4, 0, 20, table, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
    put(file, 0xff, 0xda, 0, 8, 1, 1, 0, 0, 0, 0);
    for (int i = 0; i < scans; i++) {
      put(file, 0xff, 0xda, 0, 8, 1, 1, 0, 1, 63, 0, 0);
    }
    put(file, 0xff, 0xd9);
    return file.toByteArray();
  }

  /** A grey PNG. */
  static byte[] largePng(int width, int height) throws java.io.IOException {
    ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    try (DeflaterOutputStream out =
        new DeflaterOutputStream(pixels, new Deflater(Deflater.BEST_SPEED))) {
      byte[] row = new byte[1 + 3 * width];
      for (int y = 0; y < height; y++) {
        out.write(row);
      }
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    put(file, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n');
    chunk(
        file,
        "IHDR",
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array());
    chunk(file, "IDAT", pixels.toByteArray());
    chunk(file, "IEND", new byte[0]);
    return file.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
    byte[] checked =
        ByteBuffer.allocate(4 + data.length)
            .put(type.getBytes(StandardCharsets.US_ASCII))
            .put(data)
            .array();
    CRC32 crc = new CRC32();
    crc.update(checked);
    file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    file.writeBytes(checked);
    file.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  private static void put(ByteArrayOutputStream file, int... bytes) {
    for (int b : bytes) {
      file.write(b);
    }
  }
}
