package org.hashmatch.hash.decode;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;

/** Animated GIF and PNG files, written byte by byte, and what they show by the specifications. */
public final class AnimatedFiles {

  /** Disposal as APNG numbers it; GIF's numbers are one more. */
  static final int KEEP = 0;

  static final int CLEAR = 1;
  static final int RESTORE = 2;

  private AnimatedFiles() {}

  /**
   * A frame.
   *
   * @param argb its pixels; for GIF of alpha 0 or 255 and the colours of {@link #colour}
   */
  @SuppressWarnings("ArrayRecordComponent") // test data, never compared
  public record Drawing(
      int x, int y, int width, int height, int disposal, boolean blended, int[] argb) {

    /** One that covers a canvas, replaces what was there, and stays. */
    public static Drawing whole(int width, int height, int[] argb) {
      return new Drawing(0, 0, width, height, KEEP, false, argb);
    }
  }

  /** The palette of the GIFs: index 0 is the transparent one. */
  public static int colour(int index) {
    return (index == 0 ? 0 : 0xff000000) | ((index * 0x070301) & 0xffffff);
  }

  private static int index(int argb) {
    return argb >>> 24 == 0 ? 0 : argb & 0xff;
  }

  /** A GIF whose frames are all blended. */
  public static byte[] gif(int width, int height, List<Drawing> frames) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(PictureFiles.latin1("GIF89a"));
    out.writeBytes(littleEndian(width, height));
    out.writeBytes(new byte[] {(byte) 0xf7, 0, 0});
    for (int i = 0; i < 256; i++) {
      out.write(colour(i) >> 16);
      out.write(colour(i) >> 8);
      out.write(colour(i));
    }
    for (Drawing frame : frames) {
      out.writeBytes(new byte[] {0x21, (byte) 0xf9, 4});
      out.write(((frame.disposal + 1) << 2) | 1);
      out.writeBytes(new byte[] {9, 0, 0, 0, 0x2c});
      out.writeBytes(littleEndian(frame.x, frame.y, frame.width, frame.height));
      out.write(0);
      byte[] indices = new byte[frame.argb.length];
      for (int i = 0; i < indices.length; i++) {
        indices[i] = (byte) index(frame.argb[i]);
      }
      out.writeBytes(compressed(indices, 8));
    }
    out.write(0x3b);
    return out.toByteArray();
  }

  private static byte[] littleEndian(int... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int number : numbers) {
      bytes.putShort((short) number);
    }
    return bytes.array();
  }

  /** LZW in sub-blocks, behind the number of bits; a full table is never cleared. */
  static byte[] compressed(byte[] indices, int indexBits) {
    CodeWriter codes = new CodeWriter();
    int clear = 1 << indexBits;
    int bits = indexBits + 1;
    int next = clear + 2;
    Map<Integer, Integer> known = new HashMap<>();
    codes.write(clear, bits);
    int prefix = indices[0] & 0xff;
    for (int i = 1; i < indices.length; i++) {
      int key = (prefix << 8) | (indices[i] & 0xff);
      Integer code = known.get(key);
      if (code != null) {
        prefix = code;
        continue;
      }
      codes.write(prefix, bits);
      prefix = indices[i] & 0xff;
      if (next < 4096) {
        known.put(key, next);
        bits += next == 1 << bits ? 1 : 0;
        next++;
      }
    }
    codes.write(prefix, bits);
    codes.write(clear + 1, bits);
    return codes.inSubBlocks(indexBits);
  }

  private static final class CodeWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int pending;
    private int count;

    void write(int code, int bits) {
      pending |= code << count;
      for (count += bits; count >= 8; count -= 8, pending >>>= 8) {
        bytes.write(pending);
      }
    }

    byte[] inSubBlocks(int indexBits) {
      bytes.write(pending);
      byte[] all = bytes.toByteArray();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.write(indexBits);
      for (int at = 0; at < all.length; at += 255) {
        int length = Math.min(255, all.length - at);
        out.write(length);
        out.write(all, at, length);
      }
      out.write(0);
      return out.toByteArray();
    }
  }

  /** An APNG of eight bits of red, green, blue and alpha, whose first frame is the still. */
  static byte[] apng(int width, int height, List<Drawing> frames) {
    return apng(width, height, new byte[0], frames);
  }

  /** The same, with a still that is no frame. */
  static byte[] apng(int width, int height, int[] still, List<Drawing> frames) {
    return apng(width, height, PictureFiles.chunk("IDAT", deflated(still, width, height)), frames);
  }

  private static byte[] apng(int width, int height, byte[] still, List<Drawing> frames) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(PictureFiles.chunk("acTL", ints(frames.size(), 0)));
    out.writeBytes(still);
    int sequence = 0;
    for (Drawing frame : frames) {
      byte[] rules = {0, 1, 0, 10, (byte) frame.disposal, (byte) (frame.blended ? 1 : 0)};
      byte[] control = ints(sequence++, frame.width, frame.height, frame.x, frame.y);
      out.writeBytes(PictureFiles.chunk("fcTL", PictureFiles.concat(control, rules)));
      byte[] pixels = deflated(frame.argb, frame.width, frame.height);
      boolean first = sequence == 1 && still.length == 0;
      out.writeBytes(
          first
              ? PictureFiles.chunk("IDAT", pixels)
              : PictureFiles.chunk("fdAT", PictureFiles.concat(ints(sequence++), pixels)));
    }
    byte[] header = PictureFiles.concat(ints(width, height), new byte[] {8, 6, 0, 0, 0});
    return PictureFiles.png(
        PictureFiles.chunk("IHDR", header),
        out.toByteArray(),
        PictureFiles.chunk("IEND", new byte[0]));
  }

  private static byte[] ints(int... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length);
    for (int number : numbers) {
      bytes.putInt(number);
    }
    return bytes.array();
  }

  private static byte[] deflated(int[] argb, int width, int height) {
    ByteBuffer rows = ByteBuffer.allocate((4 * width + 1) * height);
    for (int i = 0; i < argb.length; i++) {
      if (i % width == 0) {
        rows.put((byte) 0);
      }
      rows.putInt(Integer.rotateLeft(argb[i], 8));
    }
    Deflater deflater = new Deflater();
    deflater.setInput(rows.array());
    deflater.finish();
    byte[] out = new byte[rows.capacity() + 100];
    int length = deflater.deflate(out);
    deflater.end();
    return Arrays.copyOf(out, length);
  }

  /** What is shown with each frame, a whole canvas each, in plain arithmetic. */
  static int[][] shown(int width, int height, List<Drawing> frames) {
    int[][] shown = new int[frames.size()][];
    int[] canvas = new int[width * height];
    for (int k = 0; k < shown.length; k++) {
      Drawing frame = frames.get(k);
      int[] after = canvas.clone();
      shown[k] = canvas.clone();
      for (int i = 0; i < canvas.length; i++) {
        int x = i % width - frame.x;
        int y = i / width - frame.y;
        if (x >= 0 && x < frame.width && y >= 0 && y < frame.height) {
          int pixel = frame.argb[y * frame.width + x];
          shown[k][i] = frame.blended ? over(pixel, canvas[i]) : pixel;
          after[i] = frame.disposal == CLEAR ? 0 : shown[k][i];
        }
      }
      canvas = frame.disposal == RESTORE ? canvas : after;
    }
    return shown;
  }

  private static int over(int pixel, int below) {
    double alpha = (pixel >>> 24) / 255.0;
    double rest = (below >>> 24) / 255.0 * (1 - alpha);
    if (alpha == 0) {
      return below;
    }
    int result = (int) Math.round(255 * (alpha + rest)) << 24;
    for (int shift = 0; shift < 24; shift += 8) {
      double sample = ((pixel >> shift) & 255) * alpha + ((below >> shift) & 255) * rest;
      result |= (int) Math.round(sample / (alpha + rest)) << shift;
    }
    return result;
  }

  /** Frames anywhere, also beside the canvas, of random rules; the first covers it. */
  static List<Drawing> random(Random random, int width, int height, boolean gif) {
    List<Drawing> frames = new ArrayList<>();
    int count = 2 + random.nextInt(7);
    for (int k = 0; k < count; k++) {
      boolean whole = k == 0 && !gif;
      int frameWidth = whole ? width : 1 + random.nextInt(width + 3);
      int frameHeight = whole ? height : 1 + random.nextInt(height + 3);
      int[] argb = new int[frameWidth * frameHeight];
      for (int i = 0; i < argb.length; i++) {
        argb[i] = gif ? colour(random.nextInt(4) * 60) : translucent(random);
      }
      frames.add(
          new Drawing(
              whole || k == 0 ? 0 : random.nextInt(width + 2),
              whole || k == 0 ? 0 : random.nextInt(height + 2),
              frameWidth,
              frameHeight,
              random.nextInt(3),
              gif ? k > 0 : random.nextBoolean(),
              argb));
    }
    return frames;
  }

  /** Opaque, transparent and half of each kind. */
  private static int translucent(Random random) {
    int pixel = random.nextInt();
    return switch (random.nextInt(3)) {
      case 0 -> pixel | 0xff000000;
      case 1 -> pixel & 0xffffff;
      default -> pixel;
    };
  }
}
