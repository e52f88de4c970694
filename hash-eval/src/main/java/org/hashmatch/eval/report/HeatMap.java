package org.hashmatch.eval.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Recalls as a table with a number and a colour in each cell: subjects down, hashers across. */
record HeatMap(String caption, List<Column> columns, List<Block> blocks, boolean withIntervals) {

  /** A hasher at a point. */
  record Column(String hasher, OperatingPoint point) {}

  /** Rows under one heading, which may be empty. */
  record Block(String heading, List<Line> lines) {}

  /** A row: what it shows, and under which name. */
  record Line(String label, String note, Subject subject) {}

  private static final BigDecimal STEPS = BigDecimal.TEN;

  void writeTo(HtmlWriter page, Recalls recalls) {
    DataTable.openBox(page, caption);
    writeHead(page);
    for (Block block : blocks) {
      page.open("tbody");
      writeHeading(page, block.heading());
      block.lines().forEach(line -> writeLine(page, line, recalls));
      page.close("tbody");
    }
    DataTable.closeBox(page);
  }

  private void writeHead(HtmlWriter page) {
    boolean onePoint = columns.stream().map(Column::point).distinct().count() == 1;
    page.open("thead").open("tr").element("th", "Recall in %", "scope", "col");
    for (Column column : columns) {
      page.open("th", "scope", "col", "class", "n").element("bdi", column.hasher());
      if (!onePoint) {
        page.element("small", column.point().label());
      }
      page.close("th");
    }
    page.close("tr").close("thead");
  }

  private void writeHeading(HtmlWriter page, String heading) {
    if (!heading.isEmpty()) {
      String span = String.valueOf(columns.size() + 1);
      page.open("tr").open("th", "scope", "rowgroup", "colspan", span, "class", "point");
      page.open("span").element("bdi", heading).close("span").close("th").close("tr");
    }
  }

  private void writeLine(HtmlWriter page, Line line, Recalls recalls) {
    page.open("tr").open("th", "scope", "row").element("bdi", line.label());
    if (!line.note().isEmpty()) {
      page.element("small", line.note());
    }
    page.close("th");
    for (Column column : columns) {
      writeCell(page, recalls.find(column.hasher(), column.point(), line.subject()));
    }
    page.close("tr");
  }

  private void writeCell(HtmlWriter page, Optional<Row> row) {
    String recall = row.map(found -> found.cell("recall")).orElse("");
    page.open("td", "class", "n " + shade(recall));
    page.figure(recall, CellFormat.BARE_PERCENT.show(recall));
    if (withIntervals && row.isPresent()) {
      String interval =
          CellFormat.BARE_PERCENT.showInterval(
              row.get().cell("wilson_lower"), row.get().cell("wilson_upper"));
      page.element("small", interval);
    }
    page.close("td");
  }

  /** One of eleven steps: h0 nothing is found, h10 all is. */
  static String shade(String recall) {
    return CellFormat.number(recall)
        .map(value -> value.max(BigDecimal.ZERO).min(BigDecimal.ONE))
        .map(value -> "h" + value.multiply(STEPS).intValue())
        .orElse("none");
  }
}
