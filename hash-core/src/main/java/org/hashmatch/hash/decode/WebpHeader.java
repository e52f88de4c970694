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
    if (cursor.accept("VP8 ")) {
      return lossy(cursor);
    }
    if (cursor.accept("VP8L")) {
      return lossless(cursor);
    }
    if (cursor.accept("VP8X")) {
      return extended(cursor);
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
    int chunkEnd = cursor.position();
    cursor.skip(4);
    long width = u24(cursor) + 1;
    long height = u24(cursor) + 1;
    cursor.seek(chunkEnd + padded(length));
    // Transparency is looked for whatever the flag says: decoders do not ask it either.
    return chunks(cursor, new ImageHeader(width, height).withTransparency(true));
  }

  private static ImageHeader chunks(ByteCursor cursor, ImageHeader first) {
    ImageHeader header = first;
    int frames = 0;
    try {
      while (cursor.remaining() > 0) {
        boolean exif = cursor.accept("EXIF");
        boolean frame = !exif && cursor.accept("ANMF");
        if (!exif && !frame) {
          cursor.skip(4);
        }
        long length = cursor.u32();
        if (exif) {
          header = header.withOrientation(Exif.orientation(cursor.slice(length)));
        }
        frames += frame ? 1 : 0;
        cursor.skip(padded(length));
      }
    } catch (UnscreenableException e) {
      // The chunks end early. That is the decoder's to judge; the size is known.
    }
    return header.withFrames(frames);
  }

  private static long u24(ByteCursor cursor) throws UnscreenableException {
    return cursor.u16() | (long) cursor.u8() << 16;
  }

  /** Chunks begin at even offsets. */
  private static long padded(long length) {
    return length + (length & 1);
  }
}
