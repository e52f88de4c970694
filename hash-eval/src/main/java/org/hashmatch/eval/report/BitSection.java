package org.hashmatch.eval.report;

import java.util.List;

/** How much of a hash's bits is used. */
record BitSection(Findings findings) implements Section {

  @Override
  public String id() {
    return "bits";
  }

  @Override
  public String title() {
    return "Use of the bits";
  }

  @Override
  public boolean isEmpty() {
    return findings.rows("summary").stream()
        .allMatch(
            row -> row.cell("mean_imbalance").isEmpty() && row.cell("effective_bits").isEmpty());
  }

  @Override
  public void writeTo(HtmlWriter page) {
    page.element(
        "p",
        "A good bit is set in half of all pictures and tells what no other bit tells. Effective bits"
            + " are how many such bits would scatter different pictures as widely.");
    new DataTable(
            "Bits of each hasher",
            List.of(
                DataTable.text("Hasher", "hasher"),
                DataTable.column("Bits", "levels", CellFormat.COUNT),
                DataTable.column("Effective bits", "effective_bits", CellFormat.FIGURE),
                DataTable.column("Entropy in bits", "entropy_bits", CellFormat.FIGURE),
                DataTable.column("Constant bits", "constant_bits", CellFormat.COUNT),
                DataTable.column("Mean imbalance", "mean_imbalance", CellFormat.FIGURE),
                DataTable.column("Mean correlation", "mean_correlation", CellFormat.FIGURE)))
        .writeTo(page, findings.rows("summary"));
  }
}
