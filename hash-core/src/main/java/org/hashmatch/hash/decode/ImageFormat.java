package org.hashmatch.hash.decode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The picture formats that are told apart, by their first bytes alone: names and MIME types are the
 * uploader's claims.
 */
public enum ImageFormat {
  /** JPEG (JFIF, EXIF, Adobe). */
  JPEG(true),
  /** PNG, animated PNG among them. */
  PNG(true),
  /** GIF 87a and 89a. */
  GIF(true),
  /** WebP: lossy, lossless, extended. */
  WEBP(true),
  /** Windows bitmap. */
  BMP(true),
  /** TIFF of either byte order, first page. */
  TIFF(true),
  /** AVIF: still pictures in AV1, one or a grid of them. Not every decoder reads it. */
  AVIF(true),
  /** HEIC and other HEIF: still pictures in HEVC, one or a grid. Not every decoder reads it. */
  HEIC(true),
  /** JPEG XL: recognised, not decoded. */
  JPEG_XL(false),
  /** JPEG 2000: recognised, not decoded. */
  JPEG_2000(false);

  private static final int FTYP_BRAND = 8;
  private static final int FTYP_MOST_BYTES = 256;

  private final boolean guarded;

  ImageFormat(boolean guarded) {
    this.guarded = guarded;
  }

  /** Whether a file has boxes that describe items, one of which is the picture. */
  boolean isOfItems() {
    return this == AVIF || this == HEIC;
  }

  /** Whether the guard can read this format's header, without which nothing is let through. */
  boolean isGuarded() {
    return guarded;
  }

  /**
   * Tells the format from the first bytes.
   *
   * @param bytes a whole file; 16 bytes are enough for all but AVIF, which may say so in the first
   *     256 bytes only
   * @return the format, or empty if they begin like none of these
   */
  public static Optional<ImageFormat> detect(byte[] bytes) {
    return Arrays.stream(values()).filter(format -> format.matches(bytes)).findFirst();
  }

  private boolean matches(byte[] b) {
    return switch (this) {
      case JPEG -> has(b, 0, "\u00ff\u00d8\u00ff");
      case PNG -> has(b, 0, "\u0089PNG\r\n\u001a\n");
      case GIF -> has(b, 0, "GIF87a") || has(b, 0, "GIF89a");
      case WEBP -> has(b, 0, "RIFF") && has(b, 8, "WEBP");
      case BMP -> has(b, 0, "BM");
      case TIFF -> has(b, 0, "II*\0") || has(b, 0, "MM\0*");
      case AVIF -> hasBrand(b, "avif") || hasBrand(b, "avis");
      case HEIC ->
          isBrand(b, "hei")
              || isBrand(b, "hev")
              || isBrand(b, "mif1")
              || isBrand(b, "msf1")
              || hasBrand(b, "heic");
      case JPEG_XL -> has(b, 0, "\u00ff\n") || has(b, 4, "JXL \r\n\u0087\n");
      case JPEG_2000 -> has(b, 4, "jP  \r\n\u0087\n") || has(b, 0, "\u00ffO\u00ffQ");
    };
  }

  private static boolean isBrand(byte[] bytes, String brand) {
    return has(bytes, 4, "ftyp") && has(bytes, FTYP_BRAND, brand);
  }

  /** Whether a brand is the major one or among the compatible ones. */
  private static boolean hasBrand(byte[] bytes, String brand) {
    boolean found = isBrand(bytes, brand);
    int end = Math.min(ftypBytes(bytes), FTYP_MOST_BYTES);
    for (int at = FTYP_BRAND + 8; !found && at + 4 <= end; at += 4) {
      found = has(bytes, 4, "ftyp") && has(bytes, at, brand);
    }
    return found;
  }

  private static int ftypBytes(byte[] bytes) {
    return bytes.length < 4 || bytes[0] != 0 || bytes[1] != 0
        ? 0
        : (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
  }

  private static boolean has(byte[] bytes, int offset, String latin1) {
    byte[] magic = latin1.getBytes(StandardCharsets.ISO_8859_1);
    return bytes.length >= offset + magic.length
        && Arrays.equals(bytes, offset, offset + magic.length, magic, 0, magic.length);
  }
}
