package org.hashmatch.benchmarks;

import java.util.stream.IntStream;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.index.HashBatch;
import org.hashmatch.index.HashIndex;
import org.hashmatch.index.Searcher;
import org.hashmatch.testdata.hashes.HashRows;

/** One of our own indexes as the benchmarks use it: the ids are a bank's rows. */
final class OurIndex {

  private final HashIndex index;

  OurIndex(HashIndex empty) {
    index = empty;
  }

  void fill(long[] rows) {
    index.addAll(batch(rows));
  }

  static HashBatch batch(long[] rows) {
    HashBatch batch = new HashBatch(HashAlgorithm.PDQ);
    for (int row = 0; row < HashRows.count(rows); row++) {
      batch.add(row, hash(rows, row));
    }
    return batch;
  }

  Searcher searcher() {
    return index.searcher();
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
