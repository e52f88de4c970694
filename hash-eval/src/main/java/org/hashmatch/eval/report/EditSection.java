package org.hashmatch.eval.report;

import java.util.List;

/** Recall of every edit, folded away. */
record EditSection(Findings findings) implements Section {

  @Override
  public String id() {
    return "edits";
  }

  @Override
  public String title() {
    return "Every edit";
  }

  @Override
  public boolean isEmpty() {
    return findings.recalls().subjects(Subject.EDIT).isEmpty()
        || new HeatColumns(findings).both().isEmpty();
  }

  @Override
  public void writeTo(HtmlWriter page) {
    page.element("p", "Recall in per cent, below it Wilson's 95 % interval.");
    List<HeatMap.Block> edits = new Subjects(findings).edits();
    for (List<HeatMap.Column> columns : new HeatColumns(findings).both()) {
      String caption = HeatColumns.caption("Recall of every edit", columns);
      page.open("details").element("summary", caption);
      new HeatMap(caption, columns, edits, true).writeTo(page, findings.recalls());
      page.close("details");
    }
  }
}
