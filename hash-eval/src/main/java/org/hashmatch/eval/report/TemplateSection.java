package org.hashmatch.eval.report;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/** Different pictures that match each other once both have had the same edit. */
record TemplateSection(Findings findings) implements Section {

  private static final int SHOWN = 25;

  @Override
  public String id() {
    return "templates";
  }

  @Override
  public String title() {
    return "Template collisions";
  }

  @Override
  public boolean isEmpty() {
    return findings.rows("templates").isEmpty();
  }

  @Override
  public void writeTo(HtmlWriter page) {
    page.element(
        "p",
        "Two different pictures in the same frame, screenshot or meme must not match for the"
            + " frame's sake.");
    List<Row> worst = worst();
    if (worst.isEmpty()) {
      page.element("p", "No two different pictures with the same edit matched.");
      return;
    }
    new DataTable(
            "The worst collisions, at most " + SHOWN,
            List.of(
                DataTable.text("Hasher", "hasher"),
                DataTable.text("Point", "point"),
                DataTable.text("Pack", "pack"),
                DataTable.text("Group", "group"),
                DataTable.text("Edit", "edit"),
                DataTable.column("Collisions", "collisions", CellFormat.COUNT),
                DataTable.column("Pairs", "pairs", CellFormat.COUNT),
                DataTable.column("Rate", "rate", CellFormat.PERCENT)))
        .writeTo(page, worst);
  }

  private List<Row> worst() {
    Comparator<Row> byRate = Comparator.comparing(TemplateSection::rate);
    return findings.rows("templates").stream()
        .filter(this::isShown)
        .filter(row -> rate(row).signum() > 0)
        .sorted(byRate.reversed())
        .limit(SHOWN)
        .toList();
  }

  /** Looser points collide more, and would fill the table. */
  private boolean isShown(Row row) {
    OperatingPoint point = new OperatingPoint(row.cell("point"));
    boolean strictest = findings.strictest().map(point::equals).orElse(true);
    return strictest || point.isDeployed();
  }

  private static BigDecimal rate(Row row) {
    return row.number("rate").orElse(BigDecimal.ZERO);
  }
}
