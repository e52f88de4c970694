package org.hashmatch.eval.report;

/** A word or number beside a chart's axis. */
final class AxisLabel {

  private AxisLabel() {}

  /**
   * Writes it.
   *
   * @param anchor which end of the text stands at the point, in SVG's words
   */
  static void write(HtmlWriter page, String anchor, double x, double y, String text) {
    page.element(
        "text",
        text,
        "class",
        "axis",
        "text-anchor",
        anchor,
        "x",
        SvgNumbers.text(x),
        "y",
        SvgNumbers.text(y));
  }
}
