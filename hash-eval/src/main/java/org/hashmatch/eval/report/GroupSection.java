package org.hashmatch.eval.report;

import java.util.List;

/** Recall by group of edits. */
record GroupSection(Findings findings) implements Section {

  @Override
  public String id() {
    return "groups";
  }

  @Override
  public String title() {
    return "Which edits are survived";
  }

  @Override
  public boolean isEmpty() {
    return findings.recalls().subjects(Subject.GROUP).isEmpty()
        || new HeatColumns(findings).both().isEmpty();
  }

  @Override
  public void writeTo(HtmlWriter page) {
    page.open("p").text("Share of the edited copies that are found, in per cent. ");
    page.element("span", "orange", "class", "key h0").text(" few, ");
    page.element("span", "grey", "class", "key h5").text(" half, ");
    page.element("span", "blue", "class", "key h10").text(" all.").close("p");
    List<HeatMap.Block> groups = new Subjects(findings).groups();
    for (List<HeatMap.Column> columns : new HeatColumns(findings).both()) {
      String caption = HeatColumns.caption("Recall by group of edits", columns);
      new HeatMap(caption, columns, groups, false).writeTo(page, findings.recalls());
    }
  }
}
