package org.hashmatch.eval.report;

import java.util.List;

/** Rows of a study's table as a table on the page; the first column names the row. */
record DataTable(String caption, List<Column> columns) {

  /** A column: its heading, the cell that it shows, and how. */
  record Column(String heading, String cell, CellFormat format) {}

  static Column text(String heading, String cell) {
    return new Column(heading, cell, CellFormat.TEXT);
  }

  static Column column(String heading, String cell, CellFormat format) {
    return new Column(heading, cell, format);
  }

  void writeTo(HtmlWriter page, List<Row> rows) {
    openBox(page, caption);
    page.open("thead").open("tr");
    for (Column column : columns) {
      page.element("th", column.heading(), "scope", "col", "class", alignment(column));
    }
    page.close("tr").close("thead").open("tbody");
    rows.forEach(row -> writeRow(page, row));
    page.close("tbody");
    closeBox(page);
  }

  /** Opens a table in a box of its own, which scrolls sideways where the page must not. */
  static void openBox(HtmlWriter page, String caption) {
    page.open("div", "class", "wide", "tabindex", "0", "role", "region", "aria-label", caption);
    page.open("table").open("caption").element("span", caption).close("caption");
  }

  /** The headings of a table whose first column names the row and whose others hold figures. */
  static void writeHeadings(HtmlWriter page, List<String> headings) {
    for (String heading : headings) {
      String alignment = heading.equals(headings.get(0)) ? "t" : "n";
      page.element("th", heading, "scope", "col", "class", alignment);
    }
  }

  static void closeBox(HtmlWriter page) {
    page.close("table").close("div");
  }

  private void writeRow(HtmlWriter page, Row row) {
    page.open("tr");
    for (Column column : columns) {
      String cell = row.cell(column.cell());
      if (column.equals(columns.get(0))) {
        page.open("th", "scope", "row").element("bdi", CellFormat.TEXT.show(cell)).close("th");
      } else {
        page.open("td", "class", alignment(column));
        writeCell(page, column, cell);
        page.close("td");
      }
    }
    page.close("tr");
  }

  private static void writeCell(HtmlWriter page, Column column, String cell) {
    if (column.format().isNumeric()) {
      page.figure(cell, column.format().show(cell));
    } else {
      page.element("bdi", column.format().show(cell));
    }
  }

  private static String alignment(Column column) {
    return column.format().isNumeric() ? "n" : "t";
  }
}
