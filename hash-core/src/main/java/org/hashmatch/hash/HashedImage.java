package org.hashmatch.hash;

/**
 * What hashing a picture gave: its hashes and quality, and what decides whether they may be
 * trusted.
 *
 * <p>The hashes are behind one of two doors. {@link #trusted()} lets through only what may be
 * matched or enter a bank; {@link #untrusted()} gives what the algorithm's reference gives, tiny
 * and flat pictures too, for comparing with others' hashes.
 *
 * @param width pixels a row of the whole picture, also where a decoder reduced it
 * @param height rows of the whole picture
 * @param reduction by how much each side was reduced while decoding: 1 (all pixels), 2, 4 or 8
 * @param untrusted the hashes and the quality, whatever they are worth
 */
public record HashedImage(int width, int height, int reduction, ImageHashes untrusted) {

  /**
   * The smallest side of a picture whose hash is trusted: one pixel a cell of PDQ's grid. Below,
   * the bits look fine and mean little, and quality does not tell.
   */
  public static final int MIN_TRUSTED_SIDE = 64;

  /**
   * Checks the numbers.
   *
   * @param width as above
   * @param height as above
   * @param reduction as above
   * @param untrusted as above
   * @throws IllegalArgumentException if a side or the reduction is less than 1
   */
  public HashedImage {
    if (width < 1 || height < 1 || reduction < 1) {
      throw new IllegalArgumentException(
          "sides and reduction of a picture must be 1 or more (got "
              + width
              + "x"
              + height
              + ", "
              + reduction
              + ")");
    }
  }

  /**
   * The picture's quality.
   *
   * @return the quality of its hashes
   */
  public Quality quality() {
    return untrusted.quality();
  }

  /**
   * The hashes, if they may be matched, at the default quality floor of 50.
   *
   * @return the hashes
   * @throws UnscreenableException as {@link #trusted(Quality)}
   */
  public ImageHashes trusted() throws UnscreenableException {
    return trusted(Quality.DEFAULT_FLOOR);
  }

  /**
   * The hashes, if they may be matched.
   *
   * @param floor the lowest quality to trust
   * @return the hashes
   * @throws UnscreenableException {@code TOO_SMALL} if a side of the picture is below {@link
   *     #MIN_TRUSTED_SIDE}; {@code FEATURELESS} if its quality is below the floor or all bits of
   *     its hash are equal
   */
  public ImageHashes trusted(Quality floor) throws UnscreenableException {
    if (Math.min(width, height) < MIN_TRUSTED_SIDE) {
      throw new UnscreenableException(
          UnscreenableReason.TOO_SMALL,
          width + "x" + height + " pixels (at least " + MIN_TRUSTED_SIDE + " a side)");
    }
    if (quality().isBelow(floor)) {
      throw new UnscreenableException(
          UnscreenableReason.FEATURELESS, "quality " + quality() + " (floor " + floor + ")");
    }
    if (untrusted.original().isTrivial()) {
      throw new UnscreenableException(
          UnscreenableReason.FEATURELESS, "all bits of its hash are equal");
    }
    return untrusted;
  }
}
