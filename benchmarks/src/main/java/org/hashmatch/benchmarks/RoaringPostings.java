package org.hashmatch.benchmarks;

import static org.hashmatch.benchmarks.SubstringTable.BUCKETS;
import static org.hashmatch.benchmarks.SubstringTable.SUBSTRINGS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.IntConsumer;
import org.roaringbitmap.RoaringBitmap;

/**
 * Multi-index hashing with compressed bitmaps for posting lists: the probed ones are united, which
 * also leaves each row once, and what is left is verified. About 600 bytes a hash.
 */
final class RoaringPostings implements RadiusSearch {

  private final SubstringTable table;
  // Null where nothing is listed.
  private final @Nullable RoaringBitmap[] postings =
      new @Nullable RoaringBitmap[SUBSTRINGS * BUCKETS];
  private final List<RoaringBitmap> probed = new ArrayList<>();
  private final Hits hits = new Hits();

  RoaringPostings(long[] rows) {
    table = new SubstringTable(rows);
    for (int row = 0; row < table.rows(); row++) {
      for (int i = 0; i < SUBSTRINGS; i++) {
        add(i * BUCKETS + table.substring(row, i), row);
      }
    }
    Arrays.stream(postings).filter(Objects::nonNull).forEach(RoaringBitmap::trim);
  }

  private void add(int bucket, int row) {
    RoaringBitmap list = postings[bucket];
    if (list == null) {
      list = new RoaringBitmap();
      postings[bucket] = list;
    }
    list.add(row);
  }

  @Override
  public Hits search(long[] query, int radius) {
    hits.clear();
    long[] shuffled = SubstringTable.shuffled(query);
    probe(shuffled, radius);
    IntConsumer verify = row -> verify(shuffled, radius, row);
    FastAggregation.or(probed.iterator()).forEach(verify);
    return hits;
  }

  private void probe(long[] query, int radius) {
    probed.clear();
    for (int i = 0; i < SUBSTRINGS; i++) {
      int bucket = i * BUCKETS + SubstringTable.substring(query, i);
      int probes = SubstringTable.masksWithin(SubstringTable.threshold(i, radius));
      for (int p = 0; p < probes; p++) {
        addUnlessEmpty(postings[bucket ^ SubstringTable.mask(p)]);
      }
    }
  }

  private void addUnlessEmpty(@Nullable RoaringBitmap list) {
    if (list != null) {
      probed.add(list);
    }
  }

  private void verify(long[] query, int radius, int row) {
    int distance = table.distance(query, row);
    if (distance <= radius) {
      hits.add(row, distance);
    }
  }
}
