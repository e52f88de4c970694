package org.hashmatch.hash.algorithm;

import java.util.Collections;
import org.hashmatch.hash.Dihedral;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.HashedImage;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.ImageHashes;
import org.hashmatch.hash.Quality;
import org.hashmatch.hash.image.PixelImage;

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
 * about 0.3 ms for 512x512 and 10 ms for 12 megapixels, six times that for 1 photograph in 30 (see
 * the essay inside). Nothing but the result is allocated: scratch of a few rows is kept for the
 * next picture, as many as hashed at once, and holds no pixels in between.
 */
public final class PdqHasher implements ImageHasher {

  /*
   * 1. Luma, then the picture is blurred by a tent as wide as 1/64 of each side and sampled on a 64x64 grid (TentFilter).
   * 2. Quality: the sum of the differences between neighbours of that grid (PdqQuality).
   * 3. The discrete cosine transform, of which only the frequencies 1..16 along each axis are computed (PdqTransform).
   * 4. The median of the 256 coefficients; a bit is set where the coefficient is greater (PdqSpectrum).
   * 5. Turning or mirroring a picture transposes its coefficients or flips their signs, so the other seven hashes cost
   *    step 4 only (PdqSpectra). They cannot be had from the 256 bits alone: flipping signs moves the median.
   *
   * Why this equals a reference that computes otherwise. The reference blurs with running sums in float, whose roundings
   * pile up; TentFilter computes the same weighted means in whole numbers, ten times as fast, and so differs in the last
   * digits. A bit can differ only if the roundings change the order of the two coefficients that the median divides, so
   * the gap between these two tells how sure all bits of a rendition are. Where a gap of one of the renditions, or a
   * difference that quality truncates, is within what roundings were measured to move (PdqPass), the picture is blurred
   * again in the reference's own steps (ReferenceTentFilter). That is 1 in 30 photographs, all flat pictures, and most
   * pictures of a few pixels.
   */

  private static final int MIN_SIDE = 5;
  private static final int SUFFICIENT_SIDE = 256;
  private static final int CLI_SIDE = 512;

  private static final ScratchPool<PdqPass> PASSES = new ScratchPool<>(PdqPass::new);

  private final HashAlgorithm algorithm;
  private final String id;

  private PdqHasher(HashAlgorithm algorithm) {
    this.algorithm = algorithm;
    this.id = algorithm.id();
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

  /**
   * {@inheritDoc}
   *
   * @return 256 for the profile that hashes all pixels. Over 140 photographs enlarged to 12
   *     megapixels the hash of the JPEG so reduced was 0.44 bits from that of all pixels on average
   *     and at most 4; to 0.6, 1.5, 4 and 24 megapixels 0.27 to 0.54 and at most 4
   */
  @Override
  public int sufficientSide() {
    return algorithm.equals(HashAlgorithm.PDQ) ? SUFFICIENT_SIDE : ALL_PIXELS;
  }

  @Override
  public HashedImage hash(PixelImage image) {
    if (isTooSmallForTheReference(image)) {
      return hashed(image, none());
    }
    PdqPass pass = begin(image);
    pass.run(resized(image));
    HashedImage hashed = hashed(image, pass.hashes(algorithm));
    end(pass);
    return hashed;
  }

  /**
   * {@inheritDoc}
   *
   * <p>The reference's seven hashes besides the original are those of turned coefficients, and its
   * blur leans by up to half a pixel: over 1,638 photographs they lie 9.6 (mirrored) to 19.3 bits
   * (half turn) from the hash of the picture really turned, and more than 31 for 1 in 200 to 1 in
   * 20. In the profile that hashes all pixels, these here are computed from the blur that the
   * turned picture itself would have, and equal its hash but for roundings. Takes twice as long.
   */
  @Override
  public HashedImage hashToMatch(PixelImage image) {
    if (isTooSmallForTheReference(image) || !algorithm.equals(HashAlgorithm.PDQ)) {
      return hash(image);
    }
    PdqPass pass = begin(image);
    pass.runMirrored(image);
    HashedImage hashed = hashed(image, pass.hashes(algorithm));
    end(pass);
    return hashed;
  }

  /**
   * Hashes a picture and shows what its bits were made of.
   *
   * @param image the pixels
   * @return the hashes with grid, coefficients and margins
   * @throws IllegalArgumentException if a side is below 5 pixels, where PDQ has no coefficients, or
   *     the picture was reduced further than {@link #sufficientSide()} allows
   */
  public PdqAnalysis analyse(PixelImage image) {
    if (isTooSmallForTheReference(image)) {
      throw new IllegalArgumentException(
          "sides must be 5 or more (got " + image.width() + "x" + image.height() + ")");
    }
    PdqPass pass = begin(image);
    pass.run(resized(image));
    PdqAnalysis analysis = pass.analysis(hashed(image, pass.hashes(algorithm)));
    end(pass);
    return analysis;
  }

  /** Scratch for a picture, if it may be hashed. No lambda around it: that would be garbage. */
  private PdqPass begin(PixelImage image) {
    ImageHasher.checkReduction(image, id, sufficientSide());
    return PASSES.take();
  }

  /**
   * Keeps scratch for the next picture. Not after an exception: what is half summed then would be
   * counted to the next picture.
   */
  private static void end(PdqPass pass) {
    pass.forget();
    PASSES.give(pass);
  }

  private static boolean isTooSmallForTheReference(PixelImage image) {
    return image.fullWidth() < MIN_SIDE || image.fullHeight() < MIN_SIDE;
  }

  private ImageHashes none() {
    ImageHash zero = ImageHash.of(algorithm, new long[algorithm.words()]);
    return new ImageHashes(Quality.NONE, Collections.nCopies(Dihedral.values().length, zero));
  }

  /**
   * PDQ's measure of how much a picture gives a hash to hold on to, for hashers that have none of
   * their own.
   *
   * @param image the pixels
   * @return the quality that {@link #hash} would give it
   */
  public Quality quality(PixelImage image) {
    if (isTooSmallForTheReference(image)) {
      return Quality.NONE;
    }
    PdqPass pass = begin(image);
    pass.runForQuality(resized(image));
    Quality quality = pass.quality();
    end(pass);
    return quality;
  }

  private static HashedImage hashed(PixelImage image, ImageHashes hashes) {
    return new HashedImage(image.fullWidth(), image.fullHeight(), image.reduction(), hashes);
  }

  private PixelImage resized(PixelImage image) {
    boolean large = image.width() > CLI_SIDE || image.height() > CLI_SIDE;
    return large && algorithm.equals(HashAlgorithm.PDQ_NN512)
        ? image.nearestNeighbour(CLI_SIDE, CLI_SIDE)
        : image;
  }
}
