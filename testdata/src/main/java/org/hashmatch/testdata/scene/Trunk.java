package org.hashmatch.testdata.scene;

/** The trunk of a tree, birch or oak, that leans and bends a little. */
record Trunk(Noise noise, double x, double foot, double width, double lean, Bark bark)
    implements Layer {

  /**
   * @param birch whether marks run across (birch) or furrows up the trunk (oak)
   * @param haze how far the colour fades into the air's
   */
  record Bark(Rgb light, Rgb dark, boolean birch, double haze, Rgb air) {}

  private double middle(double y) {
    return x + lean * (foot - y) + 0.35 * width * (noise.fractal(3, y * 2.5, 3) - 0.5);
  }

  private double halfWidth(double y) {
    double flare = Math.max(0, 1 - (foot - y) / (2.5 * width));
    return width * (0.42 + 0.1 * y + 0.3 * flare * flare);
  }

  @Override
  public boolean covers(double px, double py) {
    // Before any noise: a wood asks every trunk about every point.
    boolean near = Math.abs(px - x) < width + Math.abs(lean) * (foot - py);
    return py < foot && near && Math.abs(px - middle(py)) < halfWidth(py);
  }

  @Override
  public Rgb colour(double px, double py) {
    double turn = (px - middle(py)) / halfWidth(py);
    double round = 0.3 + 0.8 * Math.sqrt(Math.max(0, 1 - turn * turn)) * (0.8 - 0.5 * turn);
    double mark = bark.birch() ? birchMarks(turn, py) : oakFurrows(turn, py);
    Rgb surface = bark.light().mix(bark.dark(), mark).times(round);
    return surface.mix(bark.air(), bark.haze());
  }

  private double birchMarks(double turn, double y) {
    double scale = 0.09 / width;
    double dash = noise.fractal(turn * 1.3 + 20, y * 42 * scale, 3);
    double scar = noise.fractal(turn * 1.1, y * 9 * scale + 5, 2);
    return Math.max(Curve.step(0.58, 0.66, dash), Curve.step(0.66, 0.74, scar));
  }

  private double oakFurrows(double turn, double y) {
    double furrow = noise.fractal(turn * 5 + 2 * noise.at(2, y * 6), y * 7, 4);
    return Curve.step(0.35, 0.65, furrow);
  }
}
