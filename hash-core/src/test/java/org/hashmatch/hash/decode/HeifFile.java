package org.hashmatch.hash.decode;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * AVIF and HEIC files without pixels, box by box: a test adds items and properties, and may put any
 * box in the place of the one that would be written. Data lies in front of the boxes that say
 * where.
 */
final class HeifFile {

  private final String brand;
  private final List<byte[]> data = new ArrayList<>();
  private final List<byte[]> entries = new ArrayList<>();
  private final List<byte[]> locations = new ArrayList<>();
  private final List<byte[]> properties = new ArrayList<>();
  private final List<byte[]> associations = new ArrayList<>();
  private final List<byte[]> references = new ArrayList<>();
  private final List<byte[]> moreOfMeta = new ArrayList<>();
  private final List<byte[]> behind = new ArrayList<>();
  private int dataBytes;

  HeifFile(String brand) {
    this.brand = brand;
  }

  /** An AVIF of one coded picture. */
  static HeifFile avif(int width, int height, byte[]... moreProperties) {
    return new HeifFile("avif")
        .item("av01", av1(width, height), properties(width, height, moreProperties));
  }

  /** A HEIC of one coded picture. */
  static HeifFile heic(int width, int height, byte[]... moreProperties) {
    byte[][] properties = properties(width, height, moreProperties);
    byte[][] all = Arrays.copyOf(properties, properties.length + 1);
    all[properties.length] = box("hvcC", hevcConfiguration(width, height));
    return new HeifFile("heic").item("hvc1", hevcUnit(1), all);
  }

  /** An AVIF of tiles of 200 by 100, of which the primary item says it has so many. */
  static HeifFile grid(int width, int height, int columns, int rows, int tiles) {
    HeifFile file = new HeifFile("avif");
    byte[] grid = {0, 0, (byte) (rows - 1), (byte) (columns - 1)};
    byte[] sides = shorts(width, height);
    file.item("grid", PictureFiles.concat(grid, sides), ispe(width, height));
    int[] parts = new int[tiles];
    for (int tile = 0; tile < tiles; tile++) {
      parts[tile] = tile + 2;
      file.item("av01", av1(200, 100), ispe(200, 100));
    }
    return file.reference("dimg", 1, parts);
  }

  /** Adds an item; the first is number 1, and the primary one. */
  HeifFile item(String type, byte[] content, byte[]... itsProperties) {
    int id = entries.size() + 1;
    entries.add(full("infe", 2, shorts(id, 0), PictureFiles.latin1(type), new byte[1]));
    int offset = 28 + dataBytes;
    locations.add(PictureFiles.concat(shorts(id, 0, 0, 1), ints(offset, content.length)));
    data.add(content);
    dataBytes += content.length;
    byte[] association = new byte[3 + itsProperties.length];
    ByteBuffer.wrap(association).putShort((short) id).put((byte) itsProperties.length);
    for (int i = 0; i < itsProperties.length; i++) {
      properties.add(itsProperties[i]);
      association[3 + i] = (byte) (0x80 | properties.size());
    }
    associations.add(association);
    return this;
  }

  HeifFile reference(String type, int from, int... to) {
    references.add(box(type, shorts(from, to.length), shorts(to)));
    return this;
  }

  HeifFile inMeta(byte[] box) {
    moreOfMeta.add(box);
    return this;
  }

  HeifFile behind(byte[] box) {
    behind.add(box);
    return this;
  }

  byte[] bytes() {
    int items = entries.size();
    return PictureFiles.concat(
        box("ftyp", PictureFiles.latin1(brand), new byte[4], PictureFiles.latin1("mif1")),
        box("mdat", data.toArray(byte[][]::new)),
        full(
            "meta",
            0,
            full("pitm", 0, shorts(1)),
            full("iinf", 0, shorts(items), PictureFiles.concat(entries.toArray(byte[][]::new))),
            full("iloc", 1, shorts(0x4400, items), all(locations)),
            box("iprp", box("ipco", all(properties)), ipma()),
            full("iref", 0, all(references)),
            all(moreOfMeta)),
        all(behind));
  }

  private byte[] ipma() {
    return full("ipma", 0, ints(associations.size()), all(associations));
  }

  private static byte[] all(List<byte[]> parts) {
    return PictureFiles.concat(parts.toArray(byte[][]::new));
  }

  private static byte[][] properties(int width, int height, byte[]... more) {
    List<byte[]> all = new ArrayList<>(List.of(ispe(width, height)));
    all.addAll(List.of(more));
    return all.toArray(byte[][]::new);
  }

  static byte[] ispe(int width, int height) {
    return full("ispe", 0, ints(width, height));
  }

  static byte[] box(String type, byte[]... content) {
    byte[] all = PictureFiles.concat(content);
    return PictureFiles.concat(ints(8 + all.length), PictureFiles.latin1(type), all);
  }

  static byte[] full(String type, int version, byte[]... content) {
    return box(type, ints(version << 24), PictureFiles.concat(content));
  }

  static byte[] shorts(int... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * numbers.length);
    for (int number : numbers) {
      bytes.putShort((short) number);
    }
    return bytes.array();
  }

  static byte[] ints(int... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length);
    for (int number : numbers) {
      bytes.putInt(number);
    }
    return bytes.array();
  }

  /** A sequence header in its short form, and a frame of nothing. */
  static byte[] av1(int width, int height) {
    Bits bits = new Bits().put(0, 3).put(1, 1).put(1, 1).put(0, 5).put(15, 4).put(15, 4);
    return PictureFiles.concat(
        obu(1, bits.put(width - 1, 16).put(height - 1, 16).bytes()), obu(6, new byte[5]));
  }

  /** A unit of AV1. */
  static byte[] obu(int type, byte[] content) {
    byte[] head = {(byte) (type << 3 | 2), (byte) content.length};
    return PictureFiles.concat(head, content);
  }

  /** A unit of HEVC behind its length of 4 bytes: the first slice of a picture. */
  static byte[] hevcUnit(int type) {
    return PictureFiles.concat(ints(4), new byte[] {(byte) (type << 1), 1, (byte) 0x80, 0});
  }

  static byte[] hevcConfiguration(int width, int height) {
    byte[] head = new byte[23];
    head[21] = 3;
    head[22] = 1;
    byte[] set = PictureFiles.concat(new byte[] {33 << 1, 1}, hevcParameters(width, height));
    return PictureFiles.concat(head, new byte[] {33}, shorts(1, set.length), set);
  }

  /** A sequence parameter set of two layers, of which the lower has profile and level. */
  private static byte[] hevcParameters(int width, int height) {
    Bits bits = new Bits().put(0, 4).put(1, 3).put(1, 1).ones(96).put(0b11, 2).put(0, 14).ones(96);
    bits.exponential(0).exponential(3).put(0, 1).exponential(width).exponential(height);
    return bits.bytes();
  }

  /** Bits one after the other, the highest of each byte first. */
  static final class Bits {

    private final StringBuilder digits = new StringBuilder();

    Bits put(long value, int count) {
      for (int i = count - 1; i >= 0; i--) {
        digits.append(value >> i & 1);
      }
      return this;
    }

    Bits ones(int count) {
      digits.append("1".repeat(count));
      return this;
    }

    Bits exponential(int value) {
      int count = 32 - Integer.numberOfLeadingZeros(value + 1);
      return put(0, count - 1).put(value + 1, count);
    }

    byte[] bytes() {
      while (digits.length() % 8 != 0) {
        digits.append('1');
      }
      byte[] bytes = new byte[digits.length() / 8];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) Integer.parseInt(digits.substring(8 * i, 8 * i + 8), 2);
      }
      return bytes;
    }
  }
}
