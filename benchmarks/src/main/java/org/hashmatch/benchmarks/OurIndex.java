package org.hashmatch.benchmarks;

import java.util.stream.IntStream;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.index.HashIndex;
import org.hashmatch.testdata.hashes.HashRows;

/** One of our own indexes as the benchmarks use it: the ids are a bank's rows. */
final class OurIndex {

  private final HashIndex index;

  OurIndex(HashIndex empty) {
    index = empty;
  }

  /** The only place where a benchmark adds to an index. */
  void fill(long[] rows) {
    for (int row = 0; row < HashRows.count(rows); row++) {
      index.add(row, hash(rows, row));
    }
  }

  /** The only place where a benchmark searches one. */
  int count(ImageHash query, int radius) {
    return index.search(query, radius).size();
  }

  static ImageHash[] hashes(long[] rows) {
    return IntStream.range(0, HashRows.count(rows))
        .mapToObj(row -> hash(rows, row))
        .toArray(ImageHash[]::new);
  }

  private static ImageHash hash(long[] rows, int row) {
    return ImageHash.of(HashAlgorithm.PDQ, HashRows.row(rows, row));
  }
}
