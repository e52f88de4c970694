package org.hashmatch.eval.attack;

import java.util.ArrayList;
import java.util.List;

/** Something drawn over the picture, whose size stays. */
sealed interface OverlayEdit extends Edit {

  /** How a caption stands out. */
  enum Backing {
    /** White letters with a black outline. */
    OUTLINE,
    /** White letters on a black bar across the picture. */
    BAR
  }

  /**
   * A line of text: on a bar, at the lower margin; without, a third of its height above.
   *
   * @param height of the text's region, which is as wide as the picture, as a share of the
   *     picture's height, 0.01..0.7
   * @param backing {@code outline} or {@code bar}
   */
  record Caption(Span height, Backing backing) implements OverlayEdit {
    public Caption {
      height.within("height", 0.01, 0.7);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      int rows = Region.side(context.draw("height", height) * picture.height());
      int above = backing == Backing.BAR ? 0 : rows / 3;
      Region bar = new Region(0, picture.height() - rows - above, picture.width(), rows);
      String text = Phrases.line(context.random());
      return Canvas.over(
          picture,
          canvas -> {
            if (backing == Backing.BAR) {
              canvas.fill(bar, 0);
            }
            canvas.outlined(text, bar, Colours.WHITE, 0);
          });
    }
  }

  /**
   * A large word along a diagonal, which is drawn, in translucent white.
   *
   * @param opacity 0..1
   */
  record Watermark(Span opacity) implements OverlayEdit {
    private static final double LENGTH = 0.85;
    private static final int ASPECT = 5;

    public Watermark {
      opacity.within("opacity", 0, 1);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      double opaque = context.draw("opacity", opacity);
      double diagonal = StrictMath.hypot(picture.width(), picture.height());
      int length = Region.side(LENGTH * diagonal);
      String text = Phrases.mark(context.random());
      Picture word =
          Canvas.plain(
              length,
              Region.side(length / (double) ASPECT),
              0,
              canvas ->
                  canvas.text(
                      text, new Region(0, 0, canvas.width(), canvas.height()), 2, Colours.WHITE));
      double sine = (context.random().coin() ? 1 : -1) * picture.height() / diagonal;
      return stamped(picture, word, picture.width() / diagonal, sine, opaque);
    }
  }

  /**
   * A word again and again over the whole picture, slanted, in translucent white.
   *
   * @param opacity 0..1
   */
  record WatermarkTiles(Span opacity) implements OverlayEdit {
    private static final double COSINE = 0.8660254037844386;
    private static final double SINE = 0.5;
    private static final int LINES = 12;
    private static final int LEAST_LINE = 12;

    public WatermarkTiles {
      opacity.within("opacity", 0, 1);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      double opaque = context.draw("opacity", opacity);
      int width = picture.width();
      int height = picture.height();
      int line = Math.max(LEAST_LINE, Math.min(width, height) / LINES);
      String text = Phrases.mark(context.random());
      Picture words =
          Canvas.plain(
              (int) Math.ceil(width * COSINE + height * SINE),
              (int) Math.ceil(width * SINE + height * COSINE),
              0,
              canvas -> canvas.textTiles(text, line, Colours.WHITE));
      return stamped(picture, words, COSINE, -SINE, opaque);
    }
  }

  /**
   * An opaque badge in a corner, which is drawn, of the picture's aspect ratio.
   *
   * @param area its share of the picture's area, 0.001..0.9
   */
  record Logo(Span area) implements OverlayEdit {
    private static final double MARGIN = 0.02;

    public Logo {
      area.within("area", 0.001, 0.9);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      Region size = Region.share(picture, context.draw("area", area));
      Draws random = context.random();
      Region place =
          size.at(
              corner(picture.width(), size.width(), random.coin()),
              corner(picture.height(), size.height(), random.coin()));
      context.note("x", place.x());
      context.note("y", place.y());
      int ground = Colours.of(random, 0xc81e2d, 0x1e50b4, 0x14825a, 0xf0f0f0);
      int ink = ground == 0xf0f0f0 ? 0x202020 : Colours.WHITE;
      String text = Phrases.mark(random);
      return Canvas.over(picture, canvas -> draw(canvas, place, ground, ink, text));
    }

    private static int corner(int side, int badge, boolean atEnd) {
      int margin = Math.min((int) (MARGIN * side), side - badge);
      return atEnd ? side - badge - margin : margin;
    }

    private static void draw(Canvas canvas, Region place, int ground, int ink, String text) {
      canvas.fill(place, ground);
      double radius = Math.min(place.width(), place.height()) / 4.0;
      double x = place.x() + place.width() / 2.0;
      double y = place.y() + place.height() * 0.38;
      canvas.ellipse(x, y, radius, radius, ink);
      canvas.ellipse(x, y, radius * 0.75, radius * 0.75, ground);
      canvas.ellipse(x, y, radius * 0.4, radius * 0.7, 30, ink);
      int inset = place.width() / 12;
      int line = place.height() / 5;
      canvas.text(
          text,
          new Region(
              place.x() + inset,
              place.bottom() - line - line / 3,
              Math.max(1, place.width() - 2 * inset),
              Math.max(1, line)),
          1.5,
          ink);
    }
  }

  /**
   * Round faces, opaque, at places that are drawn; apart from each other if there is room.
   *
   * @param area their share of the picture's area, all together, 0.001..0.9
   * @param count how many, 1..50
   */
  record Emoji(Span area, Span count) implements OverlayEdit {
    private static final int TRIES = 200;

    public Emoji {
      area.within("area", 0.001, 0.9);
      count.wholeWithin("count", 1, 50);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      double share = context.draw("area", area);
      int many = context.drawWhole("count", count);
      double each = share * picture.width() * picture.height() / many;
      double most = Math.min(picture.width(), picture.height()) / 2.0;
      double radius = Math.min(most, Math.sqrt(each / Math.PI));
      List<double[]> centres = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        centres.add(place(picture, radius, centres, context));
      }
      Draws random = context.random();
      return Canvas.over(
          picture, canvas -> centres.forEach(c -> Face.emoji(canvas, c[0], c[1], radius, random)));
    }

    private static double[] place(
        Picture picture, double radius, List<double[]> others, EditContext context) {
      double[] centre = new double[2];
      for (int i = 0; i < TRIES; i++) {
        centre[0] = context.random().between(radius, picture.width() - radius);
        centre[1] = context.random().between(radius, picture.height() - radius);
        if (others.stream().allMatch(other -> isApart(centre, other, radius))) {
          break;
        }
      }
      context.note("x", centre[0]);
      context.note("y", centre[1]);
      return centre;
    }

    private static boolean isApart(double[] centre, double[] other, double radius) {
      double x = centre[0] - other[0];
      double y = centre[1] - other[1];
      return x * x + y * y >= 4 * radius * radius;
    }
  }

  /** White where the words are, which are turned about the middle first. */
  private static Picture stamped(
      Picture picture, Picture words, double cosine, double sine, double opacity) {
    int width = picture.width();
    int height = picture.height();
    Picture turned =
        Projection.turned(cosine, sine, words, width, height).apply(words, width, height);
    Picture mask = SampleTable.of(sample -> opacity * sample).apply(turned);
    return picture.blended(Canvas.plain(width, height, Colours.WHITE, canvas -> {}), mask);
  }
}
