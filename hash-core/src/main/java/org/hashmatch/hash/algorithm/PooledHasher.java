package org.hashmatch.hash.algorithm;

import java.util.function.Supplier;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.HashedImage;
import org.hashmatch.hash.ImageHashes;
import org.hashmatch.hash.Quality;
import org.hashmatch.hash.image.PixelImage;

/** What all hashers but PDQ's have in common: scratch from a pool, and PDQ's quality. */
final class PooledHasher {

  /** Makes the hashes of one picture at a time. */
  interface Scratch extends ScratchPool.Scratch {
    /** The eight hashes, with the quality passed through. */
    ImageHashes hashes(PixelImage image, Quality quality);

    /** Wipes what is left of the picture. */
    void forget();
  }

  /** Quality has one meaning in the whole library, whatever made the bits. */
  private static final PdqHasher PDQ = PdqHasher.full();

  private final HashAlgorithm algorithm;
  private final String id;
  private final ScratchPool<Scratch> pool;

  PooledHasher(HashAlgorithm algorithm, Supplier<Scratch> maker) {
    this.algorithm = algorithm;
    this.id = algorithm.id();
    this.pool = new ScratchPool<>(maker);
  }

  HashAlgorithm algorithm() {
    return algorithm;
  }

  HashedImage hash(PixelImage image) {
    ImageHasher.checkReduction(image, id, ImageHasher.ALL_PIXELS);
    Quality quality = PDQ.quality(image);
    Scratch scratch = pool.take();
    ImageHashes hashes = scratch.hashes(image, quality);
    // Not after an exception: what is half summed then would be counted to the next picture.
    scratch.forget();
    pool.give(scratch);
    return new HashedImage(image.width(), image.height(), 1, hashes);
  }
}
