package org.hashmatch.testdata.scene;

/** A skyline by midpoint displacement. */
final class Ridge {

  private static final int STEPS = 512;

  private final double[] tops = new double[STEPS + 1];

  /**
   * @param top the y around which it wanders
   * @param rise how far it wanders
   * @param roughness what is left of the rise at half the distance, 0..1
   */
  Ridge(SplitMix random, double top, double rise, double roughness) {
    tops[0] = top + rise * random.between(-1, 1);
    tops[STEPS] = top + rise * random.between(-1, 1);
    double reach = rise;
    for (int step = STEPS; step > 1; step /= 2) {
      for (int i = step / 2; i < STEPS; i += step) {
        double middle = (tops[i - step / 2] + tops[i + step / 2]) / 2;
        tops[i] = middle + reach * random.between(-1, 1);
      }
      reach *= roughness;
    }
  }

  double top(double x) {
    double place = Curve.clamp(x / Painter.WIDTH) * STEPS;
    int left = Math.min((int) place, STEPS - 1);
    return Curve.line(tops[left], tops[left + 1], place - left);
  }
}
