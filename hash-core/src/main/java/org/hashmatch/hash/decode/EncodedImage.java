package org.hashmatch.hash.decode;

/**
 * A picture file that passed the guard: its bytes, and what its header says. Only {@link
 * ImageGuard#admit} makes one.
 */
public final class EncodedImage {

  private final byte[] bytes;
  private final byte[] stillBytes;
  private final ImageFormat format;
  private final ImageHeader header;

  EncodedImage(byte[] bytes, byte[] stillBytes, ImageFormat format, ImageHeader header) {
    this.bytes = bytes;
    this.stillBytes = stillBytes;
    this.format = format;
    this.header = header;
  }

  /** The same picture in a mended file. */
  EncodedImage mended(byte[] file) {
    return new EncodedImage(file, file, format, header);
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
   * What a decoder is to be given: the file without the chunks of a PNG that say nothing about the
   * pixels of its first picture, compressed texts and colour profiles among them.
   *
   * @return the whole file, or a shorter copy: to be read, never changed
   */
  public byte[] stillBytes() {
    return stillBytes;
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
   * @return the EXIF orientation of JPEG, PNG, WebP and TIFF, the turns and mirrors of AVIF and
   *     HEIC; upright if there is none
   */
  public Orientation orientation() {
    return header.orientation();
  }

  /**
   * Whether pixels may be transparent: then a decoder is to deliver alpha beside the colours.
   *
   * @return false for formats and files that cannot hold transparency that viewers show
   */
  public boolean isTransparent() {
    return header.transparent();
  }

  /**
   * How many pictures it shows one after the other. The still of an animated PNG counts as its
   * first frame, even if only viewers that know no animation show it.
   *
   * @return the frames of an animated GIF, PNG or WebP, counted, not believed; 1 if it does not
   *     move
   */
  public int frames() {
    return header.frames();
  }
}
