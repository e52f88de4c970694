package org.hashmatch.hash.algorithm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hashmatch.hash.HashAlgorithm;

/**
 * The hashers of this library by their algorithms: for lists and settings that name an algorithm.
 *
 * <p>Closed: a hasher from elsewhere is passed as an {@link ImageHasher}, never found here.
 */
public final class ImageHashers {

  private static final Map<HashAlgorithm, Supplier<ImageHasher>> HASHERS = hashers();

  private ImageHashers() {}

  private static Map<HashAlgorithm, Supplier<ImageHasher>> hashers() {
    Map<HashAlgorithm, Supplier<ImageHasher>> hashers = new LinkedHashMap<>();
    hashers.put(HashAlgorithm.PDQ, PdqHasher::full);
    hashers.put(HashAlgorithm.PDQ_NN512, PdqHasher::nn512);
    hashers.put(HashAlgorithm.PHASH_64, PHasher::bits64);
    hashers.put(HashAlgorithm.PHASH_256, PHasher::bits256);
    hashers.put(HashAlgorithm.DHASH_64, DHasher::horizontal64);
    hashers.put(HashAlgorithm.DHASH_256, DHasher::horizontal256);
    hashers.put(HashAlgorithm.DHASH_VERTICAL_64, DHasher::vertical64);
    hashers.put(HashAlgorithm.DHASH_VERTICAL_256, DHasher::vertical256);
    hashers.put(HashAlgorithm.AHASH_64, AHasher::bits64);
    hashers.put(HashAlgorithm.AHASH_256, AHasher::bits256);
    hashers.put(HashAlgorithm.WHASH_64, WHasher::bits64);
    hashers.put(HashAlgorithm.BLOCKHASH_256, BlockHasher::bits256);
    return hashers;
  }

  /**
   * Every algorithm there is a hasher for.
   *
   * @return the algorithms, PDQ first, always in the same order
   */
  public static List<HashAlgorithm> algorithms() {
    return List.copyOf(HASHERS.keySet());
  }

  /**
   * The hasher of an algorithm.
   *
   * @param algorithm one of {@link #algorithms()}
   * @return a hasher of its own, to be kept and used by any number of threads
   * @throws IllegalArgumentException if there is no hasher for it
   */
  public static ImageHasher of(HashAlgorithm algorithm) {
    Supplier<ImageHasher> hasher = HASHERS.get(algorithm);
    if (hasher == null) {
      throw new IllegalArgumentException("no hasher for algorithm " + algorithm);
    }
    return hasher.get();
  }
}
