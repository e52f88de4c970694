package org.hashmatch.benchmarks;

import java.util.Arrays;
import org.hashmatch.testdata.hashes.HashRows;

/**
 * A Burkhard-Keller tree: below a node there is one subtree for each distance from it, and a search
 * enters those that the triangle inequality leaves. 14 bytes a hash beside the bank.
 *
 * <p>Kept in flat arrays, where it is faster and smaller than as objects. Rows equal to a node's
 * are chained to it.
 */
final class BkTree implements RadiusSearch {

  private static final int NONE = -1;
  private static final int ROOT = 0;

  private final long[] rows;
  // By row: one of its subtrees, the next subtree of its parent, and the distance between the two.
  private final int[] firstChild;
  private final int[] nextSibling;
  private final short[] toParent;
  // By row: the next equal one.
  private final int[] nextEqual;
  private final Hits hits = new Hits();
  private int[] waiting = new int[64];
  private int waitingCount;

  BkTree(long[] rows) {
    this.rows = rows;
    int count = HashRows.count(rows);
    firstChild = chain(count);
    nextSibling = chain(count);
    nextEqual = chain(count);
    toParent = new short[count];
    for (int row = ROOT + 1; row < count; row++) {
      add(row);
    }
  }

  private static int[] chain(int rows) {
    int[] next = new int[rows];
    Arrays.fill(next, NONE);
    return next;
  }

  private void add(int row) {
    long[] hash = HashRows.row(rows, row);
    int parent = ROOT;
    int distance = distance(hash, parent);
    for (int child = childAt(distance, parent);
        distance > 0 && child != NONE;
        child = childAt(distance, parent)) {
      parent = child;
      distance = distance(hash, parent);
    }
    attach(row, distance, parent);
  }

  private int childAt(int distance, int parent) {
    int child = firstChild[parent];
    while (child != NONE && toParent[child] != distance) {
      child = nextSibling[child];
    }
    return child;
  }

  private void attach(int row, int distance, int parent) {
    int[] first = distance == 0 ? nextEqual : firstChild;
    int[] rest = distance == 0 ? nextEqual : nextSibling;
    rest[row] = first[parent];
    first[parent] = row;
    toParent[row] = (short) distance;
  }

  @Override
  public Hits search(long[] query, int radius) {
    hits.clear();
    push(ROOT);
    while (waitingCount > 0) {
      int node = waiting[--waitingCount];
      int distance = distance(query, node);
      if (distance <= radius) {
        addWithEquals(node, distance);
      }
      pushChildren(node, distance - radius, distance + radius);
    }
    return hits;
  }

  private void addWithEquals(int node, int distance) {
    for (int row = node; row != NONE; row = nextEqual[row]) {
      hits.add(row, distance);
    }
  }

  private void pushChildren(int node, int nearest, int farthest) {
    for (int child = firstChild[node]; child != NONE; child = nextSibling[child]) {
      if (toParent[child] >= nearest && toParent[child] <= farthest) {
        push(child);
      }
    }
  }

  private void push(int node) {
    if (waitingCount == waiting.length) {
      waiting = Arrays.copyOf(waiting, 2 * waitingCount);
    }
    waiting[waitingCount++] = node;
  }

  private int distance(long[] hash, int row) {
    return HashRows.distance(hash, rows, row);
  }
}
