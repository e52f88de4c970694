package org.hashmatch.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.index.internal.BitPermutation;
import org.hashmatch.index.segment.MultiIndexHashingIndex;
import org.hashmatch.testdata.hashes.HashRows;
import org.hashmatch.testdata.hashes.HostileHashes;
import org.hashmatch.testdata.hashes.RealisticHashes;
import org.hashmatch.testdata.hashes.UniformHashes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All data with which the index is measured, against brute force. */
final class ProtocolDataTest {

  private static final int ROWS = 20_000;
  private static final int QUERIES = 25;
  private static final int[] RADII = {0, 7, 15, 23, 31, 39, 47, 55, 63, 96, 128, 256};

  /** A bank, and the sets of queries that go with it. */
  private enum Data {
    UNIFORM,
    REALISTIC,
    ONE_CONSTANT_SUBSTRING,
    FOUR_CONSTANT_SUBSTRINGS,
    EIGHT_CONSTANT_SUBSTRINGS,
    HALF_ZERO,
    CLUSTER,
    IDENTICAL;

    long[] bank() {
      return switch (this) {
        case UNIFORM -> UniformHashes.bank(ROWS);
        case REALISTIC -> RealisticHashes.bank(ROWS);
        case ONE_CONSTANT_SUBSTRING -> constant(UniformHashes.bank(ROWS), 1);
        case FOUR_CONSTANT_SUBSTRINGS -> constant(UniformHashes.bank(ROWS), 4);
        case EIGHT_CONSTANT_SUBSTRINGS -> constant(UniformHashes.bank(ROWS), 8);
        case HALF_ZERO -> HostileHashes.halfZero(ROWS);
        case CLUSTER -> HostileHashes.cluster(ROWS);
        case IDENTICAL -> HostileHashes.identical(ROWS);
      };
    }

    List<long[]> queries(long[] bank) {
      return switch (this) {
        case UNIFORM -> List.of(UniformHashes.fresh(QUERIES), UniformHashes.near(bank, QUERIES));
        case REALISTIC ->
            List.of(
                RealisticHashes.fresh(QUERIES),
                RealisticHashes.hard(QUERIES),
                RealisticHashes.mix(QUERIES),
                RealisticHashes.near(bank, QUERIES));
        case ONE_CONSTANT_SUBSTRING -> constantOnes(bank, 1);
        case FOUR_CONSTANT_SUBSTRINGS -> constantOnes(bank, 4);
        case EIGHT_CONSTANT_SUBSTRINGS -> constantOnes(bank, 8);
        case HALF_ZERO -> List.of(HostileHashes.sparse(QUERIES), UniformHashes.near(bank, QUERIES));
        case CLUSTER, IDENTICAL ->
            List.of(HostileHashes.aroundCluster(QUERIES), UniformHashes.near(bank, QUERIES));
      };
    }

    private static List<long[]> constantOnes(long[] bank, int substrings) {
      return List.of(
          constant(UniformHashes.fresh(QUERIES), substrings), UniformHashes.near(bank, QUERIES));
    }

    private static long[] constant(long[] hashes, int substrings) {
      BitPermutation permutation = new BitPermutation(256);
      return HostileHashes.without(
          hashes, IntStream.range(0, 16 * substrings).map(permutation::source).toArray());
    }
  }

  @ParameterizedTest
  @EnumSource(Data.class)
  void search_anyDataAndRadius_equalsBruteForce(Data data) {
    long[] bank = data.bank();
    HashBatch batch = new HashBatch(HashAlgorithm.PDQ);
    for (int i = 0; i < ROWS; i++) {
      batch.add(ROWS - i, hash(bank, i));
    }
    HashIndex index = new MultiIndexHashingIndex(HashAlgorithm.PDQ);
    index.addAll(batch);
    for (long[] queries : data.queries(bank)) {
      check(index, bank, queries);
    }
    check(index, bank, HostileHashes.complements(bank, QUERIES));
  }

  private static ImageHash hash(long[] hashes, int row) {
    return ImageHash.of(HashAlgorithm.PDQ, HashRows.row(hashes, row));
  }

  private static void check(HashIndex index, long[] bank, long[] queries) {
    Searcher searcher = index.searcher();
    for (int i = 0; i < QUERIES; i++) {
      long[] query = HashRows.row(queries, i);
      long[] ranked =
          IntStream.range(0, ROWS)
              .mapToLong(row -> ((long) HashRows.distance(query, bank, row) << 32) | row)
              .sorted()
              .toArray();
      for (int radius : RADII) {
        searcher.search(hash(queries, i), radius);
        long end = (radius + 1L) << 32;
        assertThat(found(searcher))
            .as("query %d radius %d", i, radius)
            .isEqualTo(Arrays.stream(ranked).takeWhile(key -> key < end).toArray());
      }
    }
  }

  /** Each id says its row. */
  private static long[] found(Searcher searcher) {
    return IntStream.range(0, searcher.found())
        .mapToLong(rank -> ((long) searcher.distance(rank) << 32) | (ROWS - searcher.id(rank)))
        .toArray();
  }
}
