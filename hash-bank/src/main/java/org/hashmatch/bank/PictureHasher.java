package org.hashmatch.bank;

import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.HashedImage;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.algorithm.ImageHasher;
import org.hashmatch.hash.algorithm.PdqHasher;
import org.hashmatch.hash.decode.ImageDecoder;
import org.hashmatch.hash.decode.ImageGuard;

/**
 * A picture file's way to its hashes: guard, decoder, hasher. Safe for any number of threads; keeps
 * nothing of a picture.
 */
public final class PictureHasher {

  private final ImageGuard guard;
  private final ImageDecoder decoder;
  private final ImageHasher hasher;
  private final int sufficientSide;

  /**
   * Puts the three together.
   *
   * @param guard what stands before the decoder
   * @param decoder bytes to pixels
   * @param hasher pixels to bits
   */
  public PictureHasher(ImageGuard guard, ImageDecoder decoder, ImageHasher hasher) {
    this(guard, decoder, hasher, hasher.sufficientSide());
  }

  private PictureHasher(
      ImageGuard guard, ImageDecoder decoder, ImageHasher hasher, int sufficientSide) {
    this.guard = guard;
    this.decoder = decoder;
    this.hasher = hasher;
    this.sufficientSide = sufficientSide;
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
   * The same, but {@link #hashToMatch} looks at all pixels too.
   *
   * @return a hasher that never lets the decoder reduce a picture
   */
  public PictureHasher withAllPixels() {
    return new PictureHasher(guard, decoder, hasher, ImageHasher.ALL_PIXELS);
  }

  /**
   * Hashes all pixels of a file: for hashes that are kept or given to others.
   *
   * @param file the whole file
   * @return its hashes
   * @throws UnscreenableException if it cannot be looked at
   */
  public HashedImage hash(byte[] file) throws UnscreenableException {
    return hasher.hash(decoder.decode(guard.admit(file)));
  }

  /**
   * Hashes a file that is to be looked up once: so that turned and mirrored copies are found as
   * well as upright ones ({@link ImageHasher#hashToMatch}). A large JPEG may be reduced while
   * decoding, where the algorithm knows how to make up for it: several times faster, and a bit or
   * two from the hash of all pixels ({@link ImageHasher#sufficientSide}).
   *
   * @param file the whole file
   * @return its hashes, which say by how much the picture was reduced
   * @throws UnscreenableException if it cannot be looked at
   */
  public HashedImage hashToMatch(byte[] file) throws UnscreenableException {
    return hasher.hashToMatch(decoder.decode(guard.admit(file), sufficientSide));
  }
}
