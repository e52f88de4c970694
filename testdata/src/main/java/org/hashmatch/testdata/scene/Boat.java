package org.hashmatch.testdata.scene;

/** A sailing boat on the waterline. */
record Boat(double x, double waterline, double height, Rgb sail, Rgb hull) implements Layer {

  private static final double DECK = 0.12;

  @Override
  public boolean covers(double px, double py) {
    double up = (waterline - py) / height;
    double along = (px - x) / height;
    return up >= 0 && (inHull(along, up) || inSails(along, up));
  }

  private static boolean inHull(double along, double up) {
    return up < DECK && Math.abs(along) < 0.3 + up;
  }

  private static boolean inSails(double along, double up) {
    double left = 1 - up;
    boolean main = up > DECK + 0.06 && along > 0.01 && along < 0.42 * left;
    boolean jib = up > DECK + 0.04 && along < -0.02 && along > -0.36 * (left - 0.1);
    boolean mast = Math.abs(along) < 0.012;
    return up < 1 && (main || jib || mast);
  }

  @Override
  public Rgb colour(double px, double py) {
    double up = (waterline - py) / height;
    double along = (px - x) / height;
    if (up < DECK) {
      return up > DECK - 0.035 ? Rgb.WHITE.times(0.9) : hull.times(0.7 + 2 * up);
    }
    double seam = Curve.repeat(up * 7) < 0.06 ? 0.85 : 1;
    return sail.times(seam * (along > 0 ? 1 - 0.6 * along : 0.78 - 0.3 * along));
  }
}
