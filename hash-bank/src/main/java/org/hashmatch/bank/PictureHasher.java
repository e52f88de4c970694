package org.hashmatch.bank;

import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHashes;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.UnscreenableReason;
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

  /**
   * One pixel a cell of PDQ's grid: below, the bits look fine and mean little, and quality does not
   * tell.
   */
  private static final int MIN_TRUSTED_SIDE = 64;

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
  public ImageHashes hash(byte[] file) throws UnscreenableException {
    return hasher.hash(pixels(file));
  }

  /**
   * Hashes a file whose hash is to be matched or added to a bank.
   *
   * @param file the whole file
   * @return its hashes
   * @throws UnscreenableException if it cannot be looked at, or has fewer than 64 pixels a side,
   *     where a hash cannot be trusted
   */
  public ImageHashes hashTrusted(byte[] file) throws UnscreenableException {
    PixelImage pixels = pixels(file);
    if (Math.min(pixels.width(), pixels.height()) < MIN_TRUSTED_SIDE) {
      throw new UnscreenableException(
          UnscreenableReason.TOO_SMALL,
          pixels.width()
              + "x"
              + pixels.height()
              + " pixels (at least "
              + MIN_TRUSTED_SIDE
              + " a side)");
    }
    return hasher.hash(pixels);
  }

  private PixelImage pixels(byte[] file) throws UnscreenableException {
    return decoder.decode(guard.admit(file));
  }
}
