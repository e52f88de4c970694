package org.hashmatch.eval;

import java.util.Optional;

/**
 * How far apart the distances of mates and of non-mates lie, in units of their spread: {@code d' =
 * |mean1 - mean2| / sqrt((variance1 + variance2) / 2)}. Mates are pairs of an original and its own
 * edited variant, non-mates pairs of different pictures.
 *
 * <p>It needs no radius, and so compares algorithms of any length. 0 is no separation at all; iris
 * recognition has about 11. It is about the bulk of both distributions and says nothing of their
 * tails, where false matches are; nor of pairs without a finite distance, which are left out: read
 * it beside the two counts.
 *
 * <p>Source: J. Daugman, Biometric Decision Landscapes, technical report, University of Cambridge
 * Computer Laboratory 2000.
 *
 * @param value d', 0 or more
 * @param mates how many mates have a finite distance, 1 or more
 * @param nonMates how many non-mates have a finite distance, 1 or more
 */
public record Decidability(double value, long mates, long nonMates) {

  /**
   * Checks the numbers.
   *
   * @param value as above
   * @param mates as above
   * @param nonMates as above
   * @throws IllegalArgumentException if a number is out of its range
   */
  public Decidability {
    if (!(value >= 0)) {
      throw new IllegalArgumentException("value must be 0 or more (got " + value + ")");
    }
    if (mates < 1) {
      throw new IllegalArgumentException("mates must be 1 or more (got " + mates + ")");
    }
    if (nonMates < 1) {
      throw new IllegalArgumentException("nonMates must be 1 or more (got " + nonMates + ")");
    }
  }

  /**
   * Computes d' of the finite distances.
   *
   * @param mates the distances of originals and their variants
   * @param nonMates the distances of different pictures
   * @return empty if either has no finite distance, or if neither has any spread
   */
  public static Optional<Decidability> of(DistanceCounts mates, DistanceCounts nonMates) {
    if (mates.finite() == 0 || nonMates.finite() == 0) {
      return Optional.empty();
    }
    double variances = mates.variance().orElseThrow() + nonMates.variance().orElseThrow();
    if (variances == 0) {
      return Optional.empty();
    }
    double difference = Math.abs(mates.mean().orElseThrow() - nonMates.mean().orElseThrow());
    return Optional.of(
        new Decidability(difference / Math.sqrt(variances / 2), mates.finite(), nonMates.finite()));
  }
}
