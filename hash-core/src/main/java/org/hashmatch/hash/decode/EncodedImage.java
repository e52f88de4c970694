package org.hashmatch.hash.decode;

/**
 * A picture file that passed the guard: its bytes, and what its header says. Only {@link
 * ImageGuard#admit} makes one.
 */
public final class EncodedImage {

  private final byte[] bytes;
  private final ImageFormat format;
  private final ImageHeader header;

  EncodedImage(byte[] bytes, ImageFormat format, ImageHeader header) {
    this.bytes = bytes;
    this.format = format;
    this.header = header;
  }

  /**
   * The whole file.
   *
   * @return the array that was guarded, not a copy: to be read, never changed
   */
  public byte[] bytes() {
    return bytes;
  }

  /**
   * The format, told from the bytes.
   *
   * @return the format
   */
  public ImageFormat format() {
    return format;
  }

  /**
   * The width in the header.
   *
   * @return pixels a row, within the guard's limit
   */
  public int width() {
    return (int) header.width();
  }

  /**
   * The height in the header.
   *
   * @return rows, within the guard's limit
   */
  public int height() {
    return (int) header.height();
  }

  /**
   * How the picture wants to be turned before it is shown.
   *
   * @return the EXIF orientation of JPEG, PNG, WebP and TIFF; upright if there is none
   */
  public Orientation orientation() {
    return header.orientation();
  }
}
