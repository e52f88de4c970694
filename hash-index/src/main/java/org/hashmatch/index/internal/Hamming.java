package org.hashmatch.index.internal;

/**
 * Hamming distances between a query and the rows of a flat table. Without a shortcut for rows that
 * are far already: at large radii it would be a branch that nobody can predict.
 */
final class Hamming {

  private Hamming() {}

  static int distance(long[] query, long[] words, int offset) {
    return query.length == 4
        ? distance256(query, words, offset)
        : distanceOfAny(query, words, offset);
  }

  // Written out because C2 does not unroll a loop of four whose length it does not know.
  private static int distance256(long[] query, long[] words, int offset) {
    return Long.bitCount(query[0] ^ words[offset])
        + Long.bitCount(query[1] ^ words[offset + 1])
        + Long.bitCount(query[2] ^ words[offset + 2])
        + Long.bitCount(query[3] ^ words[offset + 3]);
  }

  private static int distanceOfAny(long[] query, long[] words, int offset) {
    int distance = 0;
    for (int i = 0; i < query.length; i++) {
      distance += Long.bitCount(query[i] ^ words[offset + i]);
    }
    return distance;
  }

  /** The first row within the radius, from a row on; {@code rows} if there is none. */
  static int nextWithin(int radius, long[] query, long[] words, int from, int rows) {
    return query.length == 4
        ? next256(radius, query, words, from, rows)
        : nextOfAny(radius, query, words, from, rows);
  }

  // Nothing but arithmetic in the loop: a call for what is found would cost it a third of its
  // speed.
  private static int next256(int radius, long[] query, long[] words, int from, int rows) {
    long q0 = query[0];
    long q1 = query[1];
    long q2 = query[2];
    long q3 = query[3];
    for (int row = from; row < rows; row++) {
      int offset = row * 4;
      int distance =
          Long.bitCount(q0 ^ words[offset])
              + Long.bitCount(q1 ^ words[offset + 1])
              + Long.bitCount(q2 ^ words[offset + 2])
              + Long.bitCount(q3 ^ words[offset + 3]);
      if (distance <= radius) {
        return row;
      }
    }
    return rows;
  }

  private static int nextOfAny(int radius, long[] query, long[] words, int from, int rows) {
    int row = from;
    while (row < rows && distanceOfAny(query, words, row * query.length) > radius) {
      row++;
    }
    return row;
  }
}
