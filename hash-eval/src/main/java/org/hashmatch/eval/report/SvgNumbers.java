package org.hashmatch.eval.report;

/** Coordinates as text: one decimal, the same on every machine. */
final class SvgNumbers {

  static final String NAMESPACE = "http://www.w3.org/2000/svg";

  private SvgNumbers() {}

  static String text(double coordinate) {
    long tenths = Math.round(coordinate * 10);
    String sign = tenths < 0 ? "-" : "";
    long size = Math.abs(tenths);
    return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
  }

  static String point(double x, double y) {
    return text(x) + " " + text(y);
  }
}
