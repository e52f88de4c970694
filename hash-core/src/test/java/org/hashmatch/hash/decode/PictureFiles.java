package org.hashmatch.hash.decode;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Small picture files, written for a test by the JDK or byte by byte. */
final class PictureFiles {

  private PictureFiles() {}

  static byte[] written(BufferedImage image, String format) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalArgumentException("no writer for " + format);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A JPEG of one EXIF segment and a frame header, without picture data. */
  static byte[] jpegHeader(int orientation, int width, int height) {
    byte[] exif =
        concat(
            latin1("Exif\0\0"),
            tiffDirectory(ByteOrder.BIG_ENDIAN, new int[][] {{274, 3, orientation}}));
    ByteBuffer file = ByteBuffer.allocate(2 + 4 + exif.length + 19);
    file.putShort((short) 0xffd8)
        .putShort((short) 0xffe1)
        .putShort((short) (exif.length + 2))
        .put(exif);
    file.putShort((short) 0xffc0).putShort((short) 17).put((byte) 8);
    file.putShort((short) height).putShort((short) width).put((byte) 3);
    return file.array();
  }

  /** A JPEG of this size with as many scans without data, and whatever follows its end. */
  static byte[] jpegScans(int width, int height, int scans, byte... after) {
    ByteBuffer file = ByteBuffer.allocate(4 + 19 + 10 * scans + after.length);
    file.putShort((short) 0xffd8).putShort((short) 0xffc2).putShort((short) 17).put((byte) 8);
    file.putShort((short) height).putShort((short) width).put((byte) 3).put(new byte[9]);
    for (int i = 0; i < scans; i++) {
      file.putShort((short) 0xffda).putShort((short) 6).put(new byte[4]);
      // Entropy-coded data: a stuffed byte and a restart marker are no marker of a segment.
      file.putShort((short) (i % 2 == 0 ? 0xff00 : 0xffd0));
    }
    return file.putShort((short) 0xffd9).put(after).array();
  }

  /** A TIFF file of one directory with entries {tag, type, value}. */
  static byte[] tiffDirectory(ByteOrder order, int[][] entries) {
    ByteBuffer file = ByteBuffer.allocate(8 + 2 + 12 * entries.length + 4).order(order);
    file.put(latin1(order == ByteOrder.BIG_ENDIAN ? "MM" : "II")).putShort((short) 42).putInt(8);
    file.putShort((short) entries.length);
    for (int[] entry : entries) {
      file.putShort((short) entry[0]).putShort((short) entry[1]).putInt(1);
      if (entry[1] == 3) {
        file.putShort((short) entry[2]).putShort((short) 0);
      } else {
        file.putInt(entry[2]);
      }
    }
    return file.array();
  }

  static byte[] png(byte[]... chunks) {
    return concat(latin1("\u0089PNG\r\n\u001a\n"), concat(chunks));
  }

  static byte[] chunk(String type, byte[] data) {
    byte[] body = concat(latin1(type), data);
    CRC32 crc = new CRC32();
    crc.update(body);
    return ByteBuffer.allocate(8 + body.length)
        .putInt(data.length)
        .put(body)
        .putInt((int) crc.getValue())
        .array();
  }

  static byte[] ihdr(int width, int height) {
    return chunk(
        "IHDR",
        ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).put((byte) 2).array());
  }

  static byte[] webp(byte[]... chunks) {
    byte[] body = concat(chunks);
    return ByteBuffer.allocate(12 + body.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(latin1("RIFF"))
        .putInt(4 + body.length)
        .put(latin1("WEBP"))
        .put(body)
        .array();
  }

  static byte[] riffChunk(String type, byte[] data) {
    int padding = data.length % 2;
    return ByteBuffer.allocate(8 + data.length + padding)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(latin1(type))
        .putInt(data.length)
        .put(data)
        .array();
  }

  static byte[] gif(int canvasWidth, int canvasHeight, int frameWidth, int frameHeight) {
    ByteBuffer file = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    file.put(latin1("GIF89a")).putShort((short) canvasWidth).putShort((short) canvasHeight);
    file.put((byte) 0x80).put((byte) 0).put((byte) 0).put(new byte[6]);
    file.put(latin1("!\u00f9\u0004\0\0\0\0\0"));
    file.put((byte) 0x2c).putInt(0).putShort((short) frameWidth).putShort((short) frameHeight);
    return Arrays.copyOf(file.array(), file.position());
  }

  static byte[] bmpHeader(int infoBytes, int width, int height) {
    ByteBuffer file = ByteBuffer.allocate(54).order(ByteOrder.LITTLE_ENDIAN);
    file.put(latin1("BM")).position(14);
    file.putInt(infoBytes);
    if (infoBytes == 12) {
      file.putShort((short) width).putShort((short) height);
    } else {
      file.putInt(width).putInt(height);
    }
    return file.array();
  }

  static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
