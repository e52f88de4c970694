package org.hashmatch.eval.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hashmatch.eval.attack.TestPictures.HEIGHT;
import static org.hashmatch.eval.attack.TestPictures.WIDTH;

import java.util.HashSet;
import java.util.Set;

/** How much of the result the original is, where it lies, and what is around it. */
final class SurroundingMeasures {

  private SurroundingMeasures() {}

  static void measure(Edit edit, long seed) {
    switch (edit.kind()) {
      case "border" -> border((BorderEdit.Border) edit, seed);
      case "letterbox" -> bars(edit, seed, false);
      case "pillarbox" -> bars(edit, seed, true);
      case "blur-pad" -> blurPad(edit, seed);
      case "phone", "desktop" -> screen(edit, seed);
      case "chat" -> chat(edit, seed);
      case "story" -> story(edit, seed);
      case "collage" -> collage(edit, seed);
      case "inset" -> inset(edit, seed);
      case "meme" -> meme((CollageEdit.Meme) edit, seed);
      default -> throw new AssertionError("nobody measures " + edit.kind());
    }
  }

  private static void border(BorderEdit.Border edit, long seed) {
    Footprint print = Footprint.of(edit, seed);
    int x = (int) Math.round(print.value("share") * WIDTH);
    int y = (int) Math.round(print.value("share") * HEIGHT);
    isWhole(print, new Region(x, y, WIDTH, HEIGHT));
    assertThat(print.width()).isEqualTo(WIDTH + 2 * x);
    assertThat(print.height()).isEqualTo(HEIGHT + 2 * y);
    Set<Integer> colours = coloursAround(print);
    assertThat(colours).hasSize(1);
    switch (edit.tint()) {
      case BLACK -> assertThat(colours).containsExactly(0);
      case WHITE -> assertThat(colours).containsExactly(0xffffff);
      case DRAWN -> assertThat(colours).containsExactly((int) print.value("rgb"));
    }
  }

  private static void bars(Edit edit, long seed, boolean sideways) {
    Footprint print = Footprint.of(edit, seed);
    int x = sideways ? (int) Math.round(print.value("share") * WIDTH) : 0;
    int y = sideways ? 0 : (int) Math.round(print.value("share") * HEIGHT);
    isWhole(print, new Region(x, y, WIDTH, HEIGHT));
    assertThat(print.width()).isEqualTo(WIDTH + 2 * x);
    assertThat(print.height()).isEqualTo(HEIGHT + 2 * y);
    assertThat(coloursAround(print)).containsExactly(0);
  }

  /** The bars depend on the picture as well, but no pixel of them is its. */
  private static void blurPad(Edit edit, long seed) {
    Applied applied = Applied.of(edit, TestPictures.noise(), seed);
    Picture picture = applied.picture();
    int bar = (int) Math.round(applied.value("share") * HEIGHT);
    assertThat(picture.width()).isEqualTo(WIDTH);
    assertThat(picture.height()).isEqualTo(HEIGHT + 2 * bar);
    assertThat(picture.cropped(new Region(0, bar, WIDTH, HEIGHT))).isEqualTo(TestPictures.noise());
    double noise = Statistics.deviation(TestPictures.noise());
    for (int y : new int[] {0, picture.height() - bar}) {
      Picture padding = picture.cropped(new Region(0, y, WIDTH, bar));
      assertThat(Statistics.deviation(padding)).isBetween(0.01 * noise, 0.3 * noise);
      assertThat(Statistics.mean(padding)).isCloseTo(127.5, within(10.0));
    }
    assertThat(Footprint.of(edit, seed).leastShare()).isGreaterThan(0.99);
  }

  private static void screen(Edit edit, long seed) {
    Footprint print = Footprint.of(edit, seed);
    isWhole(print, print.bounds(true));
    double area = (double) WIDTH * HEIGHT / print.width() / print.height();
    assertThat(area).isCloseTo(print.value("area"), within(0.005));
    assertThat(print.meanShare()).isCloseTo(print.value("area"), within(0.005));
    assertThat(coloursAround(print)).hasSizeGreaterThan(10);
  }

  private static void chat(Edit edit, long seed) {
    Footprint print = Footprint.of(edit, seed);
    isWhole(print, print.bounds(true));
    assertThat((double) WIDTH / print.width()).isCloseTo(print.value("width"), within(0.005));
    assertThat(print.height()).isGreaterThan(2 * print.width());
    assertThat(coloursAround(print)).hasSizeGreaterThan(10);
  }

  /** Text lies over the lower quarter of the picture. */
  private static void story(Edit edit, long seed) {
    Footprint print = Footprint.of(edit, seed);
    Region bounds = print.bounds(true);
    assertThat(bounds.width()).isEqualTo(print.width()).isEqualTo(WIDTH);
    assertThat(bounds.height()).isEqualTo(HEIGHT);
    assertThat(bounds.y()).isCloseTo((print.height() - HEIGHT) / 2, within(1));
    assertThat((double) print.height() / print.width()).isCloseTo(16 / 9.0, within(0.01));
    Region upper = new Region(0, 0, WIDTH, HEIGHT * 7 / 10);
    assertThat(print.picture().cropped(new Region(0, bounds.y(), WIDTH, upper.height())))
        .isEqualTo(TestPictures.markers().cropped(upper));
    assertThat(print.meanShare()).isLessThan((double) HEIGHT / print.height());
  }

  private static void collage(Edit edit, long seed) {
    Footprint print = Footprint.of(edit, seed);
    int rows = (int) print.value("rows");
    int columns = (int) print.value("columns");
    double cells = rows * columns;
    assertThat(print.meanShare()).isBetween(0.85 / cells, 1 / cells);
    Region own = print.bounds(true);
    assertThat((double) own.width() / own.height()).isCloseTo(4 / 3.0, within(0.03));
    int column = (own.x() + own.width() / 2) * columns / print.width();
    int row = (own.y() + own.height() / 2) * rows / print.height();
    assertThat(row * columns + column).isEqualTo((int) print.value("cell"));
    assertThat(print.fit(true)[1]).isCloseTo((double) WIDTH / own.width(), within(0.05));
    assertThat(print.fit(false)[2]).isCloseTo((double) HEIGHT / own.height(), within(0.05));
    assertThat(coloursAround(print)).hasSizeGreaterThan(200);
  }

  private static void inset(Edit edit, long seed) {
    Footprint print = Footprint.of(edit, seed);
    Region own = print.bounds(true);
    assertThat(print.width()).isEqualTo(WIDTH);
    assertThat(print.height()).isEqualTo(HEIGHT);
    assertThat((double) own.width() / WIDTH).isCloseTo(print.value("side"), within(0.005));
    assertThat((double) own.height() / HEIGHT).isCloseTo(print.value("side"), within(0.005));
    double area = (double) own.width() * own.height() / (WIDTH * HEIGHT);
    assertThat(print.meanShare()).isCloseTo(area, within(0.001));
    assertThat(coloursAround(print)).hasSizeGreaterThan(200);
  }

  private static void meme(CollageEdit.Meme edit, long seed) {
    Footprint print = Footprint.of(edit, seed);
    int bar = (int) Math.round(print.value("height") * HEIGHT);
    int bars = edit.bars() == CollageEdit.Bars.BOTH ? 2 : 1;
    isWhole(print, new Region(0, bar, WIDTH, HEIGHT));
    assertThat(print.height()).isEqualTo(HEIGHT + bars * bar);
    for (int y = 0; y < print.height(); y += bar + HEIGHT) {
      Picture text = print.picture().cropped(new Region(0, y, WIDTH, bar));
      assertThat(Statistics.mean(text)).isBetween(160.0, 250.0);
      assertThat(Statistics.values(text)).contains(0, 255);
    }
  }

  /** That the original lies there, pixel by pixel, and nowhere else. */
  private static void isWhole(Footprint print, Region place) {
    assertThat(print.bounds(true)).isEqualTo(place);
    assertThat(print.picture().cropped(place)).isEqualTo(TestPictures.markers());
  }

  private static Set<Integer> coloursAround(Footprint print) {
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < print.height(); y++) {
      for (int x = 0; x < print.width(); x++) {
        if (print.share(x, y) == 0) {
          colours.add(print.picture().pixels().rgb(x, y));
        }
      }
    }
    return colours;
  }
}
