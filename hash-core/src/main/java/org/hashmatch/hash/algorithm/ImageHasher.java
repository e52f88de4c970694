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

  /** The {@link #sufficientSide()} of a hasher that needs all pixels: longer than any side. */
  int ALL_PIXELS = Integer.MAX_VALUE;

  /**
   * What the hashes are made by.
   *
   * @return the algorithm with its version, the same at every call
   */
  HashAlgorithm algorithm();

  /**
   * How far a picture may be reduced while decoding, for hashers that know how to hash a reduced
   * one: its smaller side must stay at least this long.
   *
   * @return the side in pixels; {@link #ALL_PIXELS} if nothing may be reduced
   */
  default int sufficientSide() {
    return ALL_PIXELS;
  }

  /**
   * Hashes a picture.
   *
   * @param image the pixels; nothing of them is kept
   * @return the eight dihedral hashes, the quality, and whether they may be trusted
   * @throws IllegalArgumentException if the picture was reduced further than {@link
   *     #sufficientSide()} allows
   */
  HashedImage hash(PixelImage image);

  /**
   * Hashes a picture that is to be looked up. Where the algorithm's own eight hashes only
   * approximate those of the pictures really turned, an implementation gives better ones here.
   *
   * @param image the pixels; nothing of them is kept
   * @return as {@link #hash}, but each of the eight as near to the hash of the turned picture as
   *     can be had
   * @throws IllegalArgumentException as {@link #hash}
   */
  default HashedImage hashToMatch(PixelImage image) {
    return hash(image);
  }

  /**
   * The check that every hasher owes: not to hash a picture that was reduced too far as if it were
   * whole.
   *
   * @param image the picture that came
   * @param algorithm what the message names
   * @param sufficientSide the hasher's {@link #sufficientSide()}
   * @throws IllegalArgumentException if the picture was reduced, and its smaller side is below that
   */
  static void checkReduction(PixelImage image, String algorithm, int sufficientSide) {
    boolean whole = image.reduction() == 1;
    if (!whole && Math.min(image.width(), image.height()) < sufficientSide) {
      throw new IllegalArgumentException(
          String.format(
              "%s cannot hash a picture reduced by %d to %dx%d",
              algorithm, image.reduction(), image.width(), image.height()));
    }
  }
}
