package org.hashmatch.eval.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/**
 * How a table's cell is shown to people. A cell that is no number is shown as it stands; an empty
 * one as a dash.
 */
enum CellFormat {
  /** As it stands. */
  TEXT {
    @Override
    String shown(BigDecimal value, String cell) {
      return cell;
    }
  },
  /** A count or a large figure: whole, or three digits if small, with commas. */
  COUNT {
    @Override
    String shown(BigDecimal value, String cell) {
      return value.abs().compareTo(BigDecimal.TEN) < 0 ? rounded(value, 2) : grouped(value);
    }
  },
  /** A share as per cent. */
  PERCENT {
    @Override
    String shown(BigDecimal value, String cell) {
      return percent(value) + PER_CENT;
    }
  },
  /** A share as per cent, where the sign stands elsewhere. */
  BARE_PERCENT {
    @Override
    String shown(BigDecimal value, String cell) {
      return percent(value);
    }
  },
  /** A difference of two shares, in points. */
  POINTS {
    @Override
    String shown(BigDecimal value, String cell) {
      BigDecimal points = value.movePointRight(2).setScale(1, RoundingMode.HALF_UP);
      return points.signum() > 0 ? "+" + points.toPlainString() : minus(points.toPlainString());
    }
  },
  /** A small rate: two digits and a power of ten. */
  RATE {
    @Override
    String shown(BigDecimal value, String cell) {
      return value.signum() == 0 ? "0" : scientific(value);
    }
  },
  /** A probability: three places, and no nought that is none. */
  PROBABILITY {
    @Override
    String shown(BigDecimal value, String cell) {
      boolean tiny = value.signum() > 0 && value.compareTo(new BigDecimal("0.001")) < 0;
      return tiny ? "< 0.001" : value.setScale(3, RoundingMode.HALF_UP).toPlainString();
    }
  },
  /** Any figure: three places, or one from ten on; a whole number as it stands. */
  FIGURE {
    @Override
    String shown(BigDecimal value, String cell) {
      if (value.scale() <= 0) {
        return grouped(value);
      }
      int places = value.abs().compareTo(BigDecimal.TEN) < 0 ? 3 : 1;
      BigDecimal shown = value.setScale(places, RoundingMode.HALF_UP);
      boolean lost = shown.signum() == 0 && value.signum() != 0;
      return lost ? scientific(value) : minus(shown.toPlainString());
    }
  };

  /** Shown for a cell that is empty. */
  static final String UNKNOWN = "–";

  private static final String PER_CENT = "\u00A0%";
  private static final BigDecimal HUNDRED = new BigDecimal(100);
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  /** Longer than any figure that a study writes, and short enough to be written out. */
  private static final int MAX_DIGITS = 40;

  abstract String shown(BigDecimal value, String cell);

  /** The cell as people read it. */
  final String show(String cell) {
    if (cell.isEmpty()) {
      return UNKNOWN;
    }
    return number(cell).map(value -> shown(value, cell)).orElse(cell);
  }

  boolean isNumeric() {
    return this != TEXT;
  }

  /** The cell's number, if it is one of a size that can be written out. */
  static Optional<BigDecimal> number(String cell) {
    if (cell.isEmpty() || cell.length() > MAX_DIGITS) {
      return Optional.empty();
    }
    try {
      BigDecimal value = new BigDecimal(cell);
      boolean sane = Math.abs((long) value.scale()) <= MAX_DIGITS;
      return sane ? Optional.of(value) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** From one cell to another: an interval. */
  String showInterval(String lower, String upper) {
    return lower.isEmpty() && upper.isEmpty() ? "" : show(lower) + " to " + show(upper);
  }

  /** A power of ten: 10⁻⁶. */
  static String powerOfTen(int exponent) {
    StringBuilder text = new StringBuilder("10");
    for (char digit : String.valueOf(exponent).toCharArray()) {
      text.append(digit == '-' ? '⁻' : SUPERSCRIPTS.charAt(digit - '0'));
    }
    return text.toString();
  }

  private static String percent(BigDecimal value) {
    BigDecimal percent = value.movePointRight(2);
    BigDecimal shown = percent.setScale(1, RoundingMode.HALF_UP);
    if (shown.compareTo(HUNDRED) == 0 && percent.compareTo(HUNDRED) < 0) {
      return "> 99.9";
    }
    if (shown.signum() == 0 && percent.signum() > 0) {
      return "< 0.1";
    }
    boolean whole = percent.signum() == 0 || percent.compareTo(HUNDRED) == 0;
    return whole ? percent.setScale(0, RoundingMode.HALF_UP).toString() : shown.toPlainString();
  }

  private static String scientific(BigDecimal value) {
    BigDecimal shown = value.round(new MathContext(2, RoundingMode.HALF_UP));
    int exponent = shown.precision() - shown.scale() - 1;
    String digits = shown.movePointLeft(exponent).setScale(1, RoundingMode.HALF_UP).toString();
    return exponent == 0 ? digits : digits + "\u00A0×\u00A0" + powerOfTen(exponent);
  }

  private static String rounded(BigDecimal value, int places) {
    BigDecimal shown = value.setScale(places, RoundingMode.HALF_UP).stripTrailingZeros();
    boolean lost = shown.signum() == 0 && value.signum() != 0;
    return lost ? scientific(value) : minus(shown.toPlainString());
  }

  private static String grouped(BigDecimal value) {
    BigInteger whole = value.setScale(0, RoundingMode.HALF_UP).toBigInteger();
    return minus(String.format(Locale.ROOT, "%,d", whole));
  }

  private static String minus(String text) {
    return text.replace('-', '−');
  }
}
