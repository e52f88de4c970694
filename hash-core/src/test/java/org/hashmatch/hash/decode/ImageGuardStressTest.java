package org.hashmatch.hash.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.Stream;
import org.hashmatch.hash.UnscreenableException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The largest files that the guard reads to their end, in the smallest pieces there are. */
class ImageGuardStressTest {

  /** Far above the tens of milliseconds that it takes: what is not linear takes minutes. */
  private static final long MOST_MILLIS = 3000;

  private final ImageGuard guard = ImageGuard.withDefaults();

  static Stream<Arguments> files() {
    byte[] png = PictureFiles.png(PictureFiles.ihdr(21, 13));
    byte[] jpeg = PictureFiles.latin1("\u00ff\u00d8");
    byte[] frame = PictureFiles.jpegHeader(1, 21, 13);
    byte[] gif = PictureFiles.concat(PictureFiles.gif(21, 13, 21, 13), new byte[] {0, 2});
    byte[] webp = HeaderForm.WEBP_EXTENDED.file(new byte[0]);
    byte[] shortExif = PictureFiles.latin1("II*\0\u0008\0\0\0");
    byte[] longExif = exif(65_535);
    return Stream.of(
        file("png ancillary chunks", png, PictureFiles.chunk("teSt", new byte[0])),
        file("png critical chunks", png, PictureFiles.chunk("TeSt", new byte[0])),
        file("png empty eXIf chunks", png, PictureFiles.chunk("eXIf", new byte[0])),
        file("png cut eXIf chunks", png, PictureFiles.chunk("eXIf", shortExif)),
        file("png full eXIf chunks", png, PictureFiles.chunk("eXIf", longExif)),
        file("jpeg fill bytes", frame, new byte[] {-1}),
        file("jpeg zeroes", frame, new byte[] {0}),
        file("jpeg stuffed bytes", frame, new byte[] {-1, 0}),
        file("jpeg restart markers", frame, new byte[] {-1, (byte) 0xd0}),
        file("jpeg fill bytes first", jpeg, new byte[] {-1}),
        file("jpeg scans", frame, new byte[] {-1, (byte) 0xda, 0, 2}),
        file("jpeg empty APP1 segments", jpeg, new byte[] {-1, (byte) 0xe1, 0, 2}),
        file("jpeg cut EXIF segments", jpeg, app1(shortExif)),
        file("jpeg full EXIF segments", jpeg, app1(exif(5459))),
        file("gif sub-blocks of one byte", gif, new byte[] {1, 0}),
        file("gif extensions", gif, new byte[] {0x21, 0, 0}),
        file("gif frames", gif, new byte[] {0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0}),
        file("gif bytes between blocks", gif, new byte[] {0}),
        file("webp chunks", webp, PictureFiles.riffChunk("ICCP", new byte[0])),
        file("webp frames", webp, PictureFiles.riffChunk("ANMF", new byte[0])),
        file("webp empty EXIF chunks", webp, PictureFiles.riffChunk("EXIF", new byte[0])),
        file("webp cut EXIF chunks", webp, PictureFiles.riffChunk("EXIF", shortExif)),
        file("webp full EXIF chunks", webp, PictureFiles.riffChunk("EXIF", longExif)),
        file("tiff of 65535 entries", longExif, new byte[] {0}));
  }

  private static Arguments file(String name, byte[] head, byte[] piece) {
    return Arguments.of(name, head, piece);
  }

  private static byte[] app1(byte[] block) {
    byte[] data = PictureFiles.concat(PictureFiles.latin1(Exif.NAME), block);
    int length = data.length + 2;
    return PictureFiles.concat(
        new byte[] {-1, (byte) 0xe1, (byte) (length >> 8), (byte) length}, data);
  }

  private static byte[] exif(int entries) {
    int[][] directory = new int[entries][];
    Arrays.fill(directory, new int[] {256, 3, 21});
    directory[entries - 1] = new int[] {257, 3, 13};
    return PictureFiles.tiffDirectory(ByteOrder.LITTLE_ENDIAN, directory);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void admit_largestFileOfSmallestPieces_answersSoon(String name, byte[] head, byte[] piece) {
    byte[] file = largest(head, piece);
    long start = System.nanoTime();
    String answer = answer(file);
    long millis = (System.nanoTime() - start) / 1_000_000;

    assertThat(millis).as("milliseconds for " + answer).isLessThan(MOST_MILLIS);
  }

  /** A file as large as the limit: a head, and one piece over and over. */
  private static byte[] largest(byte[] head, byte[] piece) {
    byte[] file = Arrays.copyOf(head, (int) GuardLimits.DEFAULT.maxBytes());
    for (int at = head.length; at < file.length; at += piece.length) {
      System.arraycopy(piece, 0, file, at, Math.min(piece.length, file.length - at));
    }
    return file;
  }

  private String answer(byte[] file) {
    try {
      return "admitted with " + guard.admit(file).frames() + " frames";
    } catch (UnscreenableException e) {
      return e.reason() + ": " + e.detail();
    }
  }
}
