package org.hashmatch.eval.attack;

import java.math.BigDecimal;

/**
 * A number of an edit as a pack gives it: one value, or a range from which the seed draws.
 *
 * @param low the least value
 * @param high the greatest value; low if there is only one
 */
record Span(double low, double high) {

  private static final String TO = "..";

  Span {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "range must not end below its begin (got " + plain(low) + TO + plain(high) + ")");
    }
  }

  /** A number, or two with {@code ..} between. */
  static Span parse(String text) {
    int to = text.indexOf(TO);
    return to < 0
        ? new Span(number(text), number(text))
        : new Span(number(text.substring(0, to)), number(text.substring(to + TO.length())));
  }

  private static double number(String text) {
    if (!text.matches("-?[0-9]{1,6}(\\.[0-9]{1,6})?")) {
      throw new IllegalArgumentException("not a number such as 12 or 0.5 (got " + text + ")");
    }
    return Double.parseDouble(text) + 0.0; // of -0 makes 0
  }

  /** Refuses values outside of what an edit can do. */
  void within(String name, double min, double max) {
    if (low < min || high > max) {
      throw new IllegalArgumentException(
          name + " must be " + plain(min) + TO + plain(max) + " (got " + this + ")");
    }
  }

  /** Refuses fractions too. */
  void wholeWithin(String name, int min, int max) {
    if (low != Math.rint(low) || high != Math.rint(high)) {
      throw new IllegalArgumentException(name + " must be a whole number (got " + this + ")");
    }
    within(name, min, max);
  }

  boolean isFixed() {
    return low == high;
  }

  @Override
  public String toString() {
    return isFixed() ? plain(low) : plain(low) + TO + plain(high);
  }

  private static String plain(double value) {
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}
