package org.hashmatch.eval.attack;

/** A part of the picture replaced by something else, with a soft edge. */
sealed interface PasteEdit extends Edit {

  /** The deviation of the Gaussian that makes edges soft, as a share of the shorter side. */
  double SOFT = 0.01;

  /**
   * A drawn face over an upright ellipse, at a place that is drawn.
   *
   * @param area the ellipse's share of the area, 0.001..0.6
   */
  record FacePaste(Span area) implements PasteEdit {
    private static final double TALL = 4 / 3.0;

    public FacePaste {
      area.within("area", 0.001, 0.6);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      double product = context.draw("area", area) * picture.width() * picture.height() / Math.PI;
      double room = (1 - 2 * SOFT) / 2;
      double ry = Math.min(room * picture.height(), Math.sqrt(TALL * product));
      double rx = Math.min(room * picture.width(), product / ry);
      double downwards = Math.min(room * picture.height(), product / rx);
      Draws random = context.random();
      double x = context.note("x", random.between(rx, picture.width() - rx));
      double y = context.note("y", random.between(downwards, picture.height() - downwards));
      int width = picture.width();
      int height = picture.height();
      Picture face =
          Canvas.plain(
              width, height, 0, canvas -> Face.portrait(canvas, x, y, rx, downwards, random));
      return picture.blended(face, soft(picture, ellipse(picture, x, y, rx, downwards)));
    }
  }

  /** Which part is replaced. */
  enum Shape {
    /** All rows from one down to the last. */
    LOWER,
    /** An ellipse in the middle, of the picture's aspect ratio. */
    ELLIPSE
  }

  /**
   * What another picture has there, which is drawn.
   *
   * @param area the share of the area, 0.01..0.7
   * @param shape {@code lower} or {@code ellipse}
   */
  record Replace(Span area, Shape shape) implements PasteEdit {
    public Replace {
      area.within("area", 0.01, 0.7);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      double share = context.draw("area", area);
      Picture mask =
          soft(picture, shape == Shape.LOWER ? lower(picture, share) : middle(picture, share));
      return picture.blended(context.other(picture.width(), picture.height()), mask);
    }

    private static Picture lower(Picture picture, double share) {
      int rows = (int) Math.round(share * picture.height());
      return Canvas.plain(
          picture.width(),
          picture.height(),
          0,
          canvas -> canvas.fill(0, picture.height() - rows, picture.width(), rows, Colours.WHITE));
    }

    private static Picture middle(Picture picture, double share) {
      double radius = Math.sqrt(share / Math.PI);
      return ellipse(
          picture,
          picture.width() / 2.0,
          picture.height() / 2.0,
          radius * picture.width(),
          radius * picture.height());
    }
  }

  private static Picture ellipse(Picture picture, double x, double y, double rx, double ry) {
    return Canvas.plain(
        picture.width(),
        picture.height(),
        0,
        canvas -> canvas.ellipse(x, y, rx, ry, Colours.WHITE));
  }

  private static Picture soft(Picture picture, Picture mask) {
    return mask.blurred(Math.max(0.3, SOFT * Math.min(picture.width(), picture.height())));
  }
}
