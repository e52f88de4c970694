/**
 * Finding neighbours: which hashes of a set lie within a Hamming radius of a query.
 *
 * <p>Entry point: {@link org.hashmatch.index.HashIndex}, with {@link
 * org.hashmatch.index.segment.MultiIndexHashingIndex} as the one to use. The one rule: every search
 * is exact; an index that could miss a neighbour has no place here.
 */
@NullMarked
package org.hashmatch.index;

import org.jspecify.annotations.NullMarked;
