package org.hashmatch.index.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Hashes and queries that go where a ring search could be wrong, with their bits in the places that
 * the search looks at.
 */
final class RingBank {

  private static final int FARTHEST_PLANTED = 72;

  enum Kind {
    UNIFORM,
    /** At every distance from a few centres, those of the radii and those just outside included. */
    BALLS,
    /** One bit more than the thresholds of some radius allow, in nearly all substrings. */
    TIGHT,
    /** All differences in one to three neighbouring substrings. */
    CONCENTRATED,
    CONSTANT_SUBSTRINGS,
    HALF_IDENTICAL,
    FEW_DISTINCT,
    IDENTICAL,
    COMPLEMENTS,
    SINGLE,
    EMPTY
  }

  private final Kind kind;
  private final int width;
  private final SplittableRandom random;
  private final List<long[]> centres = new ArrayList<>();
  private final long[] common;

  RingBank(Kind kind, int width, SplittableRandom random) {
    this.kind = kind;
    this.width = width;
    this.random = random;
    this.common = new long[width];
    Arrays.fill(common, -1);
    for (int i = random.nextInt(1, 4 * width); kind == Kind.CONSTANT_SUBSTRINGS && i > 0; i--) {
      int substring = random.nextInt(4 * width);
      common[Substring.word(substring)] &= ~(0xFFFFL << (16 * substring));
    }
    for (int i = 0; i < 3; i++) {
      centres.add(any());
    }
  }

  /** Row after row. */
  long[] rows(int count) {
    int size =
        switch (kind) {
          case EMPTY -> 0;
          case SINGLE -> 1;
          default -> count;
        };
    return IntStream.range(0, size).mapToObj(i -> row()).flatMapToLong(Arrays::stream).toArray();
  }

  private long[] row() {
    long[] centre = centre();
    return switch (kind) {
      case UNIFORM, CONSTANT_SUBSTRINGS -> random.nextInt(4) > 0 ? any() : ball(centre);
      case BALLS, SINGLE, EMPTY -> ball(centre);
      case TIGHT -> tight(centre);
      case CONCENTRATED -> concentrated(centre);
      case HALF_IDENTICAL -> random.nextBoolean() ? centres.get(0) : ball(centre);
      case FEW_DISTINCT -> centre;
      case IDENTICAL -> centres.get(0);
      case COMPLEMENTS -> random.nextBoolean() ? complement(ball(centre)) : ball(centre);
    };
  }

  /** The centres first, then their surroundings, complements and strangers. */
  long[] query(int number) {
    if (number < centres.size()) {
      return centres.get(number);
    }
    return switch (number % 5) {
      case 0 -> any();
      case 1 -> complement(centre());
      case 2 -> flipped(centre(), random.nextInt(40));
      default -> row();
    };
  }

  private long[] any() {
    long[] hash = random.longs(width).toArray();
    for (int i = 0; i < width; i++) {
      hash[i] &= common[i];
    }
    return hash;
  }

  private long[] centre() {
    return centres.get(random.nextInt(centres.size()));
  }

  private long[] ball(long[] centre) {
    return flipped(centre, random.nextInt(Math.min(FARTHEST_PLANTED, 64 * width) + 1));
  }

  private long[] tight(long[] centre) {
    int substrings = 4 * width;
    int radius = random.nextInt(4 * substrings);
    int[] flips = new int[substrings];
    for (int i = 0; i < substrings; i++) {
      flips[i] = (radius + 1) / substrings + (i < (radius + 1) % substrings ? 1 : 0);
    }
    // One less somewhere: it is within the radius then, though it seems not to be elsewhere.
    move(flips, -1);
    for (int i = random.nextInt(4); i > 0; i--) {
      move(flips, 1);
      move(flips, -1);
    }
    long[] hash = centre.clone();
    for (int i = 0; i < substrings; i++) {
      flip(hash, 16 * i, 16, flips[i]);
    }
    return hash;
  }

  private void move(int[] flips, int by) {
    int i = random.nextInt(flips.length);
    flips[i] = Math.max(0, Math.min(16, flips[i] + by));
  }

  private long[] concentrated(long[] centre) {
    long[] hash = centre.clone();
    int first = random.nextInt(4 * width);
    for (int i = random.nextInt(3); i >= 0; i--) {
      flip(hash, 16 * ((first + i) % (4 * width)), 16, random.nextInt(17));
    }
    return hash;
  }

  private long[] flipped(long[] hash, int flips) {
    long[] copy = hash.clone();
    flip(copy, 0, 64 * width, flips);
    return copy;
  }

  /** Flips so many different ones of some bits. */
  private void flip(long[] hash, int from, int bits, int flips) {
    int left = flips;
    for (int i = 0; i < bits; i++) {
      if (random.nextInt(bits - i) < left) {
        hash[(from + i) / Long.SIZE] ^= 1L << (from + i);
        left--;
      }
    }
  }

  private static long[] complement(long[] hash) {
    return Arrays.stream(hash).map(word -> ~word).toArray();
  }
}
