package org.hashmatch.eval.report;

/** A part of the page under its own heading. */
interface Section {

  /** The anchor. */
  String id();

  /** The heading. */
  String title();

  /** Whether the study has nothing to show here: the page then says that the part is left out. */
  boolean isEmpty();

  /** Writes what stands below the heading. */
  void writeTo(HtmlWriter page);
}
