package org.hashmatch.eval.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hashmatch.eval.attack.TestPictures.HEIGHT;
import static org.hashmatch.eval.attack.TestPictures.WIDTH;

import java.awt.Color;
import org.assertj.core.data.Percentage;

/** What becomes of samples where they are. */
final class SampleMeasures {

  private static final Percentage FEW = Percentage.withPercentage(5);

  private static final Picture NOISE = TestPictures.noise();

  private SampleMeasures() {}

  static void measure(Edit edit, long seed) {
    switch (edit.kind()) {
      case "jpeg", "webp" -> codec(edit, seed);
      case "blur" -> blur(edit, seed);
      case "sharpen" -> sharpen(edit, seed);
      case "noise" -> noise(edit, seed);
      case "bright" -> bright(edit, seed);
      case "contrast" -> contrast(edit, seed);
      case "gamma" -> gamma(edit, seed);
      case "equalise" -> equalise(edit, seed);
      case "clahe" -> clahe(edit, seed);
      case "gray" -> gray(edit, seed);
      case "saturate" -> saturate(edit, seed);
      case "hue" -> hue(edit, seed);
      case "sepia" -> sepia(edit, seed);
      case "vignette" -> vignette(edit, seed);
      case "fade" -> fade(edit, seed);
      case "moire" -> moire(edit, seed);
      case "glare" -> glare(edit, seed);
      case "invert" -> invert(edit, seed);
      case "halftone" -> halftone(edit, seed);
      case "dither" -> dither(edit, seed);
      case "posterise" -> posterise(edit, seed);
      default -> throw new AssertionError("nobody measures " + edit.kind());
    }
  }

  private static Picture ramp() {
    return TestPictures.grey(WIDTH, HEIGHT, (x, y) -> x);
  }

  private static Picture flat(int value) {
    return TestPictures.flat(WIDTH, HEIGHT, value * 0x010101);
  }

  /** The worse the quality, the further from the original; {@link CodecEditTest} has the order. */
  private static void codec(Edit edit, long seed) {
    Applied applied = Applied.of(edit, CodecEditTest.photograph(), seed);
    double lost = Statistics.difference(CodecEditTest.photograph(), applied.picture());
    assertThat(lost).isBetween(0.3, 15.0);
  }

  /** The deviation of an edge's slope is the Gaussian's. */
  private static void blur(Edit edit, long seed) {
    Picture edge = TestPictures.grey(WIDTH, 8, (x, y) -> x < WIDTH / 2 ? 0 : 255);
    Applied applied = Applied.of(edit, edge, seed);
    double sum = 0;
    double squares = 0;
    for (int x = 1; x < WIDTH; x++) {
      int slope =
          TestPictures.blue(applied.picture(), x, 4)
              - TestPictures.blue(applied.picture(), x - 1, 4);
      sum += slope;
      squares += slope * Math.pow(x - WIDTH / 2.0, 2);
    }
    assertThat(sum).isEqualTo(255);
    assertThat(Math.sqrt(squares / sum)).isCloseTo(applied.value("sigma"), within(0.12));
  }

  /** Of a wave of 8 pixels, a Gaussian of 1.5 leaves exp(-0.69), half; so half is added, times. */
  private static void sharpen(Edit edit, long seed) {
    Picture wave =
        TestPictures.grey(
            WIDTH, 16, (x, y) -> (int) Math.round(128 + 25 * Math.cos(x * Math.PI / 4)));
    Applied applied = Applied.of(edit, wave, seed);
    double gain = Statistics.deviation(applied.picture()) / Statistics.deviation(wave);
    assertThat(gain).isCloseTo(1 + 0.5 * applied.value("amount"), FEW);
    assertThat(Statistics.mean(applied.picture())).isCloseTo(Statistics.mean(wave), within(1.0));
  }

  private static void noise(Edit edit, long seed) {
    Applied applied = Applied.of(edit, flat(128), seed);
    assertThat(Statistics.deviation(applied.picture())).isCloseTo(applied.value("sd"), FEW);
    assertThat(Statistics.mean(applied.picture())).isCloseTo(128, within(1.0));
    double together = 0;
    for (int at = 0; at < WIDTH * HEIGHT; at++) {
      int x = at % WIDTH;
      int y = at / WIDTH;
      together +=
          (TestPictures.blue(applied.picture(), x, y) - 128.0)
              * (TestPictures.red(applied.picture(), x, y) - 128.0);
    }
    double correlation = together / (WIDTH * HEIGHT) / Math.pow(applied.value("sd"), 2);
    assertThat(correlation).isCloseTo(0, within(0.03));
  }

  private static void bright(Edit edit, long seed) {
    Applied applied = Applied.of(edit, flat(128), seed);
    assertThat(Statistics.mean(applied.picture()) - 128)
        .isCloseTo(applied.value("by"), within(0.5));
    assertThat(Statistics.values(Applied.picture(edit, ramp(), seed)))
        .contains(applied.value("by") > 0 ? 255 : 0);
  }

  private static void contrast(Edit edit, long seed) {
    Picture soft = TestPictures.grey(WIDTH, HEIGHT, (x, y) -> 128 - 40 + 80 * (x & 1));
    Applied applied = Applied.of(edit, soft, seed);
    assertThat(Statistics.deviation(applied.picture()) / Statistics.deviation(soft))
        .isCloseTo(applied.value("factor"), within(0.02));
    assertThat(Statistics.mean(applied.picture())).isCloseTo(128, within(0.6));
  }

  private static void gamma(Edit edit, long seed) {
    Applied applied = Applied.of(edit, ramp(), seed);
    for (int sample : new int[] {0, 30, 64, 128, 200, 255}) {
      double read = TestPictures.green(applied.picture(), sample, 1) / 255.0;
      assertThat(read).isCloseTo(Math.pow(sample / 255.0, applied.value("power")), within(0.003));
    }
  }

  /** A tenth of the pixels lies in every tenth of the range. */
  private static void equalise(Edit edit, long seed) {
    Picture dark = TestPictures.grey(WIDTH, HEIGHT, (x, y) -> x * x / 1024);
    Picture equalised = Applied.picture(edit, dark, seed);
    for (int tenth = 1; tenth < 10; tenth++) {
      int below = 0;
      for (int x = 0; x < WIDTH; x++) {
        below += TestPictures.red(equalised, x, 0) <= 25.5 * tenth ? 1 : 0;
      }
      assertThat(below / (double) WIDTH).isCloseTo(tenth / 10.0, within(0.13));
    }
  }

  /** Faint detail becomes clear, both where it is dark and where it is bright. */
  private static void clahe(Edit edit, long seed) {
    Picture faint =
        TestPictures.grey(
            WIDTH, HEIGHT, (x, y) -> (x < WIDTH / 2 ? 40 : 200) + (x / 4 + y / 4) % 8);
    Picture clear = Applied.picture(edit, faint, seed);
    for (int x : new int[] {0, WIDTH / 2}) {
      Region half = new Region(x + 16, 0, WIDTH / 2 - 32, HEIGHT);
      assertThat(Statistics.deviation(clear.cropped(half)))
          .isGreaterThan(1.5 * Statistics.deviation(faint.cropped(half)));
    }
    assertThat(clear).isNotEqualTo(Applied.picture(Edit.parse("equalise"), faint, seed));
  }

  private static void gray(Edit edit, long seed) {
    Picture grey = Applied.picture(edit, NOISE, seed);
    for (int at = 0; at < WIDTH * HEIGHT; at++) {
      int rgb = grey.pixels().rgb(at % WIDTH, at / WIDTH);
      float luma = NOISE.pixels().luma(at % WIDTH, at / WIDTH);
      if (rgb != (rgb & 0xff) * 0x010101 || Math.abs((rgb & 0xff) - luma) > 1) {
        throw new AssertionError("pixel " + at + " is " + Integer.toHexString(rgb));
      }
    }
  }

  private static void saturate(Edit edit, long seed) {
    Picture pale = TestPictures.flat(WIDTH, HEIGHT, 0x8c8078);
    Applied applied = Applied.of(edit, pale, seed);
    double before = 0x8c - 0x78;
    double after =
        TestPictures.red(applied.picture(), 3, 3) - TestPictures.blue(applied.picture(), 3, 3);
    assertThat(after / before).isCloseTo(applied.value("factor"), within(0.1));
    assertThat(applied.picture().pixels().luma(3, 3))
        .isCloseTo(pale.pixels().luma(3, 3), within(1f));
  }

  /** Read by the JDK's own HSB. */
  private static void hue(Edit edit, long seed) {
    for (int rgb : new int[] {0xc83232, 0x32c864, 0x4646dc, 0xc8c814, 0x14b4b4}) {
      Applied applied = Applied.of(edit, TestPictures.flat(8, 8, rgb), seed);
      float[] before = hsb(rgb);
      float[] after = hsb(applied.picture().pixels().rgb(4, 4));
      double turned = 360 * (after[0] - before[0] + 1) % 360;
      assertThat(turned).isCloseTo(applied.value("degrees"), within(3.0));
      assertThat(after[1]).isCloseTo(before[1], within(0.02f));
      assertThat(after[2]).isCloseTo(before[2], within(0.01f));
    }
  }

  private static float[] hsb(int rgb) {
    return Color.RGBtoHSB(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff, null);
  }

  private static void sepia(Edit edit, long seed) {
    Picture sepia = Applied.picture(edit, ramp(), seed);
    for (int x = 20; x < 180; x++) {
      int red = TestPictures.red(sepia, x, 0);
      int green = TestPictures.green(sepia, x, 0);
      assertThat(red).isGreaterThan(green).isGreaterThan(TestPictures.red(sepia, x - 3, 0));
      assertThat(green).isGreaterThan(TestPictures.blue(sepia, x, 0));
    }
  }

  private static void vignette(Edit edit, long seed) {
    Applied applied = Applied.of(edit, flat(128), seed);
    Picture picture = applied.picture();
    double middle = TestPictures.green(picture, WIDTH / 2, HEIGHT / 2);
    double corner = TestPictures.green(picture, 0, HEIGHT - 1);
    assertThat(middle).isCloseTo(128, within(1.0));
    assertThat(corner / middle).isCloseTo(1 - applied.value("strength"), within(0.02));
    assertThat(TestPictures.red(picture, WIDTH / 2, HEIGHT / 2))
        .isGreaterThan(TestPictures.blue(picture, WIDTH / 2, HEIGHT / 2) + 10);
  }

  private static void fade(Edit edit, long seed) {
    Applied applied = Applied.of(edit, ramp(), seed);
    assertThat(Statistics.deviation(applied.picture()) / Statistics.deviation(ramp()))
        .isCloseTo(1 - applied.value("strength"), within(0.01));
    assertThat(TestPictures.red(applied.picture(), 150, 0)).isEqualTo(150);
  }

  /** Light is neither won nor lost on the whole; stripes repeat, and colours differ. */
  private static void moire(Edit edit, long seed) {
    Applied applied = Applied.of(edit, flat(120), seed);
    double strength = applied.value("strength");
    assertThat(Statistics.mean(applied.picture())).isCloseTo(120, within(2.0));
    int most =
        Statistics.values(applied.picture()).stream()
            .mapToInt(Integer::intValue)
            .max()
            .orElseThrow();
    assertThat(most / 120.0 - 1).isCloseTo(strength, within(0.03));
    assertThat(Statistics.deviation(applied.picture()) / 120).isCloseTo(strength / 2, within(0.02));
    assertThat(applied.picture())
        .isNotEqualTo(Applied.picture(Edit.parse("gray"), applied.picture(), seed));
  }

  private static void glare(Edit edit, long seed) {
    Applied applied = Applied.of(edit, flat(0), seed);
    int x = (int) applied.value("x");
    int y = (int) applied.value("y");
    double brightest =
        Statistics.values(applied.picture()).stream()
            .mapToInt(Integer::intValue)
            .max()
            .orElseThrow();
    assertThat(brightest / 255)
        .isBetween(0.7 * applied.value("strength"), applied.value("strength") + 0.01);
    assertThat(TestPictures.green(applied.picture(), x, y)).isGreaterThan((int) (0.9 * brightest));
    assertThat(Statistics.mean(applied.picture()) / 255)
        .isBetween(0.03 * applied.value("strength"), 0.5 * applied.value("strength"));
    Picture white = flat(255);
    assertThat(Applied.picture(edit, white, seed)).isEqualTo(white);
  }

  private static void invert(Edit edit, long seed) {
    assertThat(Applied.picture(edit, TestPictures.markers(), seed))
        .isEqualTo(TestPictures.negative());
  }

  private static void halftone(Edit edit, long seed) {
    for (int value : new int[] {20, 90, 128, 230}) {
      Applied applied = Applied.of(edit, flat(value), seed);
      int period = (int) applied.value("period");
      assertThat(Statistics.values(applied.picture())).isSubsetOf(0, 255);
      assertThat(Statistics.mean(applied.picture()))
          .isCloseTo(value, within(255.0 / period / period));
      Region first = new Region(0, 0, WIDTH - period, HEIGHT - period);
      assertThat(applied.picture().cropped(first.at(period, period)))
          .isEqualTo(applied.picture().cropped(first));
    }
  }

  private static void dither(Edit edit, long seed) {
    for (int value : new int[] {20, 90, 128, 230}) {
      Picture dithered = Applied.picture(edit, flat(value), seed);
      assertThat(Statistics.values(dithered)).containsExactlyInAnyOrder(0, 255);
      assertThat(Statistics.mean(dithered)).isCloseTo(value, within(1.5));
    }
  }

  private static void posterise(Edit edit, long seed) {
    Applied applied = Applied.of(edit, ramp(), seed);
    assertThat(Statistics.values(applied.picture()))
        .hasSize((int) applied.value("levels"))
        .contains(0, 255);
    assertThat(Statistics.difference(applied.picture(), ramp()))
        .isLessThan(255 / (applied.value("levels") - 1) / 3);
  }
}
