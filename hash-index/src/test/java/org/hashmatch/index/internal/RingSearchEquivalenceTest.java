package org.hashmatch.index.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The ring search against brute force, by plans of every sort and in banks so small that an index
 * would scan them: what is planted there is near a bound far more often than chance would bring it.
 */
@Tag("exhaustive")
final class RingSearchEquivalenceTest {

  private static final long SEED = 1_000_003;
  private static final int BANKS = 616;
  private static final int[] WIDTHS = {4, 1, 4, 2, 8, 4, 16};
  private static final int QUERIES = 40;
  private static final int MOST_CHEAP_PROBES = 1_500;
  private static final int MOST_THRESHOLD_BY_CHANCE = 3;

  private enum Plan {
    EVEN,
    BY_COST,
    BY_CHANCE;

    /** The one with which searches begin more often than the dearer ones. */
    static Plan any(SplittableRandom random) {
      int of8 = random.nextInt(8);
      return of8 == 0 ? BY_COST : of8 <= 2 ? BY_CHANCE : EVEN;
    }
  }

  /** All that one bank is searched with. */
  private static final class Bench {

    private final long seed;
    private final RingBank.Kind kind;
    private final SplittableRandom random;
    private final int width;
    private final RingBank bank;
    private final long[] words;
    private final Rows rows;
    private final PostingTable[] tables;
    private final BitPermutation permutation;
    private final Query query;
    private final ProbePlan plan;
    private final RingSearch ring;
    private final long[] expected;
    private long[] found = new long[64];
    private int count;

    Bench(RingBank.Kind kind, int width, long seed) {
      this.seed = seed;
      this.kind = kind;
      this.width = width;
      random = new SplittableRandom(seed);
      bank = new RingBank(kind, width, random);
      words = bank.rows(random.nextInt(20, 300));
      rows = new HeapRows(words, width);
      expected = new long[words.length / width];
      tables =
          IntStream.range(0, Substring.count(width))
              .mapToObj(i -> HeapPostingTable.of(words, width, expected.length, i))
              .toArray(PostingTable[]::new);
      permutation = new BitPermutation(64 * width);
      query = new Query(permutation, width);
      plan = new ProbePlan(Substring.count(width));
      ring = new RingSearch(query, new Work(), plan);
    }

    void ask(long[] shuffled) {
      query.set(unshuffled(shuffled));
      assertThat(query.words()).isEqualTo(shuffled);
      for (int row = 0; row < expected.length; row++) {
        expected[row] = key(row, distance(row, shuffled));
      }
      Arrays.sort(expected);
    }

    private long[] unshuffled(long[] shuffled) {
      long[] hash = new long[width];
      for (int bit = 0; bit < 64 * width; bit++) {
        int source = permutation.source(bit);
        hash[source / Long.SIZE] |= ((shuffled[bit / Long.SIZE] >>> bit) & 1) << source;
      }
      return hash;
    }

    private int distance(int row, long[] shuffled) {
      int distance = 0;
      for (int i = 0; i < width; i++) {
        distance += Long.bitCount(words[row * width + i] ^ shuffled[i]);
      }
      return distance;
    }

    private static long key(int row, int distance) {
      return ((long) distance << 32) | row;
    }

    long probes(int radius) {
      plan.dealEvenly(radius + 1);
      return plan.probes();
    }

    void check(int radius, Plan how) {
      deal(radius, how);
      query.within(radius);
      count = 0;
      ring.runAsDealt(tables, rows, this::add);
      Arrays.sort(found, 0, count);
      int end = Arrays.binarySearch(expected, key(0, radius + 1));
      int matches = end < 0 ? -end - 1 : end;
      if (!Arrays.equals(expected, 0, matches, found, 0, count)) {
        assertThat(Arrays.copyOf(found, count))
            .as("%s of %d words, seed %d, radius %d, dealt %s", kind, width, seed, radius, how)
            .isEqualTo(Arrays.copyOf(expected, matches));
      }
    }

    private boolean add(int row, int distance) {
      if (count == found.length) {
        found = Arrays.copyOf(found, 2 * count);
      }
      found[count++] = key(row, distance);
      return true;
    }

    private void deal(int radius, Plan how) {
      switch (how) {
        case EVEN -> plan.dealEvenly(radius + 1);
        case BY_COST -> plan.dealByCost(radius + 1, query, tables);
        case BY_CHANCE -> plan.deal(byChance(radius + 1));
      }
    }

    /** As many steps as the pigeonhole asks for, anywhere. */
    private int[] byChance(int steps) {
      int[] thresholds = new int[tables.length];
      Arrays.fill(thresholds, -1);
      int most = Math.min(16, Math.max(steps / tables.length, MOST_THRESHOLD_BY_CHANCE));
      for (int dealt = 0; dealt < steps; ) {
        int i = random.nextInt(thresholds.length);
        if (thresholds[i] < most) {
          thresholds[i]++;
          dealt++;
        }
      }
      return thresholds;
    }
  }

  @Test
  void runAsDealt_aMillionCases_equalsBruteForce() {
    long cases = IntStream.range(0, BANKS).parallel().mapToLong(this::checkBank).sum();
    assertThat(cases).isGreaterThanOrEqualTo(1_000_000);
  }

  private long checkBank(int number) {
    RingBank.Kind[] kinds = RingBank.Kind.values();
    Bench bench =
        new Bench(
            kinds[number % kinds.length],
            WIDTHS[number / kinds.length % WIDTHS.length],
            SEED + number);
    long cases = 0;
    for (int i = 0; i < QUERIES; i++) {
      bench.ask(bench.bank.query(i));
      for (int radius = 0; radius <= 64 && bench.probes(radius) <= MOST_CHEAP_PROBES; radius++) {
        bench.check(radius, Plan.any(bench.random));
        cases++;
      }
    }
    return cases + checkLargeRadii(bench);
  }

  /** Thousands of probes even for a bank of a few hashes: not for all queries. */
  private static long checkLargeRadii(Bench bench) {
    int bits = 64 * bench.width;
    bench.ask(bench.bank.query(0));
    bench.check(bench.random.nextInt(bits + 1), Plan.EVEN);
    bench.check(bench.random.nextInt(bits / 4), Plan.BY_COST);
    bench.check(bench.random.nextInt(65), Plan.BY_CHANCE);
    return 3;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8, 16})
  void runAsDealt_radiusOfTheWidth_findsAll(int width) {
    Bench bench = new Bench(RingBank.Kind.COMPLEMENTS, width, SEED);
    bench.ask(bench.bank.query(1));
    for (Plan how : Plan.values()) {
      bench.check(64 * width, how);
      assertThat(bench.count).isEqualTo(bench.expected.length);
    }
  }

  @Test
  void runAsDealt_sinkThatHasEnough_isAskedNoMore() {
    Bench bench = new Bench(RingBank.Kind.IDENTICAL, 4, SEED);
    bench.ask(bench.bank.query(0));
    bench.deal(31, Plan.EVEN);
    bench.query.within(31);
    int[] asked = {0};
    bench.ring.runAsDealt(bench.tables, bench.rows, (row, distance) -> ++asked[0] < 3);
    assertThat(asked[0]).isEqualTo(3);
  }
}
