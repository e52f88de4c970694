package org.hashmatch.eval.report;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * One hasher's distances: the share of the edited copies and of the different pictures at each, on
 * a logarithmic axis, with the radii as lines.
 */
final class DistanceChart {

  private static final double WIDTH = 320;
  private static final double HEIGHT = 214;
  private static final double LEFT = 40;
  private static final double RIGHT = 308;
  private static final double TOP = 10;
  private static final double BOTTOM = 172;
  private static final int BINS = 64;
  private static final int LOWEST_DECADE = -8;
  private static final int MAX_LEVELS = 1 << 20;

  private final String id;
  private final String hasher;
  private final int levels;
  private final int binWidth;
  private final double[] mates;
  private final double[] nonMates;
  private final int decade;

  /** Of the rows of the table of distances that are about one hasher. */
  DistanceChart(String id, String hasher, int levels, List<Row> rows) {
    this.id = id;
    this.hasher = hasher;
    this.levels = Math.max(1, Math.min(MAX_LEVELS, Math.max(levels, largest(rows))));
    this.binWidth = this.levels / BINS + 1;
    this.mates = shares(rows, "mates");
    this.nonMates = shares(rows, "non_mates");
    this.decade = lowestDecade();
  }

  void writeTo(HtmlWriter page, List<RadiusLine> radii) {
    page.open(
        "svg",
        "xmlns",
        SvgNumbers.NAMESPACE,
        "viewBox",
        "0 0 " + SvgNumbers.point(WIDTH, HEIGHT),
        "role",
        "img",
        "aria-labelledby",
        id + "-title " + id + "-desc");
    page.element("title", "Distances of " + hasher, "id", id + "-title");
    page.element(
        "desc",
        "Shares of edited copies (filled) and of different pictures (outline) at each distance of 0"
            + " to "
            + levels
            + ", with the radii as vertical lines.",
        "id",
        id + "-desc");
    writeAxes(page);
    page.empty("path", "class", "mates", "d", outline(mates));
    page.empty("path", "class", "others", "d", outline(nonMates));
    radii.forEach(radius -> writeRadius(page, radius));
    page.close("svg");
  }

  private void writeRadius(HtmlWriter page, RadiusLine radius) {
    // A radius is inclusive: the line stands behind its distance.
    double x = x(Math.min(levels + 1, radius.radius() + 1));
    String path = "M" + SvgNumbers.point(x, TOP) + "L" + SvgNumbers.point(x, BOTTOM);
    page.empty("path", "class", "radius " + radius.cssClass(), "d", path);
  }

  private void writeAxes(HtmlWriter page) {
    int step = decade < -4 ? 2 : 1;
    for (int power = 0; power >= decade; power -= step) {
      double y = y(StrictMath.pow(10, power));
      page.empty(
          "path",
          "class",
          "grid",
          "d",
          "M" + SvgNumbers.point(LEFT, y) + "L" + SvgNumbers.point(RIGHT, y));
      AxisLabel.write(
          page, "end", LEFT - 5, y + 4, power == 0 ? "1" : CellFormat.powerOfTen(power));
    }
    String axis = "M" + SvgNumbers.point(LEFT, BOTTOM) + "L" + SvgNumbers.point(RIGHT, BOTTOM);
    page.empty("path", "class", "tick", "d", axis);
    for (int quarter = 0; quarter <= 4; quarter++) {
      int distance = levels * quarter / 4;
      double x = x(distance + 0.5);
      page.empty(
          "path",
          "class",
          "tick",
          "d",
          "M" + SvgNumbers.point(x, BOTTOM) + "L" + SvgNumbers.point(x, BOTTOM + 4));
      AxisLabel.write(page, "middle", x, BOTTOM + 17, String.valueOf(distance));
    }
    AxisLabel.write(page, "middle", (LEFT + RIGHT) / 2, HEIGHT - 6, "Distance");
  }

  /** A step for each bin; bins without any pair are gaps. */
  private String outline(double[] shares) {
    StringBuilder path = new StringBuilder();
    for (int bin = 0; bin < shares.length; bin++) {
      boolean starts = shares[bin] > 0 && (bin == 0 || shares[bin - 1] <= 0);
      boolean ends = shares[bin] > 0 && (bin == shares.length - 1 || shares[bin + 1] <= 0);
      if (starts) {
        path.append('M').append(SvgNumbers.point(x((double) bin * binWidth), BOTTOM));
      }
      if (shares[bin] > 0) {
        path.append('V').append(SvgNumbers.text(y(shares[bin])));
        path.append('H').append(SvgNumbers.text(x((bin + 1.0) * binWidth)));
      }
      if (ends) {
        path.append('V').append(SvgNumbers.text(BOTTOM));
      }
    }
    return path.toString();
  }

  private double x(double distance) {
    return LEFT + Math.min(1, distance / (levels + 1)) * (RIGHT - LEFT);
  }

  private double y(double share) {
    if (share <= 0) {
      return BOTTOM;
    }
    double power = Math.max(decade, StrictMath.log10(share));
    return TOP + power / decade * (BOTTOM - TOP);
  }

  private double[] shares(List<Row> rows, String column) {
    double[] counts = new double[levels / binWidth + 1];
    for (Row row : rows) {
      int bin = distance(row) / binWidth;
      if (bin < counts.length) {
        counts[bin] += Math.max(0, row.number(column).map(BigDecimal::doubleValue).orElse(0.0));
      }
    }
    double total = Math.max(Double.MIN_NORMAL, Arrays.stream(counts).sum());
    return Arrays.stream(counts).map(count -> count / total).toArray();
  }

  private int lowestDecade() {
    double lowest =
        Arrays.stream(new double[][] {mates, nonMates})
            .flatMapToDouble(Arrays::stream)
            .filter(share -> share > 0)
            .min()
            .orElse(0.1);
    // One decade below the rarest, or its bars would have no height.
    int decade = (int) Math.floor(StrictMath.log10(lowest)) - 1;
    return Math.max(LOWEST_DECADE, Math.min(-1, decade));
  }

  private static int largest(List<Row> rows) {
    return rows.stream().mapToInt(DistanceChart::distance).max().orElse(1);
  }

  private static int distance(Row row) {
    double distance = row.number("distance").map(BigDecimal::doubleValue).orElse(0.0);
    return (int) Math.max(0, Math.min(MAX_LEVELS, distance));
  }

  /** A radius, and how its line is drawn. */
  record RadiusLine(double radius, String cssClass) {}
}
