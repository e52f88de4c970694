package org.hashmatch.eval.report;

import java.math.BigDecimal;

/** A share and its interval as a bar of 0 to 100 %: an ornament beside the figures. */
final class IntervalBar {

  private IntervalBar() {}

  static void write(HtmlWriter page, Row row) {
    double recall = share(row, "recall", 0);
    double lower = share(row, "bootstrap_lower", recall);
    double upper = share(row, "bootstrap_upper", recall);
    page.open(
        "svg",
        "xmlns",
        SvgNumbers.NAMESPACE,
        "class",
        "bar",
        "viewBox",
        "0 0 100 8",
        "preserveAspectRatio",
        "none",
        "aria-hidden",
        "true");
    rectangle(page, "track", 0, 1);
    rectangle(page, "fill", 0, recall);
    rectangle(page, "range", lower, Math.max(upper, lower + 0.006));
    page.close("svg");
  }

  private static void rectangle(HtmlWriter page, String kind, double from, double to) {
    boolean range = kind.equals("range");
    page.empty(
        "rect",
        "class",
        kind,
        "x",
        SvgNumbers.text(100 * from),
        "y",
        range ? "3" : "1",
        "width",
        SvgNumbers.text(100 * Math.max(0, to - from)),
        "height",
        range ? "2" : "6");
  }

  private static double share(Row row, String column, double otherwise) {
    double value = row.number(column).map(BigDecimal::doubleValue).orElse(otherwise);
    return Math.max(0, Math.min(1, value));
  }
}
