package org.hashmatch.eval.attack;

/**
 * A sine wave over the plane, in whole numbers; a full circle of phase is the 32 bits of an int.
 */
final class Grating {

  private static final int INDEX_BITS = 10;
  private static final int[] SINE = sine();

  private final int stepX;
  private final int stepY;
  private final int start;

  private Grating(int stepX, int stepY, int start) {
    this.stepX = stepX;
    this.stepY = stepY;
    this.start = start;
  }

  private static int[] sine() {
    int[] sine = new int[1 << INDEX_BITS];
    for (int i = 0; i < sine.length; i++) {
      sine[i] = (int) Math.round(Fixed.ONE * StrictMath.sin(2 * Math.PI * i / sine.length));
    }
    return sine;
  }

  /** Stripes that lie across if the slope is 0; the period is in rows. */
  static Grating of(double slope, double period, Draws random) {
    double step = 0x1.0p32 / period;
    return new Grating((int) (long) (slope * step), (int) (long) step, (int) random.next());
  }

  /** From minus to plus {@link Fixed#ONE}; each channel a third of a circle further. */
  int at(int x, int y, int channel) {
    int phase = start + x * stepX + y * stepY + channel * 0x55555555;
    return SINE[phase >>> (Integer.SIZE - INDEX_BITS)];
  }
}
