package org.hashmatch.eval.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hashmatch.eval.attack.TestPictures.HEIGHT;
import static org.hashmatch.eval.attack.TestPictures.WIDTH;

import java.util.stream.IntStream;
import org.assertj.core.data.Offset;

/** Which of the original's pixels are where. */
final class GeometryMeasures {

  private static final Offset<Double> SLOPE = within(0.01);
  private static final Offset<Double> PIXEL = within(1.0);

  private GeometryMeasures() {}

  static void measure(Edit edit, long seed) {
    switch (edit.kind()) {
      case "crop" -> crop((CropEdit.Crop) edit, seed);
      case "crop-side" -> cropSide(edit, seed);
      case "crop-square" -> cropSquare(edit, seed);
      case "resize" -> resize(edit, seed);
      case "limit" -> limit(edit, seed);
      case "aspect" -> aspect(edit, seed);
      case "mirror" -> moved(edit, seed, (x, y) -> new int[] {WIDTH - 1 - x, y});
      case "flip" -> moved(edit, seed, (x, y) -> new int[] {x, HEIGHT - 1 - y});
      case "turn" -> turn(edit, seed);
      case "rotate" -> rotate((WarpEdit.Rotate) edit, seed);
      case "shear" -> shear(edit, seed);
      case "perspective" -> perspective(edit, seed);
      default -> throw new AssertionError("nobody measures " + edit.kind());
    }
  }

  private static void crop(CropEdit.Crop edit, long seed) {
    Footprint print = Footprint.of(edit, seed);
    double left = (double) print.width() * print.height() / (WIDTH * HEIGHT);
    assertThat(1 - left).isCloseTo(print.value("area"), within(0.006));
    assertThat((double) print.width() / print.height()).isCloseTo(4 / 3.0, within(0.02));
    Region cut = isUnchangedPart(print);
    int right = WIDTH - cut.right();
    int below = HEIGHT - cut.bottom();
    if (edit.place() == CropEdit.Place.CENTRE) {
      assertThat(Math.abs(cut.x() - right)).isLessThanOrEqualTo(1);
      assertThat(Math.abs(cut.y() - below)).isLessThanOrEqualTo(1);
    } else {
      assertThat(Math.min(cut.x(), right)).isZero();
      assertThat(Math.min(cut.y(), below)).isZero();
      assertThat(Math.max(cut.x(), right)).isPositive();
      assertThat(Math.max(cut.y(), below)).isPositive();
    }
  }

  private static void cropSide(Edit edit, long seed) {
    Footprint print = Footprint.of(edit, seed);
    double left = (double) print.width() * print.height() / (WIDTH * HEIGHT);
    assertThat(1 - left).isCloseTo(print.value("share"), within(0.005));
    Region cut = isUnchangedPart(print);
    int[] lost = {cut.x(), cut.y(), WIDTH - cut.right(), HEIGHT - cut.bottom()};
    assertThat(IntStream.of(lost).filter(side -> side > 0).count()).isOne();
  }

  private static void cropSquare(Edit edit, long seed) {
    assertThat(isUnchangedPart(Footprint.of(edit, seed)))
        .isEqualTo(new Region((WIDTH - HEIGHT) / 2, 0, HEIGHT, HEIGHT));
  }

  /** Which part of the original the result is, pixel by pixel. */
  private static Region isUnchangedPart(Footprint print) {
    Picture picture = print.picture();
    Region part =
        new Region(
            TestPictures.blue(picture, 0, 0),
            TestPictures.green(picture, 0, 0),
            picture.width(),
            picture.height());
    assertThat(picture).isEqualTo(TestPictures.markers().cropped(part));
    return part;
  }

  private static void resize(Edit edit, long seed) {
    Footprint print = Footprint.of(edit, seed);
    double factor = print.value("factor");
    isScaled(print, factor, factor);
  }

  private static void aspect(Edit edit, long seed) {
    Footprint print = Footprint.of(edit, seed);
    isScaled(print, print.value("ratio"), 1);
  }

  private static void isScaled(Footprint print, double factorX, double factorY) {
    assertThat((double) print.width()).isCloseTo(WIDTH * factorX, within(0.51));
    assertThat((double) print.height()).isCloseTo(HEIGHT * factorY, within(0.51));
    assertThat(print.fit(true)[1]).isCloseTo((double) WIDTH / print.width(), within(0.05));
    assertThat(print.fit(false)[2]).isCloseTo((double) HEIGHT / print.height(), within(0.05));
    assertThat(print.fit(true)[0]).isCloseTo(0, PIXEL);
    assertThat(print.fit(false)[0]).isCloseTo(0, PIXEL);
  }

  /** Twice: of a picture that is larger, and of one that is not. */
  private static void limit(Edit edit, long seed) {
    Picture large = TestPictures.flat(2000, 1000, 0x123456);
    Applied applied = Applied.of(edit, large, seed);
    assertThat((double) applied.picture().width()).isEqualTo(applied.value("side"));
    assertThat(applied.picture().height()).isEqualTo(Math.round(applied.value("side") / 2));
    Picture small = TestPictures.markers().cropped(new Region(10, 10, 60, 40));
    assertThat(Applied.picture(edit, small, seed)).isEqualTo(small);
  }

  /** Where a pixel of the original comes to lie. */
  private interface Place {
    int[] of(int x, int y);
  }

  private static void moved(Edit edit, long seed, Place place) {
    Picture before = TestPictures.noise();
    Picture after = Applied.picture(edit, before, seed);
    assertThat(after.width() * after.height()).isEqualTo(WIDTH * HEIGHT);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int[] at = place.of(x, y);
        if (after.pixels().rgb(at[0], at[1]) != before.pixels().rgb(x, y)) {
          throw new AssertionError("pixel " + x + "," + y + " is not at " + at[0] + "," + at[1]);
        }
      }
    }
  }

  private static void turn(Edit edit, long seed) {
    switch ((int) Applied.of(edit, TestPictures.markers(), seed).value("quarters")) {
      case 1 -> moved(edit, seed, (x, y) -> new int[] {HEIGHT - 1 - y, x});
      case 2 -> moved(edit, seed, (x, y) -> new int[] {WIDTH - 1 - x, HEIGHT - 1 - y});
      default -> moved(edit, seed, (x, y) -> new int[] {y, WIDTH - 1 - x});
    }
  }

  private static void rotate(WarpEdit.Rotate edit, long seed) {
    Footprint print = Footprint.of(edit, seed);
    double[] column = print.fit(true);
    double[] row = print.fit(false);
    double degrees = Math.toDegrees(Math.atan2(-row[1], row[2]));
    assertThat(Math.abs(degrees)).isCloseTo(print.value("degrees"), within(0.2));
    assertThat(degrees < 0).isEqualTo(print.value("clockwise") == 0);
    assertThat(Math.hypot(column[1], column[2])).isCloseTo(1, SLOPE);
    assertThat(at(column, print)).isCloseTo(WIDTH / 2.0, PIXEL);
    assertThat(at(row, print)).isCloseTo(HEIGHT / 2.0, PIXEL);
    double all = WIDTH * HEIGHT;
    double shown = print.meanShare() * print.width() * print.height();
    switch (edit.corners()) {
      case FILL -> assertThat(print.picture().width()).isEqualTo(WIDTH);
      case INNER -> {
        assertThat(print.leastShare()).isGreaterThan(0.98);
        assertThat(shown).isLessThan(all);
      }
      case EXPAND -> assertThat(shown).isCloseTo(all, within(0.005 * all));
    }
  }

  /** What a fit says of the middle. */
  private static double at(double[] fit, Footprint print) {
    return fit[0] + fit[1] * print.width() / 2 + fit[2] * print.height() / 2;
  }

  private static void shear(Edit edit, long seed) {
    Footprint print = Footprint.of(edit, seed);
    double[] column = print.fit(true);
    assertThat(Math.abs(column[2])).isCloseTo(print.value("share"), SLOPE);
    assertThat(column[1]).isCloseTo(1, SLOPE);
    assertThat(at(column, print)).isCloseTo(WIDTH / 2.0, PIXEL);
    assertThat(print.fit(false)[1]).isCloseTo(0, SLOPE);
    assertThat(print.fit(false)[2]).isCloseTo(1, SLOPE);
  }

  /** No pixel may move further than the corners may; some must move. */
  private static void perspective(Edit edit, long seed) {
    Footprint print = Footprint.of(edit, seed);
    assertThat(print.width()).isEqualTo(WIDTH);
    assertThat(print.height()).isEqualTo(HEIGHT);
    double furthest = 0;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        if (print.share(x, y) > 0.999) {
          int right = Math.abs(x - TestPictures.blue(print.picture(), x, y));
          int down = Math.abs(y - TestPictures.green(print.picture(), x, y));
          furthest = Math.max(furthest, Math.max((double) right / WIDTH, (double) down / HEIGHT));
        }
      }
    }
    double share = print.value("share");
    assertThat(furthest).isBetween(share / 4, share * 1.4 + 0.01);
  }
}
