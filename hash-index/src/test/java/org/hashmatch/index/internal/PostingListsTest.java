package org.hashmatch.index.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Probing is exact for every way to deal out the radius, whatever the plan would have chosen. */
final class PostingListsTest {

  private static final int WIDTH = 4;
  private static final int SUBSTRINGS = 16;

  private final HashRows rows = new HashRows(WIDTH);
  private final PostingLists lists = new PostingLists(WIDTH);

  private void add(long[] words) {
    int row = rows.append(rows.rows(), words);
    lists.add(rows, row);
    rows.makeLive(row);
  }

  private static int[] dealOut(int steps, SplittableRandom random) {
    int[] thresholds = new int[SUBSTRINGS];
    Arrays.fill(thresholds, -1);
    for (int left = steps; left > 0; ) {
      int i = random.nextInt(SUBSTRINGS);
      if (thresholds[i] < 6) {
        thresholds[i]++;
        left--;
      }
    }
    return thresholds;
  }

  private static long[] differingIn(int bits, long[] words, SplittableRandom random) {
    long[] changed = words.clone();
    TreeSet<Integer> places = new TreeSet<>();
    while (places.size() < bits) {
      places.add(random.nextInt(Long.SIZE * WIDTH));
    }
    places.forEach(place -> changed[place / Long.SIZE] ^= 1L << place);
    return changed;
  }

  private static long[] sorted(Search search) {
    search.sort();
    long[] found = new long[search.found()];
    Arrays.setAll(found, i -> (long) search.distance(i) << 32 | search.row(i));
    return found;
  }

  @Test
  void probe_anyAllocationOfTheRadius_equalsScan() {
    long seed = 99;
    SplittableRandom random = new SplittableRandom(seed);
    long[] centre = random.longs(WIDTH).toArray();
    for (int i = 0; i < 2_000; i++) {
      add(differingIn(random.nextInt(90), centre, random));
    }
    for (int round = 0; round < 300; round++) {
      int radius = random.nextInt(80);
      int[] thresholds = dealOut(radius + 1, random);
      long[] query = differingIn(random.nextInt(30), centre, random);
      Search probed = new Search(query, radius);
      Search scanned = new Search(query, radius);
      lists.probe(rows, thresholds, probed);
      rows.scan(scanned);
      assertThat(sorted(probed))
          .as("seed %d round %d radius %d %s", seed, round, radius, Arrays.toString(thresholds))
          .isEqualTo(sorted(scanned));
    }
  }

  @Test
  void probe_differencesSpreadEvenly_findsTheRowAtTheRadiusAndNotBeyond() {
    long[] query = {0, 0, 0, 0};
    // Two differing bits in each of 15 substrings and one in the last: 31 bits, then 32.
    add(
        new long[] {
          0x0003_0003_0003_0003L,
          0x0003_0003_0003_0003L,
          0x0003_0003_0003_0003L,
          0x0001_0003_0003_0003L
        });
    add(
        new long[] {
          0x0003_0003_0003_0003L,
          0x0003_0003_0003_0003L,
          0x0003_0003_0003_0003L,
          0x0003_0003_0003_0003L
        });
    int[] thresholds = new int[SUBSTRINGS];
    Arrays.fill(thresholds, 1);
    Search search = new Search(query, 31);
    lists.probe(rows, thresholds, search);
    assertThat(sorted(search)).containsExactly(31L << 32);
    assertThat(search.verified()).isEqualTo(1);
  }

  @Test
  void countShell_rowsAroundTheQuery_countsThoseAtTheDistance() {
    long[] query = {0, 0, 0, 0};
    add(new long[] {0, 0, 0, 0});
    add(new long[] {0b1, 0, 0, 0});
    add(new long[] {0b1000, 0, 0, 0});
    add(new long[] {0xFFFF, 0, 0, 0});
    assertThat(lists.countShell(query, 0, 0)).isEqualTo(1);
    assertThat(lists.countShell(query, 0, 1)).isEqualTo(2);
    assertThat(lists.countShell(query, 0, 2)).isZero();
    assertThat(lists.countShell(query, 0, 16)).isEqualTo(1);
    assertThat(lists.countShell(query, 1, 0)).isEqualTo(4);
  }
}
