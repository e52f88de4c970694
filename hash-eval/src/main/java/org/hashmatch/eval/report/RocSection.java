package org.hashmatch.eval.report;

import java.util.List;

/** Recall against false positives, and how far near and far pictures are apart. */
record RocSection(Findings findings) implements Section {

  @Override
  public String id() {
    return "roc";
  }

  @Override
  public String title() {
    return "Recall against false positives";
  }

  @Override
  public boolean isEmpty() {
    return findings.rows("roc").isEmpty() && findings.rows("summary").isEmpty();
  }

  @Override
  public void writeTo(HtmlWriter page) {
    if (!findings.rows("roc").isEmpty()) {
      page.element(
          "p",
          "Each line is a hasher at all its radii. Only the left side matters in use: a bank of a"
              + " million entries compares each upload a million times. “None” is where no"
              + " false match was seen at all.");
      new RocChart(findings).writeTo(page);
    }
    if (!findings.rows("summary").isEmpty()) {
      separation().writeTo(page, findings.rows("summary"));
    }
  }

  private static DataTable separation() {
    return new DataTable(
        "How well copies and different pictures are told apart, over all radii",
        List.of(
            DataTable.text("Hasher", "hasher"),
            DataTable.column("Copies", "mates", CellFormat.COUNT),
            DataTable.column("Different pairs", "non_mates", CellFormat.COUNT),
            DataTable.column("AUC", "auc", CellFormat.FIGURE),
            DataTable.column("Equal error rate", "eer", CellFormat.PERCENT),
            DataTable.column("Decidability", "decidability", CellFormat.FIGURE),
            DataTable.column("Mean distance of copies", "mate_mean", CellFormat.FIGURE),
            DataTable.column("of different pictures", "non_mate_mean", CellFormat.FIGURE),
            DataTable.column("and its deviation", "non_mate_deviation", CellFormat.FIGURE),
            DataTable.column("Largest distance", "levels", CellFormat.COUNT)));
  }
}
