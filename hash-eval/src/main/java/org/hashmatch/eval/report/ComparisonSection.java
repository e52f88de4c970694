package org.hashmatch.eval.report;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/** Which of two hashers finds more, in words, and how sure that is. */
record ComparisonSection(Findings findings) implements Section {

  private static final BigDecimal SURE = new BigDecimal("0.05");
  private static final List<String> HEADINGS =
      List.of("Comparison", "Difference in points, with 95 % interval", "p after Holm", "p");

  @Override
  public String id() {
    return "comparisons";
  }

  @Override
  public String title() {
    return "Which hasher is better";
  }

  @Override
  public boolean isEmpty() {
    return findings.rows("comparisons").isEmpty();
  }

  @Override
  public void writeTo(HtmlWriter page) {
    page.element(
        "p",
        "Both hashers saw the same edited copies of the same pictures. A difference counts as shown"
            + " where p after Holm's correction for many comparisons is below 0.05.");
    List<Row> rows = findings.rows("comparisons");
    String first = findings.strictest().map(OperatingPoint::name).orElse("");
    List<String> points =
        rows.stream()
            .map(row -> row.cell("point"))
            .distinct()
            .sorted(Comparator.comparing(point -> !point.equals(first)))
            .toList();
    for (String point : points) {
      boolean open = point.equals(first) || points.size() == 1;
      List<Row> here = rows.stream().filter(row -> row.cell("point").equals(point)).toList();
      writePoint(page, new OperatingPoint(point), here, open);
    }
  }

  private static void writePoint(
      HtmlWriter page, OperatingPoint point, List<Row> rows, boolean open) {
    page.open("details", open ? new String[] {"open", "open"} : new String[0]);
    page.element("summary", point.label());
    DataTable.openBox(page, "Comparisons " + point.phrase());
    page.open("thead").open("tr");
    DataTable.writeHeadings(page, HEADINGS);
    page.close("tr").close("thead").open("tbody");
    rows.forEach(row -> writeRow(page, row));
    page.close("tbody");
    DataTable.closeBox(page);
    page.close("details");
  }

  private static void writeRow(HtmlWriter page, Row row) {
    page.open("tr").open("th", "scope", "row", "class", "words");
    writeWords(page, row);
    String difference = row.cell("difference");
    page.close("th").open("td", "class", "n");
    page.figure(difference, CellFormat.POINTS.show(difference));
    page.element("small", CellFormat.POINTS.showInterval(row.cell("lower"), row.cell("upper")));
    page.close("td");
    for (String column : List.of("p_holm", "p")) {
      String cell = row.cell(column);
      page.open("td", "class", "n").figure(cell, CellFormat.PROBABILITY.show(cell)).close("td");
    }
    page.close("tr");
  }

  private static void writeWords(HtmlWriter page, Row row) {
    String shown = CellFormat.POINTS.show(row.cell("difference"));
    boolean more = shown.startsWith("+");
    boolean less = shown.startsWith("−");
    page.element("bdi", row.cell("hasher"));
    if (more || less) {
      String amount = shown.substring(1) + " points " + (more ? "more" : "less");
      page.text(" finds ").element("strong", amount).text(" than ");
    } else {
      page.text(" finds as much as ");
    }
    page.element("bdi", row.cell("other"));
    boolean shaky = row.number("p_holm").map(p -> p.compareTo(SURE) >= 0).orElse(false);
    if ((more || less) && shaky) {
      page.element("small", "which may be chance");
    }
  }
}
