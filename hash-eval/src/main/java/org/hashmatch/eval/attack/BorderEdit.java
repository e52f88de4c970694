package org.hashmatch.eval.attack;

/** More around the picture, which stays whole and at its size. */
sealed interface BorderEdit extends Edit {

  /** The colour of a border. */
  enum Tint {
    /** Black. */
    BLACK,
    /** White. */
    WHITE,
    /** Any, drawn from the seed. */
    DRAWN;

    int rgb(EditContext context) {
      int rgb =
          switch (this) {
            case BLACK -> 0;
            case WHITE -> Colours.WHITE;
            case DRAWN -> Colours.any(context.random());
          };
      context.note("rgb", rgb);
      return rgb;
    }
  }

  /**
   * A plain border on all four sides, so that the aspect ratio stays.
   *
   * @param share of each side's length that is added at each of its ends, 0..2
   * @param tint its colour: {@code black}, {@code white} or {@code drawn}
   */
  record Border(Span share, Tint tint) implements BorderEdit {
    public Border {
      share.within("share", 0, 2);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      double drawn = context.draw("share", share);
      int rgb = tint.rgb(context);
      return framed(picture, bar(drawn * picture.width()), bar(drawn * picture.height()), rgb);
    }
  }

  /**
   * Black bars above and below.
   *
   * @param share of the height that each adds, 0..2
   */
  record Letterbox(Span share) implements BorderEdit {
    public Letterbox {
      share.within("share", 0, 2);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      return framed(picture, 0, bar(context.draw("share", share) * picture.height()), 0);
    }
  }

  /**
   * Black bars left and right.
   *
   * @param share of the width that each adds, 0..2
   */
  record Pillarbox(Span share) implements BorderEdit {
    public Pillarbox {
      share.within("share", 0, 2);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      return framed(picture, bar(context.draw("share", share) * picture.width()), 0, 0);
    }
  }

  /**
   * Bars at both ends of the shorter side, filled with the picture itself, enlarged and blurred:
   * how apps fit a picture into another shape.
   *
   * @param share of the shorter side that each bar adds, 0..2
   */
  record BlurPad(Span share) implements BorderEdit {
    public BlurPad {
      share.within("share", 0, 2);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      boolean above = picture.height() <= picture.width();
      int side = above ? picture.height() : picture.width();
      int bar = bar(context.draw("share", share) * side);
      Region place =
          new Region(above ? 0 : bar, above ? bar : 0, picture.width(), picture.height());
      int width = picture.width() + 2 * place.x();
      int height = picture.height() + 2 * place.y();
      Picture behind = picture.softened(side / 20.0).covering(width, height);
      return Canvas.over(behind, canvas -> canvas.paste(picture, place.x(), place.y()));
    }
  }

  private static int bar(double pixels) {
    return (int) Math.round(pixels);
  }

  private static Picture framed(Picture picture, int sideways, int upright, int rgb) {
    return Canvas.plain(
        picture.width() + 2 * sideways,
        picture.height() + 2 * upright,
        rgb,
        canvas -> canvas.paste(picture, sideways, upright));
  }
}
