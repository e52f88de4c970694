package org.hashmatch.eval.study;

/**
 * A radius at which a hasher is judged, and how it came about.
 *
 * <p>Where the radius follows from false alarms, it is set twice: on one half of the pictures for
 * the images of the other, and the other way round. A radius set on the pictures that it is judged
 * by flatters the hasher; that one is there too, since published figures are mostly of that kind.
 *
 * @param kind how the radius came about
 * @param rate the false-positive rate that was asked for; 0 if the radius was given
 * @param radii the inclusive radius for the images of the first half, and of the second; -1 where
 *     no radius is as strict as was asked for
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record OperatingPoint(Kind kind, double rate, int[] radii) {

  /** How a radius came about. */
  enum Kind {
    /** It is the one at which the hasher is deployed. */
    DEPLOYED("deployed"),
    /** It was set on the other half of the pictures. */
    HELD_OUT("held out"),
    /** It was set on all pictures, those included by which it is judged. */
    IN_SAMPLE("in sample");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  static OperatingPoint deployed(int radius) {
    return new OperatingPoint(Kind.DEPLOYED, 0, new int[] {radius, radius});
  }

  /** For example {@code deployed}, {@code 0.000001 held out}. */
  String name() {
    return kind == Kind.DEPLOYED
        ? kind.label()
        : "fpr " + Decimals.figure(rate) + " " + kind.label();
  }

  /** The radius for a picture. */
  int radius(boolean isInSecondHalf) {
    return radii[isInSecondHalf ? 1 : 0];
  }

  /** Whether a pair of a picture and one of a bank is judged by it. */
  boolean judges(boolean queryInSecondHalf, boolean bankInSecondHalf) {
    return kind != Kind.HELD_OUT || queryInSecondHalf == bankInSecondHalf;
  }
}
