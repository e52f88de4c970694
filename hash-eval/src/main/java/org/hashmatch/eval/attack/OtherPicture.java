package org.hashmatch.eval.attack;

/**
 * Harmless pictures that stand beside the edited one: soft colours with ellipses, bars and lines,
 * each unlike the others. Drawn small, and enlarged.
 */
final class OtherPicture {

  private static final int DRAWN_SIDE = 320;
  private static final int SHAPES = 18;
  private static final double NOISE_SD = 3;

  private static final ColourMatrix MUTED = ColourMatrix.saturation(0.5);

  private OtherPicture() {}

  static Picture drawn(Draws random, int width, int height) {
    int longer = Math.max(width, height);
    double factor = Math.min(1, DRAWN_SIDE / (double) longer);
    Picture ground =
        clouds(random).resized(Region.side(factor * width), Region.side(factor * height));
    Picture shapes =
        Canvas.over(
            ground,
            canvas -> {
              for (int i = 0; i < SHAPES; i++) {
                shape(canvas, random);
              }
            });
    NormalNoise noise = new NormalNoise(NOISE_SD, random);
    return MUTED
        .apply(shapes)
        .mapped((at, sample) -> sample + noise.next())
        .blurred(0.7)
        .resized(width, height);
  }

  /** A few colours, far apart; enlarging makes them flow. */
  private static Picture clouds(Draws random) {
    int width = 3;
    int height = 3;
    byte[] samples = new byte[Picture.bytes(width, height)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) random.below(256);
    }
    return new Picture(width, height, samples);
  }

  private static void shape(Canvas canvas, Draws random) {
    double side = Math.min(canvas.width(), canvas.height());
    int x = random.below(canvas.width());
    int y = random.below(canvas.height());
    double size = side * random.between(0.03, 0.22);
    double other = size * random.between(0.3, 1);
    int rgb = Colours.any(random);
    switch (random.below(3)) {
      case 0 -> canvas.ellipse(x, y, size, other, random.below(180), rgb);
      case 1 -> canvas.fill(x, y, Region.side(2 * size), Region.side(other), rgb);
      default ->
          canvas.line(
              x,
              y,
              random.below(canvas.width()),
              random.below(canvas.height()),
              (int) (side / 40),
              rgb);
    }
  }
}
