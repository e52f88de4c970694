package org.hashmatch.testdata.hashes;

/** An ellipse or a rectangle, anywhere and turned anyhow, of one grey with a slight shade. */
final class Shape {

  private static final int DIRECTIONS = 1024;
  private static final double[] COSINES = new double[DIRECTIONS];
  private static final double[] SINES = new double[DIRECTIONS];

  static {
    for (int i = 0; i < DIRECTIONS; i++) {
      COSINES[i] = StrictMath.cos(Math.PI * i / DIRECTIONS);
      SINES[i] = StrictMath.sin(Math.PI * i / DIRECTIONS);
    }
  }

  // A shape may stick out of the canvas, or lie just outside.
  private static final double OUTSIDE = 8;
  // Grey levels a pixel, at the most.
  private static final double STEEPEST_SHADE = 0.5;

  private final boolean ellipse;
  private final double centreX;
  private final double centreY;
  private final double cosine;
  private final double sine;
  private final double radius;
  private final double otherRadius;
  private final double grey;
  private final double shadeX;
  private final double shadeY;

  private Shape(ItemRandom random, double radius) {
    this.radius = radius;
    otherRadius = radius * random.between(0.4, 1.6);
    ellipse = random.coin();
    boolean upright = !ellipse && random.coin();
    int direction = upright ? 0 : random.below(DIRECTIONS);
    cosine = COSINES[direction];
    sine = SINES[direction];
    centreX = random.between(-OUTSIDE, Canvas.SIDE + OUTSIDE);
    centreY = random.between(-OUTSIDE, Canvas.SIDE + OUTSIDE);
    grey = random.between(0, 255);
    shadeX = random.between(-STEEPEST_SHADE, STEEPEST_SHADE);
    shadeY = random.between(-STEEPEST_SHADE, STEEPEST_SHADE);
  }

  /** One of the things in a scene: 1.5 to 40 pixels. */
  static Shape ofScene(ItemRandom random) {
    return new Shape(random, radius(1.5, 40, random));
  }

  /** What somebody puts over a picture: 4 to 16 pixels. */
  static Shape ofOverlay(ItemRandom random) {
    return new Shape(random, radius(4, 16, random));
  }

  /** With density r^-3, as the sizes of things in photographs have. */
  private static double radius(double smallest, double largest, ItemRandom random) {
    double ratio = smallest / largest;
    return smallest / Math.sqrt(1 - (1 - ratio * ratio) * random.fraction());
  }

  void draw(float[] pixels) {
    int right = end(centreX + reach(cosine, sine));
    int bottom = end(centreY + reach(sine, cosine));
    int left = start(centreX - reach(cosine, sine));
    for (int y = start(centreY - reach(sine, cosine)); y < bottom; y++) {
      drawLine(pixels, y, left, right);
    }
  }

  private void drawLine(float[] pixels, int y, int left, int right) {
    double dy = y - centreY;
    for (int x = left; x < right; x++) {
      double dx = x - centreX;
      if (covers(dx, dy)) {
        pixels[y * Canvas.SIDE + x] = (float) (grey + shadeX * dx + shadeY * dy);
      }
    }
  }

  private boolean covers(double dx, double dy) {
    double along = (dx * cosine + dy * sine) / radius;
    double across = (dy * cosine - dx * sine) / otherRadius;
    return ellipse
        ? along * along + across * across <= 1
        : Math.abs(along) <= 1 && Math.abs(across) <= 1;
  }

  /** How far it extends from its centre in one direction: of a rectangle, and so of an ellipse. */
  private double reach(double part, double otherPart) {
    return radius * Math.abs(part) + otherRadius * Math.abs(otherPart);
  }

  private static int start(double edge) {
    return (int) Math.max(0, Math.ceil(edge));
  }

  private static int end(double edge) {
    return (int) Math.min(Canvas.SIDE, Math.floor(edge) + 1);
  }
}
