package org.hashmatch.hash.algorithm;

import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.HashedImage;
import org.hashmatch.hash.image.PixelImage;

/**
 * Turns a picture's pixels into its perceptual hashes.
 *
 * <p>Deterministic: equal pixels give equal hashes on every machine. Implementations are safe for
 * any number of threads.
 */
public interface ImageHasher {

  /**
   * What the hashes are made by.
   *
   * @return the algorithm with its version, the same at every call
   */
  HashAlgorithm algorithm();

  /**
   * Hashes a picture.
   *
   * @param image the pixels; nothing of them is kept
   * @return the eight dihedral hashes, the quality, and whether they may be trusted
   */
  HashedImage hash(PixelImage image);
}
