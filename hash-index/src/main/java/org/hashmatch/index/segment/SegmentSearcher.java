package org.hashmatch.index.segment;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.LongPredicate;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.index.SearchStatistics;
import org.hashmatch.index.Searcher;
import org.hashmatch.index.internal.BitPermutation;
import org.hashmatch.index.internal.Query;
import org.hashmatch.index.internal.RingSearch;
import org.hashmatch.index.internal.RowSink;
import org.hashmatch.index.internal.Substring;
import org.hashmatch.index.internal.Work;

/** Searches all parts of a snapshot, one after the other. */
final class SegmentSearcher implements Searcher, RowSink {

  private final HashAlgorithm algorithm;
  private final LiveSet live;
  private final long[] hash;
  private final Query query;
  private final Work work = new Work();
  private final RingSearch ring;
  private final Hits hits = new Hits();
  private long[] ids = {};
  private LongPredicate counting = id -> true;
  private boolean isFirstEnough;
  // The part that is being searched, and the position of its first entry.
  private LivePart part;
  private long base;

  SegmentSearcher(HashAlgorithm algorithm, BitPermutation permutation, LiveSet live) {
    this.algorithm = algorithm;
    this.live = live;
    this.hash = new long[algorithm.words()];
    this.query = new Query(permutation, algorithm.words());
    this.ring = new RingSearch(query, work);
    this.part = live.snapshot().last();
  }

  @Override
  public Searcher only(LongPredicate countingIds) {
    counting = Objects.requireNonNull(countingIds, "ids");
    return this;
  }

  @Override
  public int search(ImageHash image, int radius) {
    return search(image, Hits.ALL, radius, false);
  }

  @Override
  public boolean exists(ImageHash image, int radius) {
    return search(image, 1, radius, true) > 0;
  }

  private int search(ImageHash image, int most, int radius, boolean firstIsEnough) {
    start(image, radius);
    isFirstEnough = firstIsEnough;
    Snapshot snapshot = live.snapshot();
    searchParts(snapshot, most, radius);
    return finish(snapshot);
  }

  // Radii for which all thresholds are alike: beyond each, a search costs several times as much.
  @Override
  public int nearest(ImageHash image, int most, int radius) {
    if (most < 1) {
      throw new IllegalArgumentException("count must be 1 or more (got " + most + ")");
    }
    start(image, radius);
    isFirstEnough = false;
    Snapshot snapshot = live.snapshot();
    int step = Substring.count(hash.length);
    for (int reach = step - 1; reach < radius && hits.count() < most; reach += step) {
      searchParts(snapshot, most, reach);
    }
    if (hits.count() < most) {
      searchParts(snapshot, most, radius);
    }
    return finish(snapshot);
  }

  private void start(ImageHash image, int radius) {
    if (!algorithm.equals(image.algorithm())) {
      throw new IllegalArgumentException(
          "hash must be of algorithm " + algorithm + " (got " + image.algorithm() + ")");
    }
    if (radius < 0 || radius > algorithm.bits()) {
      throw new IllegalArgumentException(
          "radius must be 0.." + algorithm.bits() + " (got " + radius + ")");
    }
    for (int i = 0; i < hash.length; i++) {
      hash[i] = image.word(i);
    }
    query.set(hash);
    work.clear();
    hits.clear(Hits.ALL);
  }

  private void searchParts(Snapshot snapshot, int most, int radius) {
    hits.clear(most);
    query.within(radius);
    base = 0;
    List<LivePart> parts = snapshot.parts();
    for (int i = 0; i < parts.size() && goesOn(); i++) {
      part = parts.get(i);
      searchPart();
      base += part.entries();
    }
  }

  private boolean goesOn() {
    return !isFirstEnough || hits.count() == 0;
  }

  private void searchPart() {
    int rows = part.part().rows(part.entries());
    if (part.part() instanceof Segment segment
        && segment.isIndexed()
        && ring.run(segment.tables(), segment.rows(), rows, this)) {
      return;
    }
    ring.scan(part.part().rows(), rows, this);
  }

  @Override
  public boolean found(int row, int distance) {
    int end = part.part().entriesBegin(row + 1);
    for (int place = part.part().entriesBegin(row); place < end && goesOn(); place++) {
      int entry = part.part().entryAt(place);
      if (!part.removed().contains(entry) && counting.test(part.part().id(entry))) {
        hits.add(distance, base + entry);
      }
    }
    return goesOn();
  }

  /** Looks the ids up, so that the snapshot need not be kept. */
  private int finish(Snapshot snapshot) {
    hits.finish();
    if (ids.length < hits.count()) {
      ids = Arrays.copyOf(ids, Math.max(hits.count(), 2 * ids.length));
    }
    for (int rank = 0; rank < hits.count(); rank++) {
      ids[rank] = snapshot.id(hits.position(rank));
    }
    part = live.snapshot().last();
    return hits.count();
  }

  @Override
  public int found() {
    return hits.count();
  }

  @Override
  public long id(int rank) {
    return ids[Objects.checkIndex(rank, hits.count())];
  }

  @Override
  public int distance(int rank) {
    return hits.distance(Objects.checkIndex(rank, hits.count()));
  }

  @Override
  public SearchStatistics statistics() {
    return new SearchStatistics(work.probes(), work.candidates(), work.verified());
  }
}
