/**
 * Finding neighbours: which hashes of a set lie within a Hamming radius of a query.
 *
 * <p>Entry point: {@link org.hashmatch.index.HashIndex}, with {@link
 * org.hashmatch.index.LinearScanIndex} for small sets and {@link
 * org.hashmatch.index.MultiIndexHashingIndex} for large ones. The one rule: every search is exact;
 * an index that could miss a neighbour has no place here.
 */
@NullMarked
package org.hashmatch.index;

import org.jspecify.annotations.NullMarked;
