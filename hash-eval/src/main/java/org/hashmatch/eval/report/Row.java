package org.hashmatch.eval.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A row of a table, asked by the columns' names. */
record Row(List<String> header, List<String> cells) {

  /** The cell, empty if the table has no such column. */
  String cell(String column) {
    int at = header.indexOf(column);
    return at < 0 ? "" : cells.get(at);
  }

  /** The cell's number, if it is one. */
  Optional<BigDecimal> number(String column) {
    return CellFormat.number(cell(column));
  }
}
