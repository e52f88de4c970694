package org.hashmatch.eval.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The distances of each hasher, in small charts side by side. */
record DistanceSection(Findings findings) implements Section {

  @Override
  public String id() {
    return "distances";
  }

  @Override
  public String title() {
    return "Distances";
  }

  @Override
  public boolean isEmpty() {
    return findings.rows("distances").isEmpty();
  }

  @Override
  public void writeTo(HtmlWriter page) {
    page.open("p").text("How far edited copies (");
    page.element("span", "filled", "class", "key matesKey");
    page.text(") and different pictures (").element("span", "outline", "class", "key othersKey");
    page.text(
        ") are from a picture, as shares of each kind. The axis of shares is logarithmic, since what"
            + " matters is rare: how much of the outline lies left of a radius.");
    page.close("p").open("div", "class", "multiples");
    for (String hasher : findings.hashers()) {
      if (!findings.rows("distances", hasher).isEmpty()) {
        writeChart(page, hasher);
      }
    }
    page.close("div");
  }

  private void writeChart(HtmlWriter page, String hasher) {
    page.open("figure").open("figcaption").open("strong").element("bdi", hasher).close("strong");
    List<DistanceChart.RadiusLine> lines = new ArrayList<>();
    for (OperatingPoint point : points()) {
      Optional<Row> radius = findings.row("radii", hasher, point);
      radius.ifPresent(row -> addRadius(page, point, row, lines));
    }
    page.close("figcaption");
    String id = "distances-" + findings.hashers().indexOf(hasher);
    new DistanceChart(id, hasher, levels(hasher), findings.rows("distances", hasher))
        .writeTo(page, lines);
    page.close("figure");
  }

  private static void addRadius(
      HtmlWriter page, OperatingPoint point, Row row, List<DistanceChart.RadiusLine> lines) {
    String cssClass = point.isDeployed() ? "deployed" : "strict";
    page.open("small");
    page.element("span", "", "class", "stroke " + cssClass);
    page.text(point.label() + ": radius " + ResultsSection.radius(row)).close("small");
    for (String column : List.of("radius_first_half", "radius_second_half")) {
      row.number(column)
          .map(BigDecimal::doubleValue)
          .map(radius -> new DistanceChart.RadiusLine(radius, cssClass))
          .filter(line -> !lines.contains(line))
          .ifPresent(lines::add);
    }
  }

  /** The points whose radii are drawn: as deployed, and the strictest. */
  private List<OperatingPoint> points() {
    List<OperatingPoint> points =
        new ArrayList<>(findings.points().stream().filter(OperatingPoint::isDeployed).toList());
    findings.strictest().ifPresent(points::add);
    return points;
  }

  private int levels(String hasher) {
    return findings.rows("summary", hasher).stream()
        .flatMap(row -> row.number("levels").stream())
        .mapToInt(BigDecimal::intValue)
        .findFirst()
        .orElse(1);
  }
}
