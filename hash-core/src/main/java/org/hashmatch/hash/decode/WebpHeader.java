package org.hashmatch.hash.decode;

import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.UnscreenableReason;

/**
 * The size from a WebP's first chunk, which has one of three forms, and the orientation from its
 * EXIF chunk.
 */
final class WebpHeader {

  private static final int RIFF_BYTES = 12;

  private WebpHeader() {}

  static ImageHeader read(ByteCursor cursor) throws UnscreenableException {
    cursor.littleEndian().skip(RIFF_BYTES);
    return cursor.accept("VP8X") ? extended(cursor) : pixels(cursor);
  }

  /** The size in the chunk that holds the pixels. */
  static ImageHeader pixels(ByteCursor cursor) throws UnscreenableException {
    if (cursor.accept("VP8 ")) {
      return lossy(cursor);
    }
    if (cursor.accept("VP8L")) {
      return lossless(cursor);
    }
    throw new UnscreenableException(
        UnscreenableReason.DAMAGED, "first chunk is none of VP8, VP8L, VP8X");
  }

  private static ImageHeader lossy(ByteCursor cursor) throws UnscreenableException {
    cursor.skip(4 + 3 + 3);
    return new ImageHeader(cursor.u16() & 0x3fff, cursor.u16() & 0x3fff);
  }

  private static ImageHeader lossless(ByteCursor cursor) throws UnscreenableException {
    cursor.skip(4 + 1);
    long bits = cursor.u32();
    return new ImageHeader((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1)
        .withTransparency((bits >> 28 & 1) != 0);
  }

  private static ImageHeader extended(ByteCursor cursor) throws UnscreenableException {
    long length = cursor.u32();
    int dataStart = cursor.position();
    cursor.skip(4);
    long width = cursor.u24() + 1L;
    long height = cursor.u24() + 1L;
    cursor.seek(dataStart + WebpChunks.padded(length));
    // Transparency is looked for whatever the flag says: decoders do not ask it either.
    return chunks(cursor, new ImageHeader(width, height).withTransparency(true));
  }

  private static ImageHeader chunks(ByteCursor cursor, ImageHeader first) {
    ImageHeader header = first;
    int frames = 0;
    boolean oriented = false;
    WebpChunks chunks = new WebpChunks(cursor);
    while (chunks.next()) {
      if (chunks.type() == WebpChunks.EXIF && !oriented) {
        oriented = true;
        header = header.withOrientation(Exif.orientation(chunks.data()));
      } else if (chunks.type() == WebpChunks.FRAME) {
        frames++;
      }
    }
    return header.withFrames(frames);
  }
}
