package org.hashmatch.bank;

import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.HashedImage;
import org.hashmatch.hash.ImageHashes;
import org.hashmatch.hash.Quality;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.algorithm.ImageHasher;
import org.hashmatch.hash.algorithm.PdqHasher;
import org.hashmatch.hash.decode.ImageDecoder;
import org.hashmatch.hash.decode.ImageGuard;
import org.hashmatch.hash.image.PixelImage;

/**
 * A picture file's way to its hashes: guard, decoder, hasher. Safe for any number of threads; keeps
 * nothing of a picture.
 */
public final class PictureHasher {

  private final ImageGuard guard;
  private final ImageDecoder decoder;
  private final ImageHasher hasher;

  /**
   * Puts the three together.
   *
   * @param guard what stands before the decoder
   * @param decoder bytes to pixels
   * @param hasher pixels to bits
   */
  public PictureHasher(ImageGuard guard, ImageDecoder decoder, ImageHasher hasher) {
    this.guard = guard;
    this.decoder = decoder;
    this.hasher = hasher;
  }

  /**
   * PDQ of all pixels, behind the default guard.
   *
   * @param decoder bytes to pixels
   * @return the hasher
   */
  public static PictureHasher pdq(ImageDecoder decoder) {
    return new PictureHasher(ImageGuard.withDefaults(), decoder, PdqHasher.full());
  }

  /**
   * What the hashes are made by.
   *
   * @return the algorithm with its version
   */
  public HashAlgorithm algorithm() {
    return hasher.algorithm();
  }

  /**
   * Hashes a file as the algorithm's reference does, small pictures too: for comparing with others'
   * hashes.
   *
   * @param file the whole file
   * @return its hashes
   * @throws UnscreenableException if it cannot be looked at
   */
  public HashedImage hash(byte[] file) throws UnscreenableException {
    return hasher.hash(pixels(file));
  }

  /**
   * Hashes a file whose hash is to be matched or added to a bank. The quality floor is each bank's
   * own to apply.
   *
   * @param file the whole file
   * @return its hashes
   * @throws UnscreenableException if it cannot be looked at, has fewer than 64 pixels a side, or
   *     all bits of its hash are equal
   */
  public ImageHashes hashTrusted(byte[] file) throws UnscreenableException {
    return hash(file).trusted(Quality.NONE);
  }

  private PixelImage pixels(byte[] file) throws UnscreenableException {
    return decoder.decode(guard.admit(file));
  }
}
