package org.hashmatch.eval.report;

/** How to repeat the study. */
record FactsSection(ReportFacts facts) implements Section {

  @Override
  public String id() {
    return "repeat";
  }

  @Override
  public String title() {
    return "How to repeat it";
  }

  @Override
  public boolean isEmpty() {
    return facts.facts().isEmpty();
  }

  @Override
  public void writeTo(HtmlWriter page) {
    page.open("dl", "class", "facts");
    for (ReportFacts.Fact fact : facts.facts()) {
      page.open("div").element("dt", fact.name());
      page.open("dd").element("bdi", fact.value()).close("dd").close("div");
    }
    page.close("dl");
  }
}
