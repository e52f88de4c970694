package org.hashmatch.eval.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * ROC curves on a logarithmic axis of false positives. What has none stands left of the axis, at a
 * mark of its own.
 */
record RocChart(Findings findings) {

  private static final double WIDTH = 480;
  private static final double HEIGHT = 340;
  private static final double LEFT = 62;
  private static final double RIGHT = 466;
  private static final double TOP = 14;
  private static final double BOTTOM = 284;
  private static final double NONE_WIDTH = 46;
  private static final int LOWEST_DECADE = -12;
  private static final int MARKS = 4;

  private record Point(double fpr, double recall) {}

  void writeTo(HtmlWriter page) {
    int decade = lowestDecade();
    page.open("figure", "class", "roc");
    page.open(
        "svg",
        "xmlns",
        SvgNumbers.NAMESPACE,
        "viewBox",
        "0 0 " + SvgNumbers.point(WIDTH, HEIGHT),
        "role",
        "img",
        "aria-labelledby",
        "roc-title roc-desc");
    page.element("title", "ROC curves", "id", "roc-title");
    page.element(
        "desc",
        "Recall of each hasher against its rate of false positives per pair, which is logarithmic."
            + " The higher and the further left a line, the better.",
        "id",
        "roc-desc");
    writeAxes(page, decade);
    for (String hasher : findings.hashers()) {
      writeCurve(page, hasher, decade);
    }
    page.close("svg");
    writeLegend(page);
    page.close("figure");
  }

  private void writeAxes(HtmlWriter page, int decade) {
    for (int tenth = 0; tenth <= 10; tenth += 2) {
      double y = y(tenth / 10.0);
      line(page, "grid", LEFT, y, RIGHT, y);
      String label = tenth == 0 ? "0" : tenth * 10 + " %";
      AxisLabel.write(page, "end", LEFT - 7, y + 5, label);
    }
    int step = decade < -6 ? 2 : 1;
    for (int power = 0; power >= decade; power -= step) {
      double x = x(StrictMath.pow(10, power), decade);
      line(page, "grid", x, TOP, x, BOTTOM);
      AxisLabel.write(
          page, "middle", x, BOTTOM + 19, power == 0 ? "1" : CellFormat.powerOfTen(power));
    }
    line(page, "grid", LEFT, TOP, LEFT, BOTTOM);
    AxisLabel.write(page, "middle", LEFT, BOTTOM + 19, "none");
    AxisLabel.write(
        page, "middle", (LEFT + RIGHT) / 2, HEIGHT - 9, "False positives per pair (FPR)");
    page.element(
        "text",
        "Recall",
        "class",
        "axis",
        "text-anchor",
        "middle",
        "transform",
        "translate(14 " + SvgNumbers.text((TOP + BOTTOM) / 2) + ") rotate(-90)");
  }

  private void writeCurve(HtmlWriter page, String hasher, int decade) {
    List<Point> points = points(hasher);
    if (points.isEmpty()) {
      return;
    }
    SeriesStyle style = style(hasher);
    page.open("g", "class", style.cssClass()).element("title", hasher);
    page.empty("path", "class", "line", "d", path(points, decade));
    for (int mark = 0; mark < MARKS; mark++) {
      Point at = nearest(points, markedX(mark, findings.hashers().indexOf(hasher)), decade);
      style.writeMark(page, x(at.fpr(), decade), y(at.recall()));
    }
    page.close("g");
  }

  /**
   * Marks stand at other places on each line, so that those of like lines do not hide each other.
   */
  private double markedX(int mark, int series) {
    double offset = (series + 0.5) / Math.max(1, findings.hashers().size());
    return LEFT + (RIGHT - LEFT) * (mark + offset) / MARKS;
  }

  private static Point nearest(List<Point> points, double x, int decade) {
    return Collections.min(
        points, Comparator.comparingDouble(point -> Math.abs(x(point.fpr(), decade) - x)));
  }

  private String path(List<Point> points, int decade) {
    StringBuilder path = new StringBuilder();
    String last = "";
    for (Point point : points) {
      String next = SvgNumbers.point(x(point.fpr(), decade), y(point.recall()));
      if (!next.equals(last)) {
        path.append(path.length() == 0 ? 'M' : 'L').append(next);
      }
      last = next;
    }
    return path.toString();
  }

  private void writeLegend(HtmlWriter page) {
    page.open("figcaption").open("ul", "class", "legend");
    for (String hasher : findings.hashers()) {
      if (!points(hasher).isEmpty()) {
        page.open("li");
        style(hasher).writeSample(page);
        page.element("bdi", hasher).close("li");
      }
    }
    page.close("ul").close("figcaption");
  }

  private SeriesStyle style(String hasher) {
    return new SeriesStyle(findings.hashers().indexOf(hasher));
  }

  private List<Point> points(String hasher) {
    List<Point> points = new ArrayList<>();
    for (Row row : findings.rows("roc", hasher)) {
      if (row.number("fpr").isPresent() && row.number("recall").isPresent()) {
        points.add(new Point(share(row, "fpr"), share(row, "recall")));
      }
    }
    points.sort(Comparator.comparingDouble(Point::fpr).thenComparingDouble(Point::recall));
    long harmless = points.stream().filter(point -> point.fpr() == 0).count();
    // Of the radii without a false match, only the one that finds the most is of use.
    return points.subList((int) Math.max(0, harmless - 1), points.size());
  }

  private int lowestDecade() {
    double lowest =
        findings.hashers().stream()
            .flatMap(hasher -> points(hasher).stream())
            .mapToDouble(Point::fpr)
            .filter(fpr -> fpr > 0)
            .min()
            .orElse(0.1);
    return (int) Math.max(LOWEST_DECADE, Math.min(-1, Math.floor(StrictMath.log10(lowest))));
  }

  private static double share(Row row, String column) {
    return row.number(column)
        .map(BigDecimal::doubleValue)
        .map(v -> Math.max(0, Math.min(1, v)))
        .orElse(0.0);
  }

  private static double x(double fpr, int decade) {
    if (fpr <= 0) {
      return LEFT;
    }
    double power = Math.max(decade, StrictMath.log10(fpr));
    return RIGHT + power / -decade * (RIGHT - LEFT - NONE_WIDTH);
  }

  private static double y(double recall) {
    return BOTTOM - recall * (BOTTOM - TOP);
  }

  private static void line(HtmlWriter page, String kind, double x, double y, double x2, double y2) {
    String path = "M" + SvgNumbers.point(x, y) + "L" + SvgNumbers.point(x2, y2);
    page.empty("path", "class", kind, "d", path);
  }
}
