package org.hashmatch.hash.decode;

import static org.hashmatch.hash.decode.PictureFiles.concat;
import static org.hashmatch.hash.decode.PictureFiles.latin1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The beginnings of files that lead to one header parser each: what a fuzzer's bytes are put behind
 * or into. Kept inputs name a form by its number, so new ones go to the end.
 */
enum HeaderForm {
  /** Segments. */
  JPEG(ImageFormat.JPEG) {
    @Override
    byte[] file(byte[] body) {
      return concat(latin1("\u00ff\u00d8\u00ff"), body);
    }

    @Override
    byte[] soundBody() {
      byte[] scan = {-1, (byte) 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x55, -1, 0, -1, (byte) 0xd9};
      byte[] header = PictureFiles.jpegHeader(6, 21, 13);
      byte[] adobe = latin1("\u00ff\u00ee\0\u000eAdobe\0d\0\0\0\0\u0002");
      return concat(tail(adobe, 1), tail(header, 2), scan);
    }
  },
  /** Thirteen bytes of IHDR, under a right checksum, and chunks. */
  PNG(ImageFormat.PNG) {
    @Override
    byte[] file(byte[] body) {
      byte[] ihdr = Arrays.copyOf(body, IHDR_BYTES);
      return concat(PictureFiles.png(PictureFiles.chunk("IHDR", ihdr)), tail(body, IHDR_BYTES));
    }

    @Override
    byte[] soundBody() {
      byte[] ihdr =
          ByteBuffer.allocate(IHDR_BYTES).putInt(21).putInt(13).put((byte) 8).put((byte) 2).array();
      return concat(
          ihdr,
          PictureFiles.chunk("tRNS", new byte[6]),
          PictureFiles.chunk("eXIf", exif()),
          PictureFiles.chunk("fcTL", new byte[26]),
          PictureFiles.chunk("IDAT", new byte[3]),
          PictureFiles.chunk("IEND", new byte[0]));
    }
  },
  /** The canvas, and blocks. */
  GIF(ImageFormat.GIF) {
    @Override
    byte[] file(byte[] body) {
      return concat(latin1("GIF89a"), body);
    }

    @Override
    byte[] soundBody() {
      byte[] pixels = {0, 2, 2, 0x4c, 1, 0};
      byte[] frame = {0x2c, 0, 0, 0, 0, 21, 0, 13, 0};
      return concat(tail(PictureFiles.gif(21, 13, 21, 13), 6), pixels, frame, pixels, latin1(";"));
    }
  },
  /** The first chunk of a WebP, and more. */
  WEBP(ImageFormat.WEBP) {
    @Override
    byte[] file(byte[] body) {
      return PictureFiles.webp(body);
    }

    @Override
    byte[] soundBody() {
      return PictureFiles.riffChunk("VP8 ", new byte[] {0, 0, 0, (byte) 0x9d, 1, 42, 21, 0, 13, 0});
    }
  },
  /** The chunks of an extended WebP. */
  WEBP_EXTENDED(ImageFormat.WEBP) {
    @Override
    byte[] file(byte[] body) {
      return PictureFiles.webp(vp8x(), body);
    }

    @Override
    byte[] soundBody() {
      return concat(
          PictureFiles.riffChunk("ANMF", new byte[17]), PictureFiles.riffChunk("EXIF", exif()));
    }
  },
  /** Both headers of a bitmap. */
  BMP(ImageFormat.BMP) {
    @Override
    byte[] file(byte[] body) {
      return concat(latin1("BM"), body);
    }

    @Override
    byte[] soundBody() {
      return tail(PictureFiles.bmpHeader(40, 21, -13), 2);
    }
  },
  /** Where the directory is, and the directory; little end first. */
  TIFF(ImageFormat.TIFF) {
    @Override
    byte[] file(byte[] body) {
      return concat(latin1("II*\0"), body);
    }

    @Override
    byte[] soundBody() {
      return tail(tiff(ByteOrder.LITTLE_ENDIAN), 4);
    }
  },
  /** The same, big end first. */
  TIFF_BIG_ENDIAN(ImageFormat.TIFF) {
    @Override
    byte[] file(byte[] body) {
      return concat(latin1("MM\0*"), body);
    }

    @Override
    byte[] soundBody() {
      return tail(tiff(ByteOrder.BIG_ENDIAN), 4);
    }
  },
  /** One EXIF block in a sound JPEG. */
  EXIF_IN_JPEG(ImageFormat.JPEG) {
    @Override
    byte[] file(byte[] body) {
      byte[] app1 =
          ByteBuffer.allocate(4)
              .putShort((short) 0xffe1)
              .putShort((short) (body.length + 2))
              .array();
      // Its own EXIF segment says nothing.
      return concat(
          latin1("\u00ff\u00d8"), app1, body, tail(PictureFiles.jpegHeader(1, 21, 13), 2));
    }

    @Override
    byte[] soundBody() {
      return concat(latin1("Exif\0\0"), exif());
    }
  },
  /** One EXIF block in a sound PNG. */
  EXIF_IN_PNG(ImageFormat.PNG) {
    @Override
    byte[] file(byte[] body) {
      return PictureFiles.png(PictureFiles.ihdr(21, 13), PictureFiles.chunk("eXIf", body));
    }

    @Override
    byte[] soundBody() {
      return exif();
    }
  },
  /** One EXIF block in a sound WebP. */
  EXIF_IN_WEBP(ImageFormat.WEBP) {
    @Override
    byte[] file(byte[] body) {
      return PictureFiles.webp(vp8x(), PictureFiles.riffChunk("EXIF", body));
    }

    @Override
    byte[] soundBody() {
      return exif();
    }
  },
  /** The boxes of an AVIF; an item of another coding makes it a HEIC. */
  AVIF(ImageFormat.AVIF) {
    @Override
    byte[] file(byte[] body) {
      return concat(Arrays.copyOf(sound(), FTYP_BYTES), body);
    }

    @Override
    byte[] soundBody() {
      return tail(sound(), FTYP_BYTES);
    }

    private static byte[] sound() {
      return HeifFile.avif(21, 13).bytes();
    }
  },
  /** The same of a HEIC. */
  HEIC(ImageFormat.HEIC) {
    @Override
    byte[] file(byte[] body) {
      return concat(Arrays.copyOf(sound(), FTYP_BYTES), body);
    }

    @Override
    byte[] soundBody() {
      return tail(sound(), FTYP_BYTES);
    }

    private static byte[] sound() {
      return HeifFile.heic(21, 13).bytes();
    }
  };

  private static final int FTYP_BYTES = 20;
  private static final int IHDR_BYTES = 13;

  private final ImageFormat format;

  HeaderForm(ImageFormat format) {
    this.format = format;
  }

  ImageFormat format() {
    return format;
  }

  /** Whether the guard may take a file of this form for one of that format. */
  boolean mayBe(ImageFormat admitted) {
    return switch (this) {
      case AVIF, HEIC -> admitted == ImageFormat.AVIF || admitted == ImageFormat.HEIC;
      default -> admitted == format;
    };
  }

  /** Whether the body is an EXIF block, and what is around it sound. */
  boolean isAroundExif() {
    return switch (this) {
      case EXIF_IN_JPEG, EXIF_IN_PNG, EXIF_IN_WEBP -> true;
      default -> false;
    };
  }

  /** A file that begins as this form does. */
  abstract byte[] file(byte[] body);

  /** A body that makes a file the guard admits. */
  abstract byte[] soundBody();

  private static byte[] exif() {
    return PictureFiles.tiffDirectory(ByteOrder.LITTLE_ENDIAN, new int[][] {{274, 3, 6}});
  }

  private static byte[] tiff(ByteOrder order) {
    return PictureFiles.tiffDirectory(order, new int[][] {{256, 3, 21}, {257, 4, 13}, {274, 3, 8}});
  }

  private static byte[] vp8x() {
    return PictureFiles.riffChunk("VP8X", new byte[] {0, 0, 0, 0, 20, 0, 0, 12, 0, 0});
  }

  private static byte[] tail(byte[] bytes, int from) {
    return Arrays.copyOfRange(bytes, Math.min(from, bytes.length), bytes.length);
  }
}
