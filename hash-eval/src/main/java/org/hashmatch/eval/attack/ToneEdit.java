package org.hashmatch.eval.attack;

/** Each sample replaced by another, by a table. */
sealed interface ToneEdit extends Edit {

  /**
   * Brighter or darker.
   *
   * @param by what is added to each sample, -255..255
   */
  record Bright(Span by) implements ToneEdit {
    public Bright {
      by.within("by", -255, 255);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      double added = context.draw("by", by);
      return SampleTable.of(sample -> sample + added).apply(picture);
    }
  }
}
