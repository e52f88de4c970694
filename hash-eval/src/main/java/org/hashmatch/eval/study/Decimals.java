package org.hashmatch.eval.study;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Figures as text: the same on every machine and JDK, which {@code String.format} does not promise
 * of doubles.
 */
final class Decimals {

  private static final int PLACES = 6;
  private static final MathContext SIGNIFICANT = new MathContext(6, RoundingMode.HALF_EVEN);

  private Decimals() {}

  /** A share, or another figure of about 1: six places. */
  static String share(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).setScale(PLACES, RoundingMode.HALF_EVEN).toPlainString()
        : "";
  }

  /** A figure of any size: six significant digits. */
  static String figure(double value) {
    if (!Double.isFinite(value)) {
      return "";
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(value).round(SIGNIFICANT).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.toPlainString() : rounded.toString();
  }
}
