package org.hashmatch.testdata.scene;

/** A mountain side below a ridge, in the haze of its distance. */
record Mountain(Ridge ridge, Noise noise, Rgb rock, Rgb growth, Rgb haze, Look look)
    implements Layer {

  private static final Rgb SNOW = Rgb.of(0xf6f8fc);

  /**
   * @param distance how much of the colour is haze, 0..1
   * @param snowline the y above which snow lies
   * @param treeline the y below which things grow
   * @param grain how many folds to a picture's height
   */
  record Look(double distance, double snowline, double treeline, double grain) {}

  @Override
  public boolean covers(double x, double y) {
    return y > ridge.top(x);
  }

  @Override
  public Rgb colour(double x, double y) {
    double grain = look.grain();
    double wear = noise.fractal(x * grain + 31, y * grain, 4) - 0.5;
    Rgb ground = rock.mix(growth, Curve.step(-0.04, 0.06, y - look.treeline() + 0.25 * wear));
    Rgb cover = ground.mix(SNOW, Curve.step(-0.01, 0.03, look.snowline() - y + 0.2 * wear));
    double light = 0.66 + 0.42 * folds(x, y, grain);
    return cover.times(Curve.clamp(light) * 1.2).mix(haze, look.distance());
  }

  private double folds(double x, double y, double grain) {
    // Folds run down the slope: sheared along with the ridge and stretched in height.
    double along = (x + 0.1 * noise.at(x * 4, y * 4)) * grain;
    return noise.relief(along, y * grain * 0.8, 6);
  }
}
