package org.hashmatch.eval.report;

import java.util.List;

/** The pictures whose edited copies are found least often. */
record PictureSection(Findings findings) implements Section {

  private static final int SHOWN = 12;

  @Override
  public String id() {
    return "pictures";
  }

  @Override
  public String title() {
    return "Pictures that fare worst";
  }

  @Override
  public boolean isEmpty() {
    return findings.recalls().subjects(Subject.PICTURE).isEmpty()
        || new HeatColumns(findings).both().isEmpty();
  }

  @Override
  public void writeTo(HtmlWriter page) {
    List<HeatMap.Column> columns = new HeatColumns(findings).both().get(0);
    List<HeatMap.Line> worst = new Subjects(findings).worstPictures(SHOWN, columns);
    page.element("p", "The worst first, by all hashers together.");
    String caption = HeatColumns.caption("Recall over the edits of one picture", columns);
    new HeatMap(caption, columns, List.of(new HeatMap.Block("", worst)), false)
        .writeTo(page, findings.recalls());
  }
}
