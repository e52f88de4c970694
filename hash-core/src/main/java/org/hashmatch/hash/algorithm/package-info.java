/**
 * Pixels to bits: one hasher for each algorithm, behind {@link
 * org.hashmatch.hash.algorithm.ImageHasher}.
 *
 * <p>Entry points: {@link org.hashmatch.hash.algorithm.PdqHasher}, and {@link
 * org.hashmatch.hash.algorithm.ImageHashers} for all of them by name. The one rule: equal pixels
 * give equal bits, on every machine and every Java version.
 */
@NullMarked
package org.hashmatch.hash.algorithm;

import org.jspecify.annotations.NullMarked;
