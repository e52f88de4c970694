/**
 * Robustness and quality of hashes; never called a benchmark, which is about speed.
 *
 * <p>Entry point: {@link org.hashmatch.eval.BitStatistics}. The one rule: values only; what is
 * measured here is printed elsewhere, and a share comes with its interval.
 */
@NullMarked
package org.hashmatch.eval;

import org.jspecify.annotations.NullMarked;
