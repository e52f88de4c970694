package org.hashmatch.eval.attack;

/** Detail taken away, exaggerated or drowned. */
sealed interface FocusEdit extends Edit {

  /**
   * Blurred by a Gaussian.
   *
   * @param sigma its standard deviation in pixels, 0.3..50
   */
  record Blur(Span sigma) implements FocusEdit {
    public Blur {
      sigma.within("sigma", 0.3, 50);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      return picture.blurred(context.draw("sigma", sigma));
    }
  }

  /**
   * Unsharp mask: what a Gaussian blur of 1.5 pixels takes away is added once more, so many times.
   *
   * @param amount 0..10
   */
  record Sharpen(Span amount) implements FocusEdit {
    private static final double SIGMA = 1.5;

    public Sharpen {
      amount.within("amount", 0, 10);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      int parts = (int) Math.round(Fixed.ONE * context.draw("amount", amount));
      byte[] blurred = picture.blurred(SIGMA).samples();
      return picture.mapped(
          (at, sample) -> {
            int detail = sample - (blurred[at] & 0xff);
            return sample + Fixed.round(parts * detail);
          });
    }
  }

  /**
   * Noise, normal to a good approximation, and independent for each sample: also in colour.
   *
   * @param sd its standard deviation before clipping to 0..255, in sample values, 0..100
   */
  record Noise(Span sd) implements FocusEdit {
    public Noise {
      sd.within("sd", 0, 100);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      NormalNoise noise = new NormalNoise(context.draw("sd", sd), context.random());
      return picture.mapped((at, sample) -> sample + noise.next());
    }
  }
}
