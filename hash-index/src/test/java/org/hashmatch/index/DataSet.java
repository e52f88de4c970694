package org.hashmatch.index;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.index.internal.BitPermutation;
import org.hashmatch.testdata.hashes.HashRows;
import org.hashmatch.testdata.hashes.RealisticHashes;

/** Kinds of banks, friendly and hostile. */
public enum DataSet {
  RANDOM,
  CLUSTERED,
  ALL_ZERO,
  ALL_IDENTICAL,
  ONE_CONSTANT_SUBSTRING,
  EIGHT_CONSTANT_SUBSTRINGS,
  HALF_IDENTICAL,
  REALISTIC;

  private static final int CLUSTERS = 7;

  public List<ImageHash> hashes(HashAlgorithm algorithm, int size, long seed) {
    RandomHashes random = new RandomHashes(algorithm, seed);
    long[] realistic = this == REALISTIC ? RealisticHashes.bank(size) : new long[0];
    ImageHash fixed = random.next();
    List<ImageHash> centres = Stream.generate(random::next).limit(CLUSTERS).toList();
    return IntStream.range(0, size)
        .mapToObj(
            i ->
                switch (this) {
                  case RANDOM -> random.next();
                  case CLUSTERED -> random.at(random.below(65), centres.get(i % CLUSTERS));
                  case ALL_ZERO -> random.zero();
                  case ALL_IDENTICAL -> fixed;
                  case ONE_CONSTANT_SUBSTRING -> constantSubstrings(1, algorithm, random);
                  case EIGHT_CONSTANT_SUBSTRINGS -> constantSubstrings(8, algorithm, random);
                  case HALF_IDENTICAL -> i % 2 == 0 ? fixed : random.next();
                  case REALISTIC -> ImageHash.of(algorithm, HashRows.row(realistic, i));
                })
        .toList();
  }

  /** Clears what comes to lie in the first substrings once the index has shuffled the bits. */
  private static ImageHash constantSubstrings(
      int count, HashAlgorithm algorithm, RandomHashes random) {
    BitPermutation permutation = new BitPermutation(algorithm.bits());
    int bits = Math.min(16 * count, algorithm.bits() / 2);
    return random.without(
        IntStream.range(0, bits).map(permutation::source).toArray(), random.next());
  }

  /** Members, their neighbours and complements, and strangers. */
  public static List<ImageHash> queries(
      HashAlgorithm algorithm, List<ImageHash> hashes, long seed) {
    RandomHashes random = new RandomHashes(algorithm, seed + 1);
    List<ImageHash> queries = new ArrayList<>(List.of(random.next(), random.zero()));
    if (!hashes.isEmpty()) {
      ImageHash member = hashes.get(random.below(hashes.size()));
      queries.add(member);
      queries.add(random.complement(member));
      queries.add(random.at(5, hashes.get(random.below(hashes.size()))));
      queries.add(random.at(31, hashes.get(random.below(hashes.size()))));
    }
    return queries;
  }
}
