package org.hashmatch.eval.study;

/**
 * Different pictures after the same edit, one of them in the bank: those within the radius are
 * alike by what the edit put around or over them.
 *
 * @param attack the edit's place in the plan's list
 * @param hits pairs within the radius
 * @param pairs all of them
 */
record TemplateCollisions(int attack, long hits, long pairs) {

  double rate() {
    return pairs == 0 ? 0 : (double) hits / pairs;
  }
}
