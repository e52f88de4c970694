package org.hashmatch.index;

import java.util.SplittableRandom;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;

/** Hashes of one algorithm, made from a seed. */
public final class RandomHashes {

  private final HashAlgorithm algorithm;
  private final SplittableRandom random;

  public RandomHashes(HashAlgorithm algorithm, long seed) {
    this.algorithm = algorithm;
    this.random = new SplittableRandom(seed);
  }

  public static HashAlgorithm width(int bits) {
    return bits == 256 ? HashAlgorithm.PDQ : new HashAlgorithm("test", 1, bits);
  }

  public int below(int bound) {
    return random.nextInt(bound);
  }

  public ImageHash next() {
    return ImageHash.of(algorithm, random.longs(algorithm.words()).toArray());
  }

  public ImageHash zero() {
    return ImageHash.of(algorithm, new long[algorithm.words()]);
  }

  /** A hash at exactly this distance. */
  public ImageHash at(int distance, ImageHash hash) {
    long[] words = words(hash);
    int[] bits = shuffledBits();
    for (int i = 0; i < distance; i++) {
      words[bits[i] / Long.SIZE] ^= 1L << bits[i];
    }
    return ImageHash.of(algorithm, words);
  }

  public ImageHash complement(ImageHash hash) {
    return at(algorithm.bits(), hash);
  }

  /** The hash with these bits cleared. */
  public ImageHash without(int[] bits, ImageHash hash) {
    long[] words = words(hash);
    for (int bit : bits) {
      words[bit / Long.SIZE] &= ~(1L << bit);
    }
    return ImageHash.of(algorithm, words);
  }

  private long[] words(ImageHash hash) {
    long[] words = new long[algorithm.words()];
    for (int i = 0; i < words.length; i++) {
      words[i] = hash.word(i);
    }
    return words;
  }

  private int[] shuffledBits() {
    int[] bits = new int[algorithm.bits()];
    for (int i = 0; i < bits.length; i++) {
      int j = below(i + 1);
      bits[i] = bits[j];
      bits[j] = i;
    }
    return bits;
  }
}
