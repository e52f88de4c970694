package org.hashmatch.hash.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.UnscreenableReason;
import org.hashmatch.hash.decode.AnimatedFiles.Drawing;
import org.hashmatch.hash.image.PixelImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnimationTest {

  private static final int WIDTH = 9;
  private static final int HEIGHT = 7;
  private static final GuardLimits LIMITS = GuardLimits.DEFAULT;

  /** What is less than a frame of this canvas in its cost, and more than all its pixels. */
  private static final GuardLimits SPARSE = LIMITS.withMaxFramePixels(4000);

  private final Map<Integer, int[]> shown = new TreeMap<>();

  @ParameterizedTest
  @CsvSource({
    "2,1,'1'",
    "2,2,'0,1'",
    "3,2,'0,2'",
    "8,8,'0,1,2,3,4,5,6,7'",
    "9,8,'0,1,2,3,4,5,6,8'",
    "100,5,'0,24,49,74,99'",
    "2147483647,3,'0,1073741823,2147483646'"
  })
  void chosen_ofFrames_areFirstLastAndEvenlyBetween(int frames, int count, String expected) {
    assertThat(Animation.chosen(frames, count))
        .containsExactly(Arrays.stream(expected.split(",")).mapToInt(Integer::parseInt).toArray());
  }

  @Test
  void decode_randomGif_showsWhatTheSpecificationSays() throws Exception {
    Random random = new Random(20240601);
    for (int i = 0; i < 300; i++) {
      List<Drawing> frames = AnimatedFiles.random(random, WIDTH, HEIGHT, true);
      assertShown(AnimatedFiles.gif(WIDTH, HEIGHT, frames), frames, 0);
    }
  }

  @Test
  void decode_randomApng_showsWhatTheSpecificationSays() throws Exception {
    Random random = new Random(20240602);
    for (int i = 0; i < 300; i++) {
      List<Drawing> frames = AnimatedFiles.random(random, WIDTH, HEIGHT, false);
      assertShown(AnimatedFiles.apng(WIDTH, HEIGHT, frames), frames, 0);
    }
  }

  /** Then the still is frame 0, and nothing of it is left in the animation. */
  @Test
  void decode_apngWithAStillThatIsNoFrame_showsAllFrames() throws Exception {
    Random random = new Random(20240603);
    int[] still = random.ints(WIDTH * HEIGHT).toArray();
    for (int i = 0; i < 50; i++) {
      List<Drawing> frames = AnimatedFiles.random(random, WIDTH, HEIGHT, false);
      frames = frames.subList(0, Math.min(7, frames.size()));
      assertShown(AnimatedFiles.apng(WIDTH, HEIGHT, still, frames), frames, 1);
    }
    Drawing only = Drawing.whole(WIDTH, HEIGHT, opaque(1));
    byte[] file = AnimatedFiles.apng(WIDTH, HEIGHT, still, List.of(only));
    shown.clear();
    assertThat(decode(file, LIMITS)).isEqualTo(Completeness.COMPLETE);
    assertThat(shown).containsOnlyKeys(1);
    assertThat(shown.get(1)).isEqualTo(only.argb());
  }

  @Test
  void decode_oneFrame_showsNothing() throws Exception {
    byte[] file = AnimatedFiles.gif(WIDTH, HEIGHT, frames(1));

    assertThat(decode(file, LIMITS)).isEqualTo(Completeness.COMPLETE);
    assertThat(shown).isEmpty();
  }

  @Test
  void decode_manyFrames_showsEightWithTheFirst() throws Exception {
    byte[] file = AnimatedFiles.gif(WIDTH, HEIGHT, frames(50));

    assertThat(decode(file, LIMITS)).isEqualTo(Completeness.COMPLETE);
    assertThat(shown).containsOnlyKeys(7, 14, 21, 28, 35, 42, 49);
    shown.clear();
    assertThat(decode(file, LIMITS.withMaxFrames(1))).isEqualTo(Completeness.COMPLETE);
    assertThat(shown).containsOnlyKeys(49);
  }

  @Test
  void decode_allFramesTooMuchButEachCoversTheCanvas_isComplete() throws Exception {
    List<Drawing> frames = frames(50);

    for (byte[] file : animations(frames)) {
      shown.clear();
      assertThat(decode(file, SPARSE)).isEqualTo(Completeness.COMPLETE);
      assertThat(shown).containsOnlyKeys(7, 14, 21, 28, 35, 42, 49);
      assertThat(shown.get(21)).isEqualTo(frames.get(21).argb());
    }
  }

  @Test
  void decode_allFramesTooMuchAndOneLeavesSomeOfTheCanvas_isPartial() throws Exception {
    List<Drawing> frames = frames(50);
    frames.set(28, new Drawing(0, 0, WIDTH, HEIGHT - 1, 0, true, opaque(28, HEIGHT - 1)));

    for (byte[] file : animations(frames)) {
      assertThat(decode(file, SPARSE)).isEqualTo(Completeness.PARTIAL);
      assertThat(decode(file, LIMITS)).isEqualTo(Completeness.COMPLETE);
    }
  }

  @Test
  void decode_allFramesTooMuchAndOneIsTransparentSomewhere_isPartial() throws Exception {
    List<Drawing> frames = frames(50);
    int[] hole = opaque(28);
    hole[5] = 0;
    frames.set(28, new Drawing(0, 0, WIDTH, HEIGHT, 0, true, hole));

    for (byte[] file : animations(frames)) {
      assertThat(decode(file, SPARSE)).isEqualTo(Completeness.PARTIAL);
      assertThat(decode(file, LIMITS)).isEqualTo(Completeness.COMPLETE);
    }
  }

  @Test
  void decode_canvasTooLargeForAllThatAreWanted_isPartialAndShowsTheLast() throws Exception {
    for (byte[] file : animations(frames(8))) {
      shown.clear();
      assertThat(decode(file, LIMITS.withMaxFramePixels(1))).isEqualTo(Completeness.PARTIAL);
      assertThat(shown).containsOnlyKeys(7);
      long canvas = WIDTH * HEIGHT;
      shown.clear();
      assertThat(decode(file, LIMITS.withMaxFramePixels(3 * canvas)))
          .isEqualTo(Completeness.PARTIAL);
      assertThat(shown).containsOnlyKeys(3, 7);
    }
  }

  @Test
  void decode_countlessTinyFrames_areTooMuch() throws Exception {
    Drawing tiny = new Drawing(0, 0, 1, 1, 0, true, new int[] {AnimatedFiles.colour(3)});
    List<Drawing> frames = new ArrayList<>(frames(1));
    frames.addAll(Collections.nCopies(20_000, tiny));

    assertThat(decode(AnimatedFiles.gif(WIDTH, HEIGHT, frames), LIMITS))
        .isEqualTo(Completeness.PARTIAL);
    assertThat(shown).hasSize(7);
  }

  @Test
  void decode_frameFarLargerThanTheCanvas_isLeftOut() throws Exception {
    byte[] file = AnimatedFiles.gif(WIDTH, HEIGHT, frames(3));
    int secondFrame = AnimatedFiles.gif(WIDTH, HEIGHT, frames(1)).length - 1;
    int sides = secondFrame + 8 + 5;
    Arrays.fill(file, sides, sides + 4, (byte) 0xff);

    assertThat(decode(file, LIMITS)).isEqualTo(Completeness.PARTIAL);
    assertThat(shown).containsOnlyKeys(2);
  }

  @Test
  void decode_apngFrameDamaged_isPartialAndShowsTheOthers() throws Exception {
    List<Drawing> frames = frames(4);
    byte[] file = AnimatedFiles.apng(WIDTH, HEIGHT, frames);
    int control = indexOf(file, "fcTL", 2);
    int data = indexOf(file, "fdAT", 1);
    byte[] noPixels = file.clone();
    Arrays.fill(noPixels, data + 8, data + 12, (byte) 0x55);
    byte[] noWidth = file.clone();
    Arrays.fill(noWidth, control + 8, control + 12, (byte) 0);
    byte[] hugeWidth = file.clone();
    Arrays.fill(hugeWidth, control + 8, control + 12, (byte) 0xff);

    for (byte[] damaged : List.of(noPixels, noWidth, hugeWidth)) {
      shown.clear();
      assertThat(decode(damaged, LIMITS)).isEqualTo(Completeness.PARTIAL);
      assertThat(shown).containsOnlyKeys(1, 3);
      assertThat(shown.get(3)).isEqualTo(frames.get(3).argb());
    }
  }

  @Test
  void decode_gifCutInItsLastFrame_isPartialAndShowsWhatThereIs() throws Exception {
    List<Drawing> frames = frames(3);
    byte[] file = AnimatedFiles.gif(WIDTH, HEIGHT, frames);

    assertThat(decode(Arrays.copyOf(file, file.length - 20), LIMITS))
        .isEqualTo(Completeness.PARTIAL);
    assertThat(shown).containsOnlyKeys(1, 2);
    assertThat(shown.get(2)).startsWith(Arrays.copyOf(frames.get(2).argb(), WIDTH));
    assertThat(shown.get(2)).endsWith(frames.get(1).argb()[WIDTH * HEIGHT - 1]);
  }

  @Test
  void decode_fewerFramesThanWereCounted_isPartial() throws Exception {
    byte[] file = AnimatedFiles.gif(WIDTH, HEIGHT, frames(3));
    ImageHeader header = new ImageHeader(WIDTH, HEIGHT).withFrames(5);
    EncodedImage image = new EncodedImage(file, file, ImageFormat.GIF, header);

    assertThat(decode(image, LIMITS)).isEqualTo(Completeness.PARTIAL);
    assertThat(shown).containsOnlyKeys(1, 2);
  }

  @Test
  void decode_sinkThatThrows_endsWithThat() throws Exception {
    EncodedImage image = admitted(AnimatedFiles.gif(WIDTH, HEIGHT, frames(3)));
    UnscreenableException thrown =
        new UnscreenableException(UnscreenableReason.FEATURELESS, "for a test");

    assertThatThrownBy(
            () ->
                Animation.decode(
                    image,
                    new JavaDecoder(),
                    LIMITS,
                    (frame, canvas) -> {
                      throw thrown;
                    }))
        .isSameAs(thrown);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void decode_randomDamage_isAnAnswer(boolean gif) throws Exception {
    Random random = new Random(20240604);
    for (int i = 0; i < 3000; i++) {
      List<Drawing> frames = AnimatedFiles.random(random, WIDTH, HEIGHT, gif);
      byte[] file =
          gif
              ? AnimatedFiles.gif(WIDTH, HEIGHT, frames)
              : AnimatedFiles.apng(WIDTH, HEIGHT, frames);
      for (int flips = random.nextInt(4); flips >= 0; flips--) {
        file[random.nextInt(file.length)] = (byte) random.nextInt();
      }
      byte[] damaged = Arrays.copyOf(file, file.length - random.nextInt(2) * random.nextInt(99));
      assertThat(isAnswered(damaged)).isTrue();
    }
  }

  private boolean isAnswered(byte[] file) throws UnscreenableException {
    EncodedImage image;
    try {
      image = admitted(file);
    } catch (UnscreenableException e) {
      return true;
    }
    return decode(image, LIMITS) != Completeness.REPAIRED;
  }

  /** Frames of one colour each that cover the canvas. */
  private static List<Drawing> frames(int count) {
    List<Drawing> frames = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      frames.add(Drawing.whole(WIDTH, HEIGHT, opaque(k)));
    }
    return frames;
  }

  private static int[] opaque(int frame) {
    return opaque(frame, HEIGHT);
  }

  private static int[] opaque(int frame, int rows) {
    int[] argb = new int[WIDTH * rows];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = AnimatedFiles.colour(1 + (frame * 5 + i) % 250);
    }
    return argb;
  }

  private static List<byte[]> animations(List<Drawing> frames) {
    return List.of(
        AnimatedFiles.gif(WIDTH, HEIGHT, frames), AnimatedFiles.apng(WIDTH, HEIGHT, frames));
  }

  private static int indexOf(byte[] file, String type, int occurrence) {
    int left = occurrence;
    for (int i = 0; ; i++) {
      if (new ByteCursor(file, i, file.length).accept(type) && left-- == 0) {
        return i;
      }
    }
  }

  private static EncodedImage admitted(byte[] file) throws UnscreenableException {
    return ImageGuard.withDefaults().admit(file);
  }

  private Completeness decode(byte[] file, GuardLimits limits) throws UnscreenableException {
    return decode(admitted(file), limits);
  }

  private Completeness decode(EncodedImage image, GuardLimits limits) throws UnscreenableException {
    return Animation.decode(
        image, new JavaDecoder(), limits, (frame, canvas) -> shown.put(frame, argb(canvas)));
  }

  private static int[] argb(PixelImage canvas) {
    int[] argb = new int[canvas.width() * canvas.height()];
    int[] row = new int[canvas.width()];
    for (int y = 0; y < canvas.height(); y++) {
      canvas.argbRow(y, row);
      System.arraycopy(row, 0, argb, y * row.length, row.length);
    }
    return argb;
  }

  /** All frames but the first of the file, each sample at most one off. */
  private void assertShown(byte[] file, List<Drawing> frames, int number)
      throws UnscreenableException {
    shown.clear();
    EncodedImage image = admitted(file);
    assertThat(image.frames()).isEqualTo(number + frames.size());
    assertThat(decode(image, LIMITS)).isEqualTo(Completeness.COMPLETE);
    int[][] expected = AnimatedFiles.shown(image.width(), image.height(), frames);
    assertThat(shown).hasSize(image.frames() - 1);
    shown.forEach((frame, canvas) -> assertNear(canvas, expected[frame - number]));
  }

  private static void assertNear(int[] actual, int[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.length; i++) {
      for (int shift = 0; shift < 32; shift += 8) {
        int difference = ((actual[i] >>> shift) & 255) - ((expected[i] >>> shift) & 255);
        assertThat(Math.abs(difference)).as("pixel %d", i).isLessThanOrEqualTo(1);
      }
    }
  }
}
