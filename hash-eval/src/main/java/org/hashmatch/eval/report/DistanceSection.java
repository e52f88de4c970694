package org.hashmatch.eval.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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
    List<Row> rows = findings.rows("distances", hasher);
    String id = "distances-" + findings.hashers().indexOf(hasher);
    page.open("figure").open("h3").element("bdi", hasher).close("h3");
    new DistanceChart(id, hasher, levels(hasher), rows).writeTo(page, lines(hasher));
    page.open("figcaption");
    for (OperatingPoint point : findings.mainPoints()) {
      findings.row("radii", hasher, point).ifPresent(row -> writeRadius(page, point, row));
    }
    page.close("figcaption").close("figure");
  }

  private static void writeRadius(HtmlWriter page, OperatingPoint point, Row row) {
    page.open("small").element("span", "", "class", "stroke " + cssClass(point));
    page.text(point.label() + ": radius " + ResultsSection.radius(row)).close("small");
  }

  private List<DistanceChart.RadiusLine> lines(String hasher) {
    Set<DistanceChart.RadiusLine> lines = new LinkedHashSet<>();
    for (OperatingPoint point : findings.mainPoints()) {
      for (String column : List.of("radius_first_half", "radius_second_half")) {
        findings
            .row("radii", hasher, point)
            .flatMap(row -> row.number(column))
            .map(radius -> new DistanceChart.RadiusLine(radius.doubleValue(), cssClass(point)))
            .ifPresent(lines::add);
      }
    }
    return new ArrayList<>(lines);
  }

  private static String cssClass(OperatingPoint point) {
    return point.isDeployed() ? "deployed" : "strict";
  }

  private int levels(String hasher) {
    return findings.rows("summary", hasher).stream()
        .flatMap(row -> row.number("levels").stream())
        .mapToInt(BigDecimal::intValue)
        .findFirst()
        .orElse(1);
  }
}
