package org.hashmatch.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.index.segment.IndexKind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Indexes that are changed again and again against brute force: the same ids, at the same
 * distances, in the same order. That each search may be of many sorts, RingSearchEquivalenceTest
 * sees to.
 */
@Tag("exhaustive")
final class HashIndexEquivalenceTest {

  private static final long SEED = 2_750_159;
  private static final int SMALL_BANKS = 252;
  private static final int MEDIUM_BANKS = 12;
  private static final int[] WIDTHS = {256, 64, 256, 128, 512, 256, 1024};
  private static final int CENTRES = 4;
  private static final int FARTHEST_PLANTED = 70;

  private enum Shape {
    UNIFORM,
    PLANTED,
    HALF_IDENTICAL,
    FEW_DISTINCT,
    COMPLEMENTS,
    CONSTANT_BITS
  }

  /** An index, and the same in the plainest form. */
  private static final class Pair {

    private final Shape shape;
    private final int bits;
    private final long seed;
    private final SplittableRandom random;
    private final RandomHashes hashes;
    private final HashIndex index;
    private final Searcher searcher;
    private final List<ImageHash> centres;
    // In order of insertion; those that were removed are null.
    private ImageHash[] added = new ImageHash[64];
    private int count;
    private int removed;

    Pair(Shape shape, int bits, IndexKind kind, long seed) {
      this.shape = shape;
      this.bits = bits;
      this.seed = seed;
      HashAlgorithm algorithm = RandomHashes.width(bits);
      random = new SplittableRandom(seed);
      hashes = new RandomHashes(algorithm, seed);
      index = kind.empty(algorithm);
      searcher = index.searcher();
      centres = Stream.generate(hashes::next).limit(CENTRES).toList();
    }

    private ImageHash next() {
      ImageHash centre = centres.get(random.nextInt(CENTRES));
      return switch (shape) {
        case UNIFORM -> random.nextInt(20) > 0 ? hashes.next() : near(centre);
        case PLANTED -> near(centre);
        case HALF_IDENTICAL -> random.nextBoolean() ? centres.get(0) : near(centre);
        case FEW_DISTINCT -> centre;
        case COMPLEMENTS -> random.nextBoolean() ? hashes.complement(centre) : near(centre);
        case CONSTANT_BITS ->
            hashes.without(
                IntStream.range(0, bits / 3).toArray(),
                random.nextInt(4) > 0 ? hashes.next() : near(centre));
      };
    }

    private ImageHash near(ImageHash centre) {
      return hashes.at(random.nextInt(Math.min(bits, FARTHEST_PLANTED) + 1), centre);
    }

    /** Ids that go up and down and are any numbers. */
    private static long id(int number) {
      return (number ^ 5) * 0x9E3779B97F4A7C15L;
    }

    void addBatch(int size) {
      HashBatch batch = new HashBatch(index.algorithm());
      for (int i = 0; i < size; i++) {
        ImageHash hash = next();
        batch.add(id(count), hash);
        remember(hash);
      }
      index.addAll(batch);
    }

    void add() {
      ImageHash hash = next();
      index.add(id(count), hash);
      remember(hash);
    }

    private void remember(ImageHash hash) {
      if (count == added.length) {
        added = Arrays.copyOf(added, 2 * count);
      }
      added[count++] = hash;
    }

    @SuppressWarnings("NullAway")
    void remove(int number) {
      boolean isThere = number < count && added[number] != null;
      assertThat(index.remove(id(number))).as("seed %d", seed).isEqualTo(isThere);
      if (isThere) {
        added[number] = null;
        removed++;
      }
    }

    ImageHash query(int number) {
      return switch (number % 6) {
        case 0 -> centres.get(number / 6 % CENTRES);
        case 1 -> hashes.next();
        case 2 -> hashes.complement(centres.get(number / 6 % CENTRES));
        case 3 -> hashes.zero();
        default -> next();
      };
    }

    long check(ImageHash query, int... radii) {
      assertThat(index.size()).isEqualTo(count - removed);
      long[] ranked =
          IntStream.range(0, count)
              .filter(i -> added[i] != null)
              .mapToLong(i -> ((long) added[i].distance(query) << 32) | i)
              .sorted()
              .toArray();
      for (int radius : radii) {
        check(query, radius, ranked);
      }
      return radii.length;
    }

    private void check(ImageHash query, int radius, long[] ranked) {
      int end = Arrays.binarySearch(ranked, (radius + 1L) << 32);
      int matches = end < 0 ? -end - 1 : end;
      searcher.search(query, radius);
      boolean isEqual = searcher.found() == matches;
      for (int i = 0; i < matches && isEqual; i++) {
        isEqual =
            searcher.distance(i) == (int) (ranked[i] >>> 32)
                && searcher.id(i) == id((int) ranked[i]);
      }
      if (!isEqual) {
        assertThat(searcher.matches())
            .as("%s, %d bits, seed %d, %d hashes, radius %d", shape, bits, seed, count, radius)
            .isEqualTo(
                Arrays.stream(ranked, 0, matches)
                    .mapToObj(key -> new Match(id((int) key), (int) (key >>> 32)))
                    .toList());
      }
    }
  }

  /** All up to 64, and some of the larger ones. */
  private static int[] radii(int bits) {
    return IntStream.concat(
            IntStream.rangeClosed(0, 64), IntStream.of(80, 96, 127, 128, 200, 256, 511, bits))
        .filter(radius -> radius <= bits)
        .toArray();
  }

  @Test
  void search_smallBanksOverChanges_equalsBruteForce() {
    long cases = sum(SMALL_BANKS, this::checkSmallBank);
    assertThat(cases).isGreaterThanOrEqualTo(1_000_000);
  }

  private int checkSmallBank(int number) {
    Shape[] shapes = Shape.values();
    int bits = WIDTHS[number % WIDTHS.length];
    Pair pair =
        new Pair(
            shapes[number % shapes.length],
            bits,
            IndexKind.MULTI_INDEX_HASHING_OF_SMALL_SEGMENTS,
            SEED + number);
    int cases = 0;
    // Empty first, then one, then ever more.
    for (int round = 0; round < 8; round++) {
      for (int i = 0; i < 8; i++) {
        cases += (int) pair.check(pair.query(i), radii(bits));
      }
      change(pair, round);
    }
    return cases;
  }

  private static void change(Pair pair, int round) {
    pair.add();
    for (int i = 0; i < 20 * round; i++) {
      if (pair.random.nextInt(3) > 0) {
        pair.add();
      } else {
        pair.remove(pair.random.nextInt(pair.count + 2));
      }
    }
    pair.addBatch(pair.random.nextInt(60 * round + 1));
  }

  /** So many hashes that tables are used up to a radius of 31, after changes. */
  @Test
  void search_mediumBanksOverChanges_equalsBruteForce() {
    long cases = sum(MEDIUM_BANKS, this::checkMediumBank);
    assertThat(cases).isGreaterThanOrEqualTo(20_000);
  }

  private int checkMediumBank(int number) {
    Pair pair =
        new Pair(
            Shape.values()[number % Shape.values().length],
            WIDTHS[number % 4],
            IndexKind.MULTI_INDEX_HASHING_OF_SMALL_SEGMENTS,
            SEED - number);
    int[] radii = {0, 1, 2, 3, 7, 8, 14, 15, 16, 17, 22, 23, 24, 29, 30, 31, 32, 33, 39, 47, 63};
    int cases = 0;
    pair.addBatch(9_000);
    for (int round = 0; round < 4; round++) {
      for (int i = 0; i < 24; i++) {
        cases += (int) pair.check(pair.query(i), radii);
      }
      for (int i = 0; i < 300; i++) {
        pair.remove(pair.random.nextInt(pair.count));
        pair.add();
      }
      pair.addBatch(500);
    }
    return cases;
  }

  private static long sum(int banks, IntUnaryOperator check) {
    return IntStream.range(0, banks).parallel().map(check).sum();
  }
}
