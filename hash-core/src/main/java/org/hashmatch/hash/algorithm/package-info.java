/**
 * Pixels to bits: one hasher for each algorithm, behind {@link
 * org.hashmatch.hash.algorithm.ImageHasher}.
 *
 * <p>Entry point: {@link org.hashmatch.hash.algorithm.PdqHasher}. The one rule: equal pixels give
 * equal bits, on every machine and every Java version.
 */
@NullMarked
package org.hashmatch.hash.algorithm;

import org.jspecify.annotations.NullMarked;
