package org.hashmatch.eval.attack;

/** Turned and slanted by less than a quarter; what is uncovered is black. */
sealed interface WarpEdit extends Edit {

  /** What becomes of the corners when a picture is turned. */
  enum Corners {
    /** The size stays: the picture's corners are cut off, the new one's are black. */
    FILL,
    /** Cut to the largest upright rectangle without black. */
    INNER,
    /** The new picture is as large as the turned one needs. */
    EXPAND
  }

  /**
   * Turned about the middle, clockwise or the other way as is drawn.
   *
   * @param degrees 0..60
   * @param corners {@code fill}, {@code inner} or {@code expand}
   */
  record Rotate(Span degrees, Corners corners) implements WarpEdit {
    public Rotate {
      degrees.within("degrees", 0, 60);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      double angle = context.draw("degrees", degrees);
      boolean clockwise = context.random().coin();
      context.note("clockwise", clockwise ? 1 : 0);
      double radians = StrictMath.toRadians(angle);
      double cosine = StrictMath.cos(radians);
      double sine = StrictMath.sin(radians);
      Region size = size(picture.width(), picture.height(), cosine, sine);
      return Projection.turned(
              cosine, clockwise ? sine : -sine, picture, size.width(), size.height())
          .apply(picture, size.width(), size.height());
    }

    private Region size(int width, int height, double cosine, double sine) {
      return switch (corners) {
        case FILL -> new Region(0, 0, width, height);
        case INNER -> inner(width, height, cosine, sine);
        case EXPAND ->
            new Region(
                0,
                0,
                (int) Math.ceil(width * cosine + height * sine),
                (int) Math.ceil(width * sine + height * cosine));
      };
    }

    /** Of a narrow picture two corners touch its long sides; of another, all four touch a side. */
    private static Region inner(int width, int height, double cosine, double sine) {
      int shorter = Math.min(width, height);
      int longer = Math.max(width, height);
      if (shorter <= 2 * sine * cosine * longer || cosine - sine < 1e-9) {
        double half = shorter / 2.0;
        boolean wide = width >= height;
        return whole(half / (wide ? sine : cosine), half / (wide ? cosine : sine));
      }
      double doubled = cosine * cosine - sine * sine;
      return whole(
          (width * cosine - height * sine) / doubled, (height * cosine - width * sine) / doubled);
    }

    private static Region whole(double width, double height) {
      return new Region(
          0, 0, (int) Math.max(1, Math.floor(width)), (int) Math.max(1, Math.floor(height)));
    }
  }

  /**
   * Seen from aside: each corner is moved by a distance of its own, drawn for either axis. The size
   * stays; what leaves it is cut off.
   *
   * @param share the furthest that a corner may move, as a share of either side, 0..0.2
   */
  record Perspective(Span share) implements WarpEdit {
    private static final double[] CORNER_X = {0, 1, 1, 0};
    private static final double[] CORNER_Y = {0, 0, 1, 1};

    public Perspective {
      share.within("share", 0, 0.2);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      double most = context.draw("share", share);
      double[] x = new double[CORNER_X.length];
      double[] y = new double[CORNER_Y.length];
      for (int i = 0; i < x.length; i++) {
        double right = context.note("right-" + i, context.random().between(-most, most));
        double down = context.note("down-" + i, context.random().between(-most, most));
        x[i] = (CORNER_X[i] + right) * picture.width();
        y[i] = (CORNER_Y[i] + down) * picture.height();
      }
      return Projection.ofSquare(x, y)
          .inverse()
          .scaled(picture.width(), picture.height())
          .apply(picture, picture.width(), picture.height());
    }
  }

  /**
   * Rows moved sideways, the middle one not at all, to the left or the right as is drawn. The size
   * stays.
   *
   * @param share how far for each row of distance from the middle, 0..1
   */
  record Shear(Span share) implements WarpEdit {
    public Shear {
      share.within("share", 0, 1);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      double drawn = context.draw("share", share);
      double slope = context.note("slope", context.random().coin() ? drawn : -drawn);
      return Projection.affine(1, slope, -slope * picture.height() / 2, 0, 1, 0)
          .apply(picture, picture.width(), picture.height());
    }
  }
}
