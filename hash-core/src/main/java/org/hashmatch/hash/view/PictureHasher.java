package org.hashmatch.hash.view;

import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.UnscreenableException;

/**
 * A picture file's way to its hashes: in this process ({@link InProcessHasher}), or at arm's
 * length. Safe for any number of threads; keeps nothing of a picture.
 */
public interface PictureHasher {

  /**
   * What the hashes are made by.
   *
   * @return the algorithm with its version, the same at every call
   */
  HashAlgorithm algorithm();

  /**
   * Hashes a file for keeping or giving to others: all pixels of the first frame, as they are
   * stored.
   *
   * @param file the whole file; not kept, and not to be changed meanwhile
   * @return the stored view and no other
   * @throws UnscreenableException if it cannot be looked at
   */
  HashedPicture hash(byte[] file) throws UnscreenableException;

  /**
   * Hashes a file that is to be looked up once: all its views, so that neither transparency nor a
   * harmless first frame hides anything; each so that turned and mirrored copies are found as well
   * as upright ones ({@link org.hashmatch.hash.algorithm.ImageHasher#hashToMatch}). A large JPEG
   * may be reduced while decoding, where the algorithm knows how to make up for it.
   *
   * @param file the whole file; not kept, and not to be changed meanwhile
   * @return its views
   * @throws UnscreenableException if it cannot be looked at
   */
  HashedPicture hashToMatch(byte[] file) throws UnscreenableException;
}
