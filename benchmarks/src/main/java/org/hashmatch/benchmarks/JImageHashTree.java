package org.hashmatch.benchmarks;

import dev.brachtendorf.jimagehash.datastructures.tree.Result;
import dev.brachtendorf.jimagehash.datastructures.tree.binaryTree.BinaryTree;
import dev.brachtendorf.jimagehash.hash.Hash;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import org.hashmatch.testdata.hashes.HashRows;

/**
 * JImageHash's binary tree: a level for each bit, and a search that goes both ways until it has
 * used up its radius. About 5,800 bytes a hash.
 */
final class JImageHashTree implements RadiusSearch {

  private static final int ANY_ALGORITHM = 1;

  private final BinaryTree<Integer> tree = new BinaryTree<>(true);
  private final Hits hits = new Hits();

  JImageHashTree(long[] rows) {
    for (int row = 0; row < HashRows.count(rows); row++) {
      tree.addHash(hash(HashRows.row(rows, row)), row);
    }
  }

  @Override
  public Hits search(long[] query, int radius) {
    hits.clear();
    for (Result<Integer> result : tree.getElementsWithinHammingDistance(hash(query), radius)) {
      hits.add(result.value, (int) result.distance);
    }
    return hits;
  }

  private static Hash hash(long[] words) {
    ByteBuffer bytes = ByteBuffer.allocate(HashRows.BITS / Byte.SIZE);
    for (int i = HashRows.WORDS - 1; i >= 0; i--) {
      bytes.putLong(words[i]);
    }
    return new Hash(new BigInteger(1, bytes.array()), HashRows.BITS, ANY_ALGORITHM);
  }
}
