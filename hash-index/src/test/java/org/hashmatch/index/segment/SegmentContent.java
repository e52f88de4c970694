package org.hashmatch.index.segment;

import java.util.List;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.index.DataSet;
import org.hashmatch.index.HashBatch;
import org.hashmatch.index.RandomHashes;

/** What an index that goes into a file may be made of. */
enum SegmentContent {
  EMPTY,
  EMPTIED,
  ONE,
  FEW,
  BATCH,
  UNORDERED_IDS,
  SHARED_ROWS,
  ALL_IN_ONE_ROW,
  REMOVED,
  BUFFERED,
  MANY_PARTS;

  static final long SEED = 60_221;

  private static final int FEW_HASHES = 300;
  // Enough for posting tables.
  private static final int MANY_HASHES = 5_000;

  /** Many segments, of which the large ones have tables. */
  static final Tuning SMALL_BUFFERS = new Tuning(16, MANY_HASHES / 2, Runnable::run);

  MultiIndexHashingIndex index(int bits) {
    HashAlgorithm algorithm = RandomHashes.width(bits);
    return switch (this) {
      case EMPTY -> new MultiIndexHashingIndex(algorithm);
      case EMPTIED -> emptied(algorithm);
      case ONE -> batched(algorithm, DataSet.RANDOM, 1, 1);
      case FEW -> batched(algorithm, DataSet.CLUSTERED, FEW_HASHES, 1);
      case BATCH -> batched(algorithm, DataSet.RANDOM, MANY_HASHES, 1);
      // Positive and negative ones, without any order.
      case UNORDERED_IDS -> batched(algorithm, DataSet.CLUSTERED, MANY_HASHES, 0x9E3779B97F4A7C15L);
      case SHARED_ROWS -> batched(algorithm, DataSet.HALF_IDENTICAL, 2 * MANY_HASHES, -3);
      case ALL_IN_ONE_ROW -> batched(algorithm, DataSet.ALL_IDENTICAL, FEW_HASHES, 1);
      case REMOVED -> removed(batched(algorithm, DataSet.CLUSTERED, MANY_HASHES, 7));
      case BUFFERED -> buffered(batched(algorithm, DataSet.HALF_IDENTICAL, MANY_HASHES, 7));
      case MANY_PARTS -> removed(buffered(inManyParts(algorithm)));
    };
  }

  private static MultiIndexHashingIndex emptied(HashAlgorithm algorithm) {
    MultiIndexHashingIndex index = batched(algorithm, DataSet.RANDOM, 2, 1);
    index.remove(0);
    index.remove(1);
    return index;
  }

  private static MultiIndexHashingIndex batched(
      HashAlgorithm algorithm, DataSet data, int size, long idStep) {
    MultiIndexHashingIndex index = new MultiIndexHashingIndex(algorithm);
    addBatch(index, data.hashes(algorithm, size, SEED), idStep);
    return index;
  }

  private static void addBatch(MultiIndexHashingIndex index, List<ImageHash> hashes, long idStep) {
    HashBatch batch = new HashBatch(index.algorithm());
    for (int i = 0; i < hashes.size(); i++) {
      batch.add(i * idStep, hashes.get(i));
    }
    index.addAll(batch);
  }

  private static MultiIndexHashingIndex removed(MultiIndexHashingIndex index) {
    for (int i = 0; i < MANY_HASHES / 10; i++) {
      index.remove(7L * 3 * i);
    }
    return index;
  }

  private static MultiIndexHashingIndex buffered(MultiIndexHashingIndex index) {
    List<ImageHash> hashes = DataSet.HALF_IDENTICAL.hashes(index.algorithm(), FEW_HASHES, SEED);
    for (int i = 0; i < hashes.size(); i++) {
      index.add(-1L - i, hashes.get(i));
    }
    return index;
  }

  private static MultiIndexHashingIndex inManyParts(HashAlgorithm algorithm) {
    MultiIndexHashingIndex index = new MultiIndexHashingIndex(algorithm, SMALL_BUFFERS);
    addBatch(index, DataSet.CLUSTERED.hashes(algorithm, MANY_HASHES, SEED), 7);
    return index;
  }

  List<ImageHash> queries(int bits) {
    HashAlgorithm algorithm = RandomHashes.width(bits);
    return DataSet.queries(
        algorithm, DataSet.CLUSTERED.hashes(algorithm, FEW_HASHES, SEED), SEED + 1);
  }
}
