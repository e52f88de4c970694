package org.hashmatch.eval.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hashmatch.eval.attack.TestPictures.HEIGHT;
import static org.hashmatch.eval.attack.TestPictures.WIDTH;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;

/** How much of the original is covered or replaced, and where. */
final class CoverMeasures {

  /** One point of a hundred. */
  private static final Offset<Double> POINT = within(0.01);

  private CoverMeasures() {}

  static void measure(Edit edit, long seed) {
    switch (edit.kind()) {
      case "caption" -> caption((OverlayEdit.Caption) edit, seed);
      case "watermark" -> watermark(edit, seed);
      case "watermark-tiles" -> tiles(edit, seed);
      case "logo" -> logo(edit, seed);
      case "emoji" -> emoji(edit, seed);
      case "black-block" -> blackBlock(edit, seed);
      case "pixelate" -> pixelate(edit, seed);
      case "blur-block" -> blurBlock(edit, seed);
      case "face-paste" -> facePaste(edit, seed);
      case "replace" -> replace((PasteEdit.Replace) edit, seed);
      default -> throw new AssertionError("nobody measures " + edit.kind());
    }
  }

  private static Footprint sameSize(Edit edit, long seed) {
    Footprint print = Footprint.of(edit, seed);
    assertThat(print.width()).isEqualTo(WIDTH);
    assertThat(print.height()).isEqualTo(HEIGHT);
    return print;
  }

  private static void caption(OverlayEdit.Caption edit, long seed) {
    Footprint print = sameSize(edit, seed);
    Region covered = print.bounds(false);
    double height = print.value("height");
    if (edit.backing() == OverlayEdit.Backing.BAR) {
      assertThat(1 - print.meanShare()).isCloseTo(height, POINT);
      assertThat(covered.width()).isEqualTo(WIDTH);
      assertThat(covered.bottom()).isEqualTo(HEIGHT);
    } else {
      assertThat(1 - print.meanShare()).isBetween(0.15 * height, height);
      assertThat((double) covered.height() / HEIGHT).isBetween(0.5 * height, 1.4 * height);
      assertThat(covered.y()).isGreaterThan(HEIGHT / 2);
      assertThat(covered.width()).isGreaterThan(WIDTH / 2);
      assertThat(covered.bottom()).isLessThan(HEIGHT);
    }
    Picture text = ColourMatrix.saturation(0).apply(print.picture().cropped(covered));
    assertThat(Statistics.values(text))
        .as("white on black")
        .anyMatch(luma -> luma < 5)
        .anyMatch(luma -> luma > 200);
  }

  /** The word is as opaque as said, and reaches from the one corner towards the other. */
  private static void watermark(Edit edit, long seed) {
    Footprint print = sameSize(edit, seed);
    assertThat(1 - print.leastShare()).isCloseTo(print.value("opacity"), POINT);
    double[] corners = {
      touched(print, 0, 0), touched(print, 2, 0), touched(print, 2, 2), touched(print, 0, 2)
    };
    boolean down = corners[0] + corners[2] > corners[1] + corners[3];
    assertThat(corners[down ? 0 : 1]).isGreaterThan(0.03);
    assertThat(corners[down ? 2 : 3]).isGreaterThan(0.03);
    assertThat(touched(print, 1, 1)).isGreaterThan(0.1);
    assertThat(corners[down ? 1 : 0]).isZero();
    assertThat(corners[down ? 3 : 2]).isZero();
  }

  private static void tiles(Edit edit, long seed) {
    Footprint print = sameSize(edit, seed);
    assertThat(1 - print.leastShare()).isCloseTo(print.value("opacity"), POINT);
    for (int ninth = 0; ninth < 9; ninth++) {
      assertThat(touched(print, ninth % 3, ninth / 3)).isBetween(0.02, 0.6);
    }
  }

  /** The share of pixels that are changed in one of 3x3 parts. */
  private static double touched(Footprint print, int column, int row) {
    int touched = 0;
    int all = 0;
    for (int y = row * HEIGHT / 3; y < (row + 1) * HEIGHT / 3; y++) {
      for (int x = column * WIDTH / 3; x < (column + 1) * WIDTH / 3; x++) {
        all++;
        touched += print.share(x, y) < 0.99 ? 1 : 0;
      }
    }
    return (double) touched / all;
  }

  private static void logo(Edit edit, long seed) {
    Footprint print = sameSize(edit, seed);
    Region covered = print.bounds(false);
    double area = print.value("area");
    assertThat(1 - print.meanShare()).isCloseTo(area, within(0.005));
    assertThat((double) covered.width() * covered.height() / (WIDTH * HEIGHT))
        .isCloseTo(area, within(0.005));
    assertThat(Math.min(covered.x(), WIDTH - covered.right())).isLessThan(WIDTH / 20);
    assertThat(Math.min(covered.y(), HEIGHT - covered.bottom())).isLessThan(HEIGHT / 20);
    assertThat(Statistics.deviation(print.picture().cropped(covered))).isGreaterThan(10);
  }

  private static void emoji(Edit edit, long seed) {
    Footprint print = sameSize(edit, seed);
    assertThat(1 - print.meanShare()).isCloseTo(print.value("area"), POINT);
    assertThat(islands(print)).isEqualTo((int) print.value("count"));
  }

  /** How many connected parts are covered. */
  private static int islands(Footprint print) {
    boolean[] seen = new boolean[WIDTH * HEIGHT];
    int islands = 0;
    for (int at = 0; at < seen.length; at++) {
      if (!seen[at] && print.share(at % WIDTH, at / WIDTH) < 0.5) {
        islands++;
        flood(print, at, seen);
      }
    }
    return islands;
  }

  private static void flood(Footprint print, int start, boolean[] seen) {
    Deque<Integer> open = new ArrayDeque<>();
    open.add(start);
    while (!open.isEmpty()) {
      int at = open.remove();
      int x = at % WIDTH;
      int y = at / WIDTH;
      if (seen[at] || print.share(x, y) >= 0.5) {
        continue;
      }
      seen[at] = true;
      if (x > 0) {
        open.add(at - 1);
      }
      if (x < WIDTH - 1) {
        open.add(at + 1);
      }
      if (y > 0) {
        open.add(at - WIDTH);
      }
      if (y < HEIGHT - 1) {
        open.add(at + WIDTH);
      }
    }
  }

  private static void blackBlock(Edit edit, long seed) {
    Footprint print = sameSize(edit, seed);
    Region block = isRectangle(print.bounds(false), print.value("area"));
    assertThat(1 - print.meanShare()).isCloseTo(print.value("area"), POINT);
    assertThat(Statistics.values(print.picture().cropped(block))).containsExactly(0);
  }

  private static void pixelate(Edit edit, long seed) {
    Applied applied = Applied.of(edit, TestPictures.noise(), seed);
    Region block = isRectangle(changed(applied.picture()), applied.value("area"));
    Picture squares = applied.picture().cropped(block);
    long colours =
        IntStream.range(0, block.width() * block.height())
            .map(at -> squares.pixels().rgb(at % block.width(), at / block.width()))
            .distinct()
            .count();
    assertThat(colours).isBetween(60L, 100L);
  }

  private static void blurBlock(Edit edit, long seed) {
    Applied applied = Applied.of(edit, TestPictures.noise(), seed);
    Region block = isRectangle(changed(applied.picture()), applied.value("area"));
    assertThat(Statistics.deviation(applied.picture().cropped(block))).isLessThan(25);
    assertThat(Statistics.mean(applied.picture().cropped(block))).isCloseTo(127.5, within(5.0));
  }

  private static Region isRectangle(Region block, double area) {
    assertThat((double) block.width() * block.height() / (WIDTH * HEIGHT)).isCloseTo(area, POINT);
    assertThat((double) block.width() / block.height()).isCloseTo(4 / 3.0, within(0.05));
    return block;
  }

  /** The smallest rectangle outside of which nothing of the noise is changed. */
  private static Region changed(Picture picture) {
    Picture noise = TestPictures.noise();
    int left = WIDTH;
    int top = HEIGHT;
    int right = 0;
    int bottom = 0;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        if (picture.pixels().rgb(x, y) != noise.pixels().rgb(x, y)) {
          left = Math.min(left, x);
          top = Math.min(top, y);
          right = Math.max(right, x + 1);
          bottom = Math.max(bottom, y + 1);
        }
      }
    }
    return new Region(left, top, right - left, bottom - top);
  }

  private static void facePaste(Edit edit, long seed) {
    Footprint print = sameSize(edit, seed);
    assertThat(1 - print.meanShare()).isCloseTo(print.value("area"), POINT);
    Region face = print.bounds(false);
    assertThat((double) face.height() / face.width()).isCloseTo(4 / 3.0, within(0.1));
    assertThat(face.x() + face.width() / 2.0).isCloseTo(print.value("x"), within(2.0));
    assertThat(face.y() + face.height() / 2.0).isCloseTo(print.value("y"), within(2.0));
    assertThat(print.leastShare()).isZero();
  }

  private static void replace(PasteEdit.Replace edit, long seed) {
    Footprint print = sameSize(edit, seed);
    double area = print.value("area");
    assertThat(1 - print.meanShare()).isCloseTo(area, POINT);
    assertThat(print.leastShare()).isZero();
    Region replaced = print.bounds(false);
    if (edit.shape() == PasteEdit.Shape.LOWER) {
      assertThat(replaced.width()).isEqualTo(WIDTH);
      assertThat(replaced.bottom()).isEqualTo(HEIGHT);
      assertThat((double) replaced.height() / HEIGHT).isCloseTo(area, POINT);
    } else {
      assertThat(replaced.x() + replaced.width() / 2.0).isCloseTo(WIDTH / 2.0, within(1.0));
      assertThat(replaced.y() + replaced.height() / 2.0).isCloseTo(HEIGHT / 2.0, within(1.0));
      assertThat(Math.PI / 4 * replaced.width() * replaced.height() / (WIDTH * HEIGHT))
          .isCloseTo(area, within(0.015));
    }
    assertThat(Statistics.deviation(print.picture().cropped(replaced))).isGreaterThan(10);
  }
}
