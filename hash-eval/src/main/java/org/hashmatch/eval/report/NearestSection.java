package org.hashmatch.eval.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The different pictures that each hasher takes to be the most alike. */
record NearestSection(Findings findings) implements Section {

  private static final int SHOWN = 3;

  @Override
  public String id() {
    return "nearest";
  }

  @Override
  public String title() {
    return "Nearest different pictures";
  }

  @Override
  public boolean isEmpty() {
    return findings.rows("nearest").isEmpty();
  }

  @Override
  public void writeTo(HtmlWriter page) {
    page.element(
        "p",
        "Worth a look: a pair that is the same scene after all makes a hasher seem worse than it is.");
    List<Row> nearest = new ArrayList<>();
    findings.hashers().forEach(hasher -> nearest.addAll(nearest(hasher)));
    new DataTable(
            "The nearest pairs of different pictures, " + SHOWN + " for each hasher",
            List.of(
                DataTable.text("Hasher", "hasher"),
                DataTable.column("Distance", "distance", CellFormat.COUNT),
                DataTable.text("Picture", "query"),
                DataTable.text("Its edit", "edit"),
                DataTable.text("Taken for", "bank")))
        .writeTo(page, nearest);
  }

  private List<Row> nearest(String hasher) {
    return findings.rows("nearest", hasher).stream()
        .sorted(Comparator.comparing(row -> row.number("distance").orElse(BigDecimal.TEN)))
        .limit(SHOWN)
        .toList();
  }
}
