package org.hashmatch.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.index.internal.HashRows;
import org.hashmatch.index.internal.Search;

/**
 * The part that both indexes share: arguments are checked, then the table of rows is read or
 * changed under a lock that many searches may hold together.
 */
abstract sealed class LockedIndex implements HashIndex
    permits LinearScanIndex, MultiIndexHashingIndex {

  private final HashAlgorithm algorithm;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private HashRows rows;

  LockedIndex(HashAlgorithm algorithm) {
    this.algorithm = algorithm;
    this.rows = new HashRows(algorithm.words());
  }

  /** Called under the write lock, before the row is live: whatever fails here leaves no trace. */
  abstract void enter(HashRows rows, int row);

  /** Called under the write lock: these rows take the place of all entered so far. */
  abstract void enterAll(HashRows rows);

  /** Called under the read lock: adds to the search every live row within its radius, once. */
  abstract void find(Search search);

  /** The bits as they are kept in the rows. */
  long[] wordsOf(ImageHash hash) {
    long[] words = new long[algorithm.words()];
    for (int i = 0; i < words.length; i++) {
      words[i] = hash.word(i);
    }
    return words;
  }

  final HashRows rows() {
    return rows;
  }

  @Override
  public final HashAlgorithm algorithm() {
    return algorithm;
  }

  @Override
  public final int size() {
    lock.readLock().lock();
    try {
      return rows.live();
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public final void add(long id, ImageHash hash) {
    checkAlgorithm(hash);
    long[] words = wordsOf(hash);
    lock.writeLock().lock();
    try {
      checkAbsent(id);
      int row = rows.append(id, words);
      enter(rows, row);
      rows.makeLive(row);
    } finally {
      lock.writeLock().unlock();
    }
  }

  @Override
  public final boolean remove(long id) {
    lock.writeLock().lock();
    try {
      boolean removed = rows.remove(id);
      if (removed && rows.isMostlyDead()) {
        compact();
      }
      return removed;
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void compact() {
    HashRows compacted = rows.compacted();
    enterAll(compacted);
    rows = compacted;
  }

  @Override
  public final List<Match> search(ImageHash query, int radius) {
    checkAlgorithm(query);
    checkRadius(radius);
    Search search = new Search(wordsOf(query), radius);
    lock.readLock().lock();
    try {
      find(search);
      return matches(search);
    } finally {
      lock.readLock().unlock();
    }
  }

  private List<Match> matches(Search search) {
    search.sort();
    List<Match> matches = new ArrayList<>(search.found());
    for (int i = 0; i < search.found(); i++) {
      matches.add(new Match(rows.id(search.row(i)), search.distance(i)));
    }
    return Collections.unmodifiableList(matches);
  }

  private void checkAlgorithm(ImageHash hash) {
    if (!algorithm.equals(hash.algorithm())) {
      throw new IllegalArgumentException(
          "hash must be of algorithm " + algorithm + " (got " + hash.algorithm() + ")");
    }
  }

  private void checkAbsent(long id) {
    if (rows.contains(id)) {
      throw new IllegalArgumentException("id must not be in the index yet (got " + id + ")");
    }
  }

  private void checkRadius(int radius) {
    if (radius < 0 || radius > algorithm.bits()) {
      throw new IllegalArgumentException(
          "radius must be 0.." + algorithm.bits() + " (got " + radius + ")");
    }
  }
}
