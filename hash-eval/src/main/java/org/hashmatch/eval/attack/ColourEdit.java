package org.hashmatch.eval.attack;

/** Other colours; nothing moves. */
sealed interface ColourEdit extends Edit {

  /** Luma in all three channels. */
  record Gray() implements ColourEdit {
    @Override
    public Picture apply(Picture picture, EditContext context) {
      return ColourMatrix.saturation(0).apply(picture);
    }
  }

  /**
   * Each sample's difference from the pixel's luma multiplied.
   *
   * @param factor 0 (grey) to 5
   */
  record Saturate(Span factor) implements ColourEdit {
    public Saturate {
      factor.within("factor", 0, 5);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      return ColourMatrix.saturation(context.draw("factor", factor)).apply(picture);
    }
  }

  /**
   * The hue turned, saturation and value of HSV kept: luma changes.
   *
   * @param degrees 0..360, towards green from red; rounded to 2 degrees
   */
  record Hue(Span degrees) implements ColourEdit {
    public Hue {
      degrees.within("degrees", 0, 360);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      return HueTurn.by(context.draw("degrees", degrees)).apply(picture);
    }
  }

  /** Brown like an old print. */
  record Sepia() implements ColourEdit {
    @Override
    public Picture apply(Picture picture, EditContext context) {
      return ColourMatrix.SEPIA.apply(picture);
    }
  }

  /**
   * A filter of photo apps: warmer, harder, and darker towards the corners.
   *
   * @param strength how much light the corners lose, 0..1
   */
  record Vignette(Span strength) implements ColourEdit {
    public Vignette {
      strength.within("strength", 0, 1);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      int lost = (int) Math.round(Fixed.ONE * context.draw("strength", strength));
      Picture warm =
          SampleTable.of(sample -> 128 + 1.15 * (sample - 128))
              .apply(ColourMatrix.WARM.apply(picture));
      int width = picture.width();
      long corner = square(width) + square(picture.height());
      return warm.mapped(
          (at, sample) -> {
            int pixel = at / Picture.CHANNELS;
            long from =
                square(2L * (pixel % width) + 1 - width)
                    + square(2L * (pixel / width) + 1 - picture.height());
            return Fixed.round((int) (sample * (Fixed.ONE - lost * from / corner)));
          });
    }

    private static long square(long side) {
      return side * side;
    }
  }

  /**
   * A filter of photo apps: washed out, every sample moved towards a light grey.
   *
   * @param strength how far, 0..1
   */
  record Fade(Span strength) implements ColourEdit {
    private static final int GREY = 150;

    public Fade {
      strength.within("strength", 0, 1);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      double drawn = context.draw("strength", strength);
      return SampleTable.of(sample -> sample + drawn * (GREY - sample)).apply(picture);
    }
  }
}
