/**
 * Robustness and quality of hashes; never called a benchmark, which is about speed.
 *
 * <p>Entry points: {@link org.hashmatch.eval.BitStatistics} for the bits of an algorithm, {@link
 * org.hashmatch.eval.RocCurve} for the distances of pairs, {@link
 * org.hashmatch.eval.ImageBootstrap} for recalls and their differences, {@link
 * org.hashmatch.eval.PairRate} for false positives. The one rule: values only; what is measured
 * here is printed elsewhere, and a share comes with its interval. Equal input gives equal numbers
 * on every machine.
 */
@NullMarked
package org.hashmatch.eval;

import org.jspecify.annotations.NullMarked;
