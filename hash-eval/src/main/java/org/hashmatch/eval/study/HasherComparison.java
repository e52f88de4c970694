package org.hashmatch.eval.study;

import org.hashmatch.eval.PairedComparison;

/**
 * Two hashers on the same edited images.
 *
 * @param point the radius of each, by how it came about
 * @param hasher one
 * @param other the other
 * @param paired the first one's recall over all edits less the other's
 * @param adjusted its p-value after Holm's correction for all comparisons at the point
 */
record HasherComparison(
    String point, String hasher, String other, PairedComparison paired, double adjusted) {

  HasherComparison adjusted(double pValue) {
    return new HasherComparison(point, hasher, other, paired, pValue);
  }
}
