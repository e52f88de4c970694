package org.hashmatch.index.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.index.HashBatch;
import org.hashmatch.index.SearchStatistics;
import org.hashmatch.index.Searcher;
import org.hashmatch.index.internal.BitPermutation;
import org.hashmatch.testdata.hashes.HashRows;
import org.hashmatch.testdata.hashes.HostileHashes;
import org.hashmatch.testdata.hashes.RealisticHashes;
import org.hashmatch.testdata.hashes.UniformHashes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How much work searches are, counted rather than timed: the same on every machine and JDK as long
 * as nobody changes the search, so that a change shows whether it was meant or not.
 */
final class SearchWorkTest {

  private static final int QUERIES = 100;
  private static final int ROWS = 100_000;
  // Drawing pictures takes longer.
  private static final int PICTURES = 20_000;

  // What the search may spend before it must scan, as Costs says: 12 rows of a scan for a probe and
  // 2 for a candidate, 0.4 of all rows in all; and 32 for a survivor, 0.8 of all, and 128 more.
  private static final int PROBE = 12;
  private static final int CANDIDATE = 2;
  private static final double MOST_PROBING = 0.4;
  private static final double MOST_SURVIVORS = 0.8 / 32;
  private static final int FEW_SURVIVORS = 128;

  private static final Map<Bank, MultiIndexHashingIndex> INDEXES = new EnumMap<>(Bank.class);

  private enum Bank {
    UNIFORM,
    REALISTIC,
    ONE_CONSTANT,
    FOUR_CONSTANT,
    EIGHT_CONSTANT,
    HALF_ZERO,
    CLUSTER,
    IDENTICAL;

    long[] hashes() {
      return switch (this) {
        case UNIFORM -> UniformHashes.bank(ROWS);
        case REALISTIC -> RealisticHashes.bank(PICTURES);
        case ONE_CONSTANT, FOUR_CONSTANT, EIGHT_CONSTANT -> constant(UniformHashes.bank(ROWS));
        case HALF_ZERO -> HostileHashes.halfZero(ROWS);
        case CLUSTER -> HostileHashes.cluster(ROWS);
        case IDENTICAL -> HostileHashes.identical(ROWS);
      };
    }

    /** Those that go where it hurts. */
    long[] fresh() {
      return switch (this) {
        case UNIFORM -> UniformHashes.fresh(QUERIES);
        case REALISTIC -> RealisticHashes.fresh(QUERIES);
        case ONE_CONSTANT, FOUR_CONSTANT, EIGHT_CONSTANT -> constant(UniformHashes.fresh(QUERIES));
        case HALF_ZERO -> HostileHashes.sparse(QUERIES);
        case CLUSTER, IDENTICAL -> HostileHashes.aroundCluster(QUERIES);
      };
    }

    private long[] constant(long[] hashes) {
      int substrings = this == ONE_CONSTANT ? 1 : this == FOUR_CONSTANT ? 4 : 8;
      BitPermutation permutation = new BitPermutation(256);
      return HostileHashes.without(
          hashes, IntStream.range(0, 16 * substrings).map(permutation::source).toArray());
    }
  }

  private enum Queries {
    FRESH,
    NEAR,
    HARD,
    MIX;

    long[] of(Bank bank) {
      return switch (this) {
        case FRESH -> bank.fresh();
        case NEAR ->
            bank == Bank.REALISTIC
                ? RealisticHashes.near(bank.hashes(), QUERIES)
                : UniformHashes.near(bank.hashes(), QUERIES);
        case HARD -> RealisticHashes.hard(QUERIES);
        case MIX -> RealisticHashes.mix(QUERIES);
      };
    }
  }

  private static ImageHash hash(long[] hashes, int row) {
    return ImageHash.of(HashAlgorithm.PDQ, HashRows.row(hashes, row));
  }

  private static MultiIndexHashingIndex filled(long[] hashes, LongUnaryOperator ids) {
    HashBatch batch = new HashBatch(HashAlgorithm.PDQ);
    for (int i = 0; i < HashRows.count(hashes); i++) {
      batch.add(ids.applyAsLong(i), hash(hashes, i));
    }
    MultiIndexHashingIndex index = new MultiIndexHashingIndex(HashAlgorithm.PDQ);
    index.addAll(batch);
    return index;
  }

  private static MultiIndexHashingIndex index(Bank bank) {
    return INDEXES.computeIfAbsent(bank, some -> filled(some.hashes(), i -> i));
  }

  /** Sums over a hundred queries. */
  @ParameterizedTest
  @CsvSource({
    "UNIFORM,         FRESH,  0,    100,    144,     0,       0",
    "UNIFORM,         FRESH, 15,   1600,   2465,     0,       0",
    "UNIFORM,         FRESH, 23,  14400,  22099,    61,       0",
    "UNIFORM,         FRESH, 31,  27200,  41602,   123,       0",
    "UNIFORM,         FRESH, 39, 123200, 187704,  2292,       0",
    "UNIFORM,         FRESH, 47, 219200, 333885,  4940,       0",
    "UNIFORM,         FRESH, 63,      0,      0, 10000000,    0",
    "UNIFORM,         NEAR,  31,  27200,  42772,  1143,     100",
    "REALISTIC,       FRESH, 31,  27200,   8445,    31,       0",
    "REALISTIC,       NEAR,  31,  27200,   9732,  1059,     101",
    "REALISTIC,       MIX,   31,  27200,   8820,   252,      16",
    "REALISTIC,       HARD,  15,   1600,   2609,  1126,      88",
    "REALISTIC,       HARD,  31,  27200,  15003, 23515,     300",
    "ONE_CONSTANT,    FRESH, 31,  49500,  71658,  5170,       0",
    "FOUR_CONSTANT,   FRESH, 31, 116400, 171929, 16312,       0",
    "EIGHT_CONSTANT,  FRESH, 23, 109600, 166951, 23102,       0",
    "HALF_ZERO,       FRESH, 31,  27200,  21606,   659, 2350000",
    "CLUSTER,         FRESH, 31,  37288, 499692, 56548,       0",
    "IDENTICAL,       FRESH, 31,      0,      0,   100,       0",
  })
  void search_pinnedData_isAsMuchWorkAsPinned(
      Bank bank, Queries set, int radius, long probes, long candidates, long verified, long found) {
    long[] queries = set.of(bank);
    Searcher searcher = index(bank).searcher();
    SearchStatistics sum = new SearchStatistics(0, 0, 0);
    long matches = 0;
    for (int i = 0; i < QUERIES; i++) {
      matches += searcher.search(hash(queries, i), radius);
      SearchStatistics one = searcher.statistics();
      sum =
          new SearchStatistics(
              sum.probes() + one.probes(),
              sum.candidates() + one.candidates(),
              sum.verified() + one.verified());
    }
    assertThat(sum).isEqualTo(new SearchStatistics(probes, candidates, verified));
    assertThat(matches).isEqualTo(found);
  }

  /** 272 of 65,536 buckets at each of 16 substrings; one of about 380 passes the ring filter. */
  @Test
  void search_uniformHashesAtRadius31_readsAndVerifiesWhatChanceBrings() {
    long[] queries = Queries.FRESH.of(Bank.UNIFORM);
    Searcher searcher = index(Bank.UNIFORM).searcher();
    long candidates = 0;
    long verified = 0;
    for (int i = 0; i < QUERIES; i++) {
      searcher.search(hash(queries, i), 31);
      candidates += searcher.statistics().candidates();
      verified += searcher.statistics().verified();
    }
    assertThat((double) candidates / QUERIES / ROWS).isBetween(0.0040, 0.0043);
    assertThat(verified).isLessThan((long) (0.003 * candidates) + 10);
  }

  @ParameterizedTest
  @EnumSource(Bank.class)
  void search_anyDataAndRadius_spendsLittleOrScans(Bank bank) {
    MultiIndexHashingIndex index = index(bank);
    long rows = index.statistics().rows();
    long[] queries = bank.fresh();
    Searcher searcher = index.searcher();
    for (int radius = 0; radius <= 64; radius += radius % 16 == 0 ? 7 : 1) {
      for (int i = 0; i < 15; i++) {
        searcher.search(hash(queries, i), radius);
        SearchStatistics work = searcher.statistics();
        if (work.verified() != rows) {
          assertThat(PROBE * work.probes() + CANDIDATE * work.candidates())
              .as("%s query %d radius %d", bank, i, radius)
              .isLessThan((long) (MOST_PROBING * rows));
          assertThat(work.verified())
              .as("%s query %d radius %d", bank, i, radius)
              .isLessThanOrEqualTo(FEW_SURVIVORS + (long) (MOST_SURVIVORS * rows));
        }
      }
    }
  }

  @Test
  void heapBytes_ofAMillionHashes_areAtMost135Each() {
    long[] hashes = UniformHashes.bank(1_000_000);
    IndexStatistics ascending = filled(hashes, i -> i).statistics();
    assertThat(ascending.segments()).isOne();
    assertThat(ascending.rows()).isEqualTo(1_000_000);
    assertThat(ascending.heapBytes() / 1e6).isBetween(120.0, 125.0);
    SplittableRandom random = new SplittableRandom(42);
    IndexStatistics scattered = filled(hashes, i -> random.nextLong()).statistics();
    assertThat(scattered.heapBytes() / 1e6).isBetween(124.0, 135.0);
    assertThat(scattered.heapBytes() - ascending.heapBytes()).isEqualTo(4_000_000);
  }
}
