package org.hashmatch.eval.report;

import java.util.Base64;
import java.util.Objects;

/** What an edit looks like: a small JPEG of one test picture after it. Immutable. */
public final class Thumbnail {

  private static final int MAX_SIDE = 4096;

  private final String pack;
  private final String group;
  private final String name;
  private final int width;
  private final int height;
  private final byte[] jpeg;

  /**
   * The bytes are copied, and not decoded.
   *
   * @param pack the edit's pack
   * @param group the edit's group
   * @param name the edit's name
   * @param width in pixels, 1..4096
   * @param height in pixels, 1..4096
   * @param jpeg the file's bytes
   * @throws IllegalArgumentException if a side is out of bounds or the bytes do not begin as a JPEG
   */
  public Thumbnail(String pack, String group, String name, int width, int height, byte[] jpeg) {
    this.pack = Objects.requireNonNull(pack, "pack");
    this.group = Objects.requireNonNull(group, "group");
    this.name = Objects.requireNonNull(name, "name");
    this.width = checkSide("width", width);
    this.height = checkSide("height", height);
    this.jpeg = jpeg.clone();
    if (jpeg.length < 3 || jpeg[0] != (byte) 0xFF || jpeg[1] != (byte) 0xD8) {
      throw new IllegalArgumentException(
          "a thumbnail must be a JPEG (got " + jpeg.length + " other bytes)");
    }
  }

  String pack() {
    return pack;
  }

  String group() {
    return group;
  }

  String name() {
    return name;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  String dataUri() {
    return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg);
  }

  @Override
  public String toString() {
    return "Thumbnail[" + pack + "/" + group + "/" + name + ", " + width + " x " + height + "]";
  }

  private static int checkSide(String side, int pixels) {
    if (pixels < 1 || pixels > MAX_SIDE) {
      throw new IllegalArgumentException(
          side + " must be 1.." + MAX_SIDE + " (got " + pixels + ")");
    }
    return pixels;
  }
}
