package org.hashmatch.javacv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.hashmatch.hash.HashedImage;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.decode.Animation;
import org.hashmatch.hash.decode.Completeness;
import org.hashmatch.hash.decode.DecodedImage;
import org.hashmatch.hash.decode.EncodedImage;
import org.hashmatch.hash.decode.GuardLimits;
import org.hashmatch.hash.decode.ImageGuard;
import org.hashmatch.hash.image.PixelImage;
import org.hashmatch.hash.view.HashedPicture;
import org.hashmatch.hash.view.HashedView;
import org.hashmatch.hash.view.InProcessHasher;
import org.hashmatch.hash.view.View;
import org.hashmatch.testdata.TestImage;
import org.hashmatch.testdata.TestImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Animated WebP, assembled from stills that OpenCV wrote, against plain composition. */
class AnimatedWebpTest {

  private static final int WIDTH = 24;
  private static final int HEIGHT = 18;
  private static final int LOSSLESS = 101;
  private static final int CLEARS = 1;
  private static final int REPLACES = 2;
  private static final int[] NONE = {};

  private final ImageGuard guard = ImageGuard.withDefaults();
  private final OpenCvDecoder decoder = OpenCvDecoder.load();
  private final Map<Integer, int[]> shown = new TreeMap<>();

  /**
   * A frame.
   *
   * @param still a WebP file of its pixels
   * @param argb what a decoder makes of that
   */
  @SuppressWarnings("ArrayRecordComponent") // test data, never compared
  private record Frame(int x, int y, int width, int height, int flags, byte[] still, int[] argb) {}

  @ParameterizedTest
  @ValueSource(ints = {LOSSLESS, 70})
  void decode_randomFrames_showsWhatTheSpecificationSays(int quality) throws Exception {
    Random random = new Random(20240605);
    for (int i = 0; i < 60; i++) {
      List<Frame> frames = new ArrayList<>();
      frames.add(frame(random, 0, 0, WIDTH, HEIGHT, quality));
      for (int k = random.nextInt(7); k >= 0; k--) {
        int x = 2 * random.nextInt(WIDTH / 2);
        int y = 2 * random.nextInt(HEIGHT / 2);
        int width = 1 + random.nextInt(WIDTH - x);
        frames.add(frame(random, x, y, width, 1 + random.nextInt(HEIGHT - y), quality));
      }
      assertShown(frames);
    }
  }

  @Test
  void decode_frameWithoutPixels_isPartialAndShowsTheOthers() throws Exception {
    Random random = new Random(20240606);
    List<Frame> frames = new ArrayList<>();
    for (int k = 0; k < 4; k++) {
      frames.add(frame(random, 0, 0, WIDTH, HEIGHT, LOSSLESS));
    }
    byte[] noPixels = Arrays.copyOf(frames.get(1).still, 12);
    frames.set(1, new Frame(0, 0, WIDTH, HEIGHT, 0, noPixels, new int[0]));
    assertThat(decode(webp(WIDTH, HEIGHT, frames))).isEqualTo(Completeness.PARTIAL);
    assertThat(shown).containsOnlyKeys(2, 3);
    Frame other = frames.get(2);
    frames.set(1, new Frame(0, 0, WIDTH - 1, HEIGHT, 0, other.still, other.argb));
    assertThat(decode(webp(WIDTH, HEIGHT, frames))).isEqualTo(Completeness.PARTIAL);
    assertThat(shown).containsOnlyKeys(2, 3);
  }

  @Test
  void decode_randomDamage_isAnAnswer() throws Exception {
    Random random = new Random(20240607);
    List<Frame> frames = new ArrayList<>();
    for (int k = 0; k < 5; k++) {
      frames.add(frame(random, 2 * k, 0, WIDTH - 2 * k, HEIGHT, k % 2 == 0 ? LOSSLESS : 70));
    }
    byte[] file = webp(WIDTH, HEIGHT, frames);
    for (int i = 0; i < 1000; i++) {
      byte[] damaged = file.clone();
      for (int flips = random.nextInt(4); flips >= 0; flips--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      assertThat(isAnswered(damaged)).isTrue();
    }
  }

  private boolean isAnswered(byte[] file) throws UnscreenableException {
    EncodedImage image;
    try {
      image = guard.admit(file);
    } catch (UnscreenableException e) {
      return true;
    }
    return Animation.decode(image, decoder, GuardLimits.DEFAULT, (frame, canvas) -> {})
        != Completeness.REPAIRED;
  }

  @Test
  void hashToMatch_pictureInALaterFrame_isAmongTheViews() throws Exception {
    Frame harmless = still("known/beach-02.webp");
    Frame hidden = still("known/leaves-02.webp");
    InProcessHasher hasher = InProcessHasher.pdq(decoder);
    HashedPicture picture =
        hasher.hashToMatch(webp(hidden.width, hidden.height, List.of(harmless, hidden)));

    assertThat(picture.completeness()).isEqualTo(Completeness.COMPLETE);
    HashedView last = picture.views().get(picture.views().size() - 1);
    assertThat(last.view()).isEqualTo(new View(1, View.Background.STORED));
    assertThat(hash(last.hashed())).isEqualTo(hash(hasher.hash(hidden.still).stored()));
  }

  private static Frame still(String file) {
    TestImage image = TestImages.of(file);
    return new Frame(0, 0, image.width(), image.height(), CLEARS, image.bytes(), NONE);
  }

  private static ImageHash hash(HashedImage hashed) {
    return hashed.untrusted().original();
  }

  private void assertShown(List<Frame> frames) throws UnscreenableException {
    byte[] file = webp(WIDTH, HEIGHT, frames);
    assertThat(decode(file)).isEqualTo(Completeness.COMPLETE);
    assertThat(shown).hasSize(frames.size() - 1);
    try (DecodedImage first = decoder.decode(guard.admit(file))) {
      shown.put(0, argb(first.pixels()));
    }
    int[] canvas = new int[WIDTH * HEIGHT];
    for (int k = 0; k < frames.size(); k++) {
      int[] expected = canvas.clone();
      draw(frames.get(k), expected, canvas);
      assertNear(shown.getOrDefault(k, NONE), expected);
    }
  }

  /** Draws on what is shown, and on what the next frame finds. */
  private static void draw(Frame frame, int[] now, int[] next) {
    for (int i = 0; i < now.length; i++) {
      int x = i % WIDTH - frame.x;
      int y = i / WIDTH - frame.y;
      if (x >= 0 && x < frame.width && y >= 0 && y < frame.height) {
        int pixel = frame.argb[y * frame.width + x];
        now[i] = (frame.flags & REPLACES) != 0 ? pixel : over(pixel, now[i]);
        next[i] = (frame.flags & CLEARS) != 0 ? 0 : now[i];
      }
    }
  }

  private static int over(int pixel, int below) {
    double alpha = (pixel >>> 24) / 255.0;
    double rest = (below >>> 24) / 255.0 * (1 - alpha);
    if (alpha == 0) {
      return below;
    }
    int result = (int) Math.round(255 * (alpha + rest)) << 24;
    for (int shift = 0; shift < 24; shift += 8) {
      double sample = ((pixel >> shift) & 255) * alpha + ((below >> shift) & 255) * rest;
      result |= (int) Math.round(sample / (alpha + rest)) << shift;
    }
    return result;
  }

  /** Where both are transparent, colours are nobody's. */
  private static void assertNear(int[] actual, int[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.length; i++) {
      for (int shift = actual[i] >>> 24 == 0 ? 24 : 0; shift < 32; shift += 8) {
        int difference = ((actual[i] >>> shift) & 255) - ((expected[i] >>> shift) & 255);
        assertThat(Math.abs(difference)).as("pixel %d", i).isLessThanOrEqualTo(1);
      }
    }
  }

  private Completeness decode(byte[] file) throws UnscreenableException {
    shown.clear();
    return Animation.decode(
        guard.admit(file),
        decoder,
        GuardLimits.DEFAULT,
        (frame, canvas) -> shown.put(frame, argb(canvas)));
  }

  private static int[] argb(PixelImage image) {
    int[] argb = new int[image.width() * image.height()];
    int[] row = new int[image.width()];
    for (int y = 0; y < image.height(); y++) {
      image.argbRow(y, row);
      System.arraycopy(row, 0, argb, y * row.length, row.length);
    }
    return argb;
  }

  /** Opaque, transparent and half of each kind. */
  private Frame frame(Random random, int x, int y, int width, int height, int quality)
      throws UnscreenableException {
    int kind = random.nextInt(3);
    byte[] bgra = new byte[4 * width * height];
    random.nextBytes(bgra);
    for (int i = 3; i < bgra.length; i += 4) {
      bgra[i] = kind == 0 ? -1 : kind == 1 && random.nextBoolean() ? 0 : bgra[i];
    }
    byte[] still = still(bgra, width, height, quality);
    try (DecodedImage decoded = decoder.decode(guard.admit(still))) {
      int flags = random.nextInt(4);
      return new Frame(x, y, width, height, flags, still, argb(decoded.pixels()));
    }
  }

  @SuppressWarnings("try") // the scope frees what is made while it is open; nobody need name it
  private static byte[] still(byte[] bgra, int width, int height, int quality) {
    try (PointerScope scope = new PointerScope()) {
      Mat pixels = new Mat(height, width, opencv_core.CV_8UC4, new BytePointer(bgra));
      BytePointer file = new BytePointer();
      opencv_imgcodecs.imencode(
          ".webp", pixels, file, new IntPointer(opencv_imgcodecs.IMWRITE_WEBP_QUALITY, quality));
      byte[] bytes = new byte[(int) file.limit()];
      file.get(bytes);
      return bytes;
    }
  }

  private static byte[] webp(int width, int height, List<Frame> frames) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes("WEBP".getBytes(StandardCharsets.US_ASCII));
    ByteArrayOutputStream features = new ByteArrayOutputStream();
    features.writeBytes(new byte[] {0x12, 0, 0, 0});
    append24(features, width - 1, height - 1);
    appendChunk(body, "VP8X", features.toByteArray());
    appendChunk(body, "ANIM", new byte[6]);
    for (Frame frame : frames) {
      ByteArrayOutputStream data = new ByteArrayOutputStream();
      append24(data, frame.x / 2, frame.y / 2, frame.width - 1, frame.height - 1, 10);
      data.write(frame.flags);
      int start = pixelsStart(frame.still);
      data.write(frame.still, start, frame.still.length - start);
      appendChunk(body, "ANMF", data.toByteArray());
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    appendChunk(file, "RIFF", body.toByteArray());
    return file.toByteArray();
  }

  /** Behind the file's header, and that of an extended file. */
  private static int pixelsStart(byte[] still) {
    boolean extended = still.length > 15 && still[15] == 'X';
    return extended ? 12 + 18 : 12;
  }

  private static void append24(ByteArrayOutputStream out, int... numbers) {
    for (int number : numbers) {
      out.write(number);
      out.write(number >> 8);
      out.write(number >> 16);
    }
  }

  private static void appendChunk(ByteArrayOutputStream out, String type, byte[] data) {
    out.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(data.length).array());
    out.writeBytes(data);
    if (data.length % 2 != 0) {
      out.write(0);
    }
  }
}
