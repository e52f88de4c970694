package org.hashmatch.testdata;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pixels as a binary PGM (P5) or PPM (P6) file of 8 bits a sample holds them. */
public final class PlainPicture {

  private static final int LONGEST_HEADER = 32;
  private static final Pattern HEADER =
      Pattern.compile("P([56])\n([1-9][0-9]{0,5}) ([1-9][0-9]{0,5})\n255\n");

  private final int width;
  private final int height;
  private final int channels;
  private final byte[] samples;

  private PlainPicture(int width, int height, int channels, byte[] samples) {
    this.width = width;
    this.height = height;
    this.channels = channels;
    this.samples = samples;
  }

  static PlainPicture parse(byte[] file) {
    String start = new String(file, 0, Math.min(file.length, LONGEST_HEADER), US_ASCII);
    Matcher header = HEADER.matcher(start);
    if (!header.lookingAt()) {
      throw new IllegalArgumentException("no binary PGM or PPM of 8 bits without comments");
    }
    int width = Integer.parseInt(header.group(2));
    int height = Integer.parseInt(header.group(3));
    int channels = header.group(1).equals("5") ? 1 : 3;
    long needed = (long) width * height * channels;
    if (file.length - header.end() != needed) {
      throw new IllegalArgumentException(
          "picture must have " + needed + " samples (got " + (file.length - header.end()) + ")");
    }
    return new PlainPicture(
        width, height, channels, Arrays.copyOfRange(file, header.end(), file.length));
  }

  /**
   * The width.
   *
   * @return pixels a row
   */
  public int width() {
    return width;
  }

  /**
   * The height.
   *
   * @return rows
   */
  public int height() {
    return height;
  }

  /**
   * Whether it is grey or in colour.
   *
   * @return samples a pixel: 1, or 3 for red, green and blue
   */
  public int channels() {
    return channels;
  }

  /**
   * The samples, 0..255, rows from the top, each from the left, a pixel's side by side.
   *
   * @return width * height * channels bytes, new for every call
   */
  public byte[] samples() {
    return samples.clone();
  }
}
