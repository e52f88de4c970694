package org.hashmatch.eval.attack;

/** The whole picture with other sides. */
sealed interface SizeEdit extends Edit {

  /**
   * Both sides multiplied.
   *
   * @param factor 0.01..4
   */
  record Resize(Span factor) implements SizeEdit {
    public Resize {
      factor.within("factor", 0.01, 4);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      double drawn = context.draw("factor", factor);
      return picture.resized(
          Region.side(drawn * picture.width()), Region.side(drawn * picture.height()));
    }
  }

  /**
   * Made smaller until the longer side is no longer than this; smaller pictures stay as they are.
   *
   * @param side pixels, 16..8192
   */
  record Limit(Span side) implements SizeEdit {
    public Limit {
      side.wholeWithin("side", 16, 8192);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      return picture.limited(context.drawWhole("side", side));
    }
  }

  /**
   * Squeezed or stretched: the width multiplied, the height kept.
   *
   * @param ratio new width for each of the old, 0.2..5
   */
  record Aspect(Span ratio) implements SizeEdit {
    public Aspect {
      ratio.within("ratio", 0.2, 5);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      double drawn = context.draw("ratio", ratio);
      return picture.resized(Region.side(drawn * picture.width()), picture.height());
    }
  }
}
