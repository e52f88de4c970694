package org.hashmatch.eval.attack;

/** Few values left, or the opposite ones. */
sealed interface PrintEdit extends Edit {

  /** Each sample its difference from 255. */
  record Invert() implements PrintEdit {
    @Override
    public Picture apply(Picture picture, EditContext context) {
      return SampleTable.of(sample -> 255 - sample).apply(picture);
    }
  }

  /**
   * Black dots on white, the larger the darker, as newspapers print.
   *
   * @param period from dot to dot in pixels, 2..32
   */
  record Halftone(Span period) implements PrintEdit {
    public Halftone {
      period.wholeWithin("period", 2, 32);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      DotScreen screen = DotScreen.of(context.drawWhole("period", period));
      int width = picture.width();
      return ColourMatrix.saturation(0)
          .apply(picture)
          .mapped(
              (at, sample) -> {
                int pixel = at / Picture.CHANNELS;
                return screen.isDark(pixel % width, pixel / width, sample) ? 0 : 255;
              });
    }
  }

  /** Black and white only, the error spread over the neighbours (Floyd and Steinberg, 1976). */
  record Dither() implements PrintEdit {
    @Override
    public Picture apply(Picture picture, EditContext context) {
      return new ErrorDiffusion(ColourMatrix.saturation(0).apply(picture)).dithered();
    }
  }

  /**
   * Few values for each channel.
   *
   * @param levels how many, 2..64, evenly from 0 to 255
   */
  record Posterise(Span levels) implements PrintEdit {
    public Posterise {
      levels.wholeWithin("levels", 2, 64);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      double steps = context.drawWhole("levels", levels) - 1.0;
      return SampleTable.of(sample -> Math.round(sample * steps / 255) * 255 / steps)
          .apply(picture);
    }
  }
}
