package org.hashmatch.hash.algorithm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hashmatch.hash.Dihedral;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.HashedImage;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.ImageHashes;
import org.hashmatch.hash.Quality;
import org.hashmatch.hash.image.LuminancePlane;
import org.hashmatch.hash.image.PixelImage;
import org.hashmatch.hash.image.TentFilter;

/**
 * PDQ: 256 bits, each telling whether one of the picture's 16x16 lowest frequencies is stronger
 * than their median.
 *
 * <p>Source: ThreatExchange, {@code pdq/cpp/hashing} at commit baefb4ed. Given the same pixels,
 * hashes and quality equal that reference's bit for bit on all its vectors, the seven dihedral
 * hashes included.
 *
 * <p>The reference leaves open what is done to large pictures before hashing, so the profile must
 * be named: {@link #full()} or {@link #nn512()}. The same picture through both differs by 4.5 bits
 * on average and by up to 32.
 *
 * <p>Below 5 pixels a side the hash is all zero and the quality 0, as in the reference; such a hash
 * is {@linkplain ImageHash#isTrivial() trivial}. Below 64 pixels a side quality is no protection:
 * the bits look fine and mean little.
 *
 * <p>Safe for any number of threads. Cost: each pixel is read once, then a transform of fixed size;
 * memory is a few rows of the picture.
 */
public final class PdqHasher implements ImageHasher {

  /*
   * 1. Luma, then the picture is blurred by a tent as wide as 1/64 of each side and sampled on a 64x64 grid (TentFilter).
   * 2. Quality: the sum of the differences between neighbours of that grid.
   * 3. The discrete cosine transform, of which only the frequencies 1..16 along each axis are computed (PdqTransform).
   * 4. The median of the 256 coefficients; a bit is set where the coefficient is greater.
   * 5. Turning or mirroring a picture transposes its coefficients or flips their signs, so the other seven hashes cost
   *    steps 4 only. They cannot be had from the 256 bits alone: flipping signs moves the median.
   */

  private static final int GRID = 64;
  private static final int MIN_SIDE = 5;
  private static final int CLI_SIDE = 512;

  private final HashAlgorithm algorithm;

  private PdqHasher(HashAlgorithm algorithm) {
    this.algorithm = algorithm;
  }

  /**
   * The profile that hashes all pixels: what python-threatexchange, HMA and the Java reference
   * produce. The default everywhere in this library.
   *
   * @return a hasher of {@link HashAlgorithm#PDQ}
   */
  public static PdqHasher full() {
    return of(HashAlgorithm.PDQ);
  }

  /**
   * The profile that first resizes pictures wider or higher than 512 to 512x512 by nearest
   * neighbour: what the C++ command line and the WebAssembly build produce.
   *
   * @return a hasher of {@link HashAlgorithm#PDQ_NN512}
   */
  public static PdqHasher nn512() {
    return of(HashAlgorithm.PDQ_NN512);
  }

  /**
   * The profile that makes hashes of an algorithm.
   *
   * @param algorithm {@link HashAlgorithm#PDQ} or {@link HashAlgorithm#PDQ_NN512}
   * @return its hasher
   * @throws IllegalArgumentException if it is another algorithm
   */
  public static PdqHasher of(HashAlgorithm algorithm) {
    if (!algorithm.equals(HashAlgorithm.PDQ) && !algorithm.equals(HashAlgorithm.PDQ_NN512)) {
      throw new IllegalArgumentException("not a PDQ algorithm: " + algorithm);
    }
    return new PdqHasher(algorithm);
  }

  @Override
  public HashAlgorithm algorithm() {
    return algorithm;
  }

  @Override
  public HashedImage hash(PixelImage image) {
    if (image.width() < MIN_SIDE || image.height() < MIN_SIDE) {
      return hashed(
          image,
          new ImageHashes(
              Quality.NONE,
              Collections.nCopies(Dihedral.values().length, ImageHash.of(algorithm, new long[4]))));
    }
    LuminancePlane grid = grid(resized(image));
    return hashed(image, new ImageHashes(PdqQuality.of(grid), hashes(PdqTransform.of(grid))));
  }

  /**
   * PDQ's measure of how much a picture gives a hash to hold on to, for hashers that have none of
   * their own.
   *
   * @param image the pixels
   * @return the quality that {@link #hash} would give it
   */
  public Quality quality(PixelImage image) {
    return hash(image).quality();
  }

  private static HashedImage hashed(PixelImage image, ImageHashes hashes) {
    return new HashedImage(image.width(), image.height(), 1, hashes);
  }

  private PixelImage resized(PixelImage image) {
    boolean large = image.width() > CLI_SIDE || image.height() > CLI_SIDE;
    return large && algorithm.equals(HashAlgorithm.PDQ_NN512)
        ? image.nearestNeighbour(CLI_SIDE, CLI_SIDE)
        : image;
  }

  /** A picture that has the grid's size already is not filtered, as in the reference. */
  private static LuminancePlane grid(PixelImage image) {
    return image.width() == GRID && image.height() == GRID
        ? LuminancePlane.from(image)
        : TentFilter.shrink(image);
  }

  private List<ImageHash> hashes(PdqTransform transform) {
    List<ImageHash> hashes = new ArrayList<>();
    for (Dihedral dihedral : Dihedral.values()) {
      hashes.add(ImageHash.of(algorithm, transform.turned(dihedral).bits()));
    }
    return hashes;
  }
}
