package org.hashmatch.eval.report;

import java.util.List;

/** The words of the page, explained to who has not met them. */
record ReadingGuide() implements Section {

  private record Term(String word, String meaning) {}

  private static final List<Term> TERMS =
      List.of(
          new Term(
              "Hasher",
              "Turns a picture into a short row of bits, its hash, so that pictures that look alike"
                  + " get hashes that are alike."),
          new Term(
              "Distance and radius",
              "The distance of two hashes is how many bits differ. Two pictures match if it is at"
                  + " most the radius."),
          new Term(
              "Recall",
              "The share of the edited copies that still match the picture they were made from."
                  + " “Mean over groups” (macro recall) lets each group of edits count the same,"
                  + " however many edits it has."),
          new Term(
              "FPR per pair",
              "False-positive rate: the share of the pairs of different pictures that match all the"
                  + " same. Each upload is compared with all of a bank, so at an FPR of 10⁻⁶ and a"
                  + " million entries one false alarm is to be expected at each upload."),
          new Term(
              "As deployed", "At the radius that the hasher's makers recommend or that is in use."),
          new Term(
              "Held out and in sample",
              "A radius for a wanted FPR is chosen by looking at pictures. Held out: it is chosen on"
                  + " one half of the pictures and tried on the other, then the reverse; this is what"
                  + " to expect in use. In sample: chosen and tried on the same pictures, which"
                  + " flatters."),
          new Term(
              "None so strict",
              "Even at radius 0 more different pictures match than the wanted FPR allows."),
          new Term(
              "Intervals",
              "Where the true value lies 95 times in 100. The bootstrap draws whole pictures anew, as"
                  + " the edits of one picture stand or fall together; Wilson's and the exact"
                  + " (Clopper and Pearson's) treat each trial as its own and are narrower than they"
                  + " should be where it is not. Pairs of different pictures are clustered: many"
                  + " share a picture; the design effect is how many of them tell as much as one"
                  + " independent pair."),
          new Term(
              "p after Holm",
              "How often chance alone would show a difference this large if there were none,"
                  + " corrected for the many comparisons made at once."),
          new Term(
              "AUC, equal error rate, decidability",
              "How well copies and different pictures are told apart over all radii: AUC is 1 at"
                  + " best and 0.5 for guessing; at the equal error rate as many copies are missed as"
                  + " different pictures match; decidability is the gap of the two means in"
                  + " deviations. They say little about the strict radii that a large bank needs."),
          new Term(
              "Template collision",
              "Two different pictures that match because both carry the same frame, caption or"
                  + " screenshot."));

  @Override
  public String id() {
    return "reading";
  }

  @Override
  public String title() {
    return "How to read it";
  }

  @Override
  public boolean isEmpty() {
    return false;
  }

  @Override
  public void writeTo(HtmlWriter page) {
    page.open("dl");
    for (Term term : TERMS) {
      page.element("dt", term.word()).element("dd", term.meaning());
    }
    page.close("dl");
    page.element(
        "p",
        "Figures are rounded from the study's tables; the cell itself stands in the page's markup"
            + " beside each.");
  }
}
