package org.hashmatch.eval.study;

import java.util.Optional;
import org.hashmatch.eval.BitStatistics;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;

/**
 * How well a hasher uses its bits, by the originals of all pictures.
 *
 * @param constantBits that are the same in all
 * @param meanImbalance mean of how far a bit's share of ones is from one half, 0..0.5
 * @param meanCorrelation mean strength of the correlation of two bits, 0..1; NaN if none vary
 * @param effectiveBits Daugman's degrees of freedom; NaN if distances do not vary
 * @param entropyBits sum of the bits' Shannon entropies
 */
record BitUse(
    int constantBits,
    double meanImbalance,
    double meanCorrelation,
    double effectiveBits,
    double entropyBits) {

  private static final int MOST_BITS = 1024;

  /** Empty for hashes of a width that the library's own never have. */
  static Optional<BitUse> of(StudiedPictures pictures, int hasher) {
    int bits = pictures.get(0).original(hasher).bits();
    if (bits % Long.SIZE != 0 || bits > MOST_BITS) {
      return Optional.empty();
    }
    HashAlgorithm algorithm = new HashAlgorithm("studied", 1, bits);
    BitStatistics.Builder builder = BitStatistics.builder(algorithm);
    for (int place = 0; place < pictures.size(); place++) {
      builder.add(ImageHash.of(algorithm, pictures.get(place).original(hasher).own()));
    }
    BitStatistics statistics = builder.build();
    return Optional.of(
        new BitUse(
            statistics.constantBits(),
            statistics.meanImbalance(),
            statistics.meanCorrelationStrength().orElse(Double.NaN),
            statistics.effectiveBits().orElse(Double.NaN),
            statistics.totalEntropy()));
  }
}
