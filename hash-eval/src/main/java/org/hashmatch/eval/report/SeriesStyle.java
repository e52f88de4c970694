package org.hashmatch.eval.report;

/**
 * How a hasher's line is told from the others: by colour, by dashes and by a mark, each of which is
 * enough for its neighbours in the legend.
 */
record SeriesStyle(int series) {

  private static final int COLOURS = 7;
  private static final int DASHES = 4;
  private static final int MARKS = 5;
  private static final double SIZE = 4.5;

  String cssClass() {
    return "c" + series % COLOURS + " d" + series % DASHES;
  }

  void writeMark(HtmlWriter page, double x, double y) {
    page.empty("path", "class", "mark", "d", mark(x, y));
  }

  /** A piece of the line, for the legend. */
  void writeSample(HtmlWriter page) {
    page.open(
        "svg",
        "xmlns",
        SvgNumbers.NAMESPACE,
        "class",
        "sample " + cssClass(),
        "viewBox",
        "0 0 44 14",
        "aria-hidden",
        "true");
    page.empty("path", "class", "line", "d", "M1 7L43 7");
    writeMark(page, 22, 7);
    page.close("svg");
  }

  private String mark(double x, double y) {
    return switch (series % MARKS) {
      case 0 -> polygon(x, y, -SIZE, -SIZE, SIZE, -SIZE, SIZE, SIZE, -SIZE, SIZE);
      case 1 -> polygon(x, y, 0, -SIZE - 1, SIZE + 1, SIZE, -SIZE - 1, SIZE);
      case 2 -> polygon(x, y, 0, -SIZE - 1.5, SIZE + 1.5, 0, 0, SIZE + 1.5, -SIZE - 1.5, 0);
      case 3 -> polygon(x, y, -SIZE - 1, -SIZE, SIZE + 1, -SIZE, 0, SIZE + 1);
      default -> circle(x, y);
    };
  }

  private static String polygon(double x, double y, double... corners) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < corners.length; i += 2) {
      path.append(i == 0 ? 'M' : 'L');
      path.append(SvgNumbers.point(x + corners[i], y + corners[i + 1]));
    }
    return path.append('Z').toString();
  }

  private static String circle(double x, double y) {
    String arc = "a" + SIZE + " " + SIZE + " 0 1 1 ";
    return "M" + SvgNumbers.point(x - SIZE, y) + arc + 2 * SIZE + " 0" + arc + -2 * SIZE + " 0Z";
  }
}
