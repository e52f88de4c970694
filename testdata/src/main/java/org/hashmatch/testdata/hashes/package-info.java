/**
 * Synthetic hashes of 256 bits for tests and benchmarks of an index: evenly spread, like those of
 * pictures, or made to hurt; and the queries that go with each.
 *
 * <p>Hashes lie flat in a {@code long[]}, {@link org.hashmatch.testdata.hashes.HashRows#WORDS}
 * words a row; bit k of a row is bit {@code k % 64} of its word {@code k / 64}.
 *
 * <p>Entry points: {@link org.hashmatch.testdata.hashes.UniformHashes}, {@link
 * org.hashmatch.testdata.hashes.RealisticHashes}, {@link
 * org.hashmatch.testdata.hashes.HostileHashes}. The one rule: row i depends on i alone, so that
 * whoever asks for more rows gets the same ones first, the same on every machine and every JVM.
 */
@NullMarked
package org.hashmatch.testdata.hashes;

import org.jspecify.annotations.NullMarked;
