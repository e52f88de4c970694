package org.hashmatch.bank;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.Quality;
import org.jspecify.annotations.Nullable;

/**
 * What a bank takes in, and what a match with it means.
 *
 * @param radii for each algorithm that is looked up in the bank, one or more, the largest Hamming
 *     distance that is a match, inclusive: 0 to the algorithm's bits. Hashes of other algorithms
 *     are kept and not looked up
 * @param qualityFloor lowest quality of a hash that may be added, and of an upload that may be
 *     looked up
 * @param action what a match asks for
 * @param shadow whether matches are noted only, to try a bank out: its action is not taken
 * @param negative whether its entries are innocent: an upload that is nearer to one of them than to
 *     any known picture is no match
 * @param labels which of its entries match
 * @param timeToLive how long entries count that do not say it themselves; empty: until removed
 * @param floodLimit how often an entry may match before it is set aside; empty: as often as it does
 */
public record BankPolicy(
    Map<HashAlgorithm, Integer> radii,
    Quality qualityFloor,
    MatchAction action,
    boolean shadow,
    boolean negative,
    LabelFilter labels,
    Optional<Duration> timeToLive,
    Optional<FloodLimit> floodLimit) {

  /**
   * PDQ at radius 31 and quality 50, which PDQ's authors give as starting points for a confident
   * match; a match is blocked.
   */
  public static final BankPolicy DEFAULT = builder().build();

  private static final int PDQ_RADIUS = 31;

  /**
   * Checks and copies the parts.
   *
   * @param radii as above; their order is kept
   * @param qualityFloor as above
   * @param action as above
   * @param shadow as above
   * @param negative as above
   * @param labels as above
   * @param timeToLive as above
   * @param floodLimit as above
   * @throws IllegalArgumentException if there is no radius, one is out of its range, or the time to
   *     live is not positive
   */
  public BankPolicy {
    if (radii.isEmpty()) {
      throw new IllegalArgumentException("a bank needs a radius for one algorithm (got none)");
    }
    radii.forEach(BankPolicy::check);
    radii = Collections.unmodifiableMap(new LinkedHashMap<>(radii));
    if (timeToLive.isPresent() && timeToLive.get().compareTo(Duration.ZERO) <= 0) {
      throw new IllegalArgumentException(
          "time to live must be positive (got " + timeToLive.get() + ")");
    }
  }

  private static void check(HashAlgorithm algorithm, int radius) {
    if (radius < 0 || radius > algorithm.bits()) {
      throw new IllegalArgumentException(
          "radius must be 0.." + algorithm.bits() + " for " + algorithm + " (got " + radius + ")");
    }
  }

  /**
   * Begins a policy.
   *
   * @return a builder of {@link #DEFAULT}
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Begins a changed copy.
   *
   * @return a builder that has all that this policy has
   */
  public Builder toBuilder() {
    Builder builder =
        new Builder()
            .qualityFloor(qualityFloor)
            .action(action)
            .shadow(shadow)
            .negative(negative)
            .labels(labels)
            .timeToLive(timeToLive.orElse(null))
            .floodLimit(floodLimit.orElse(null));
    radii.forEach(builder::radius);
    return builder;
  }

  /**
   * The algorithm of those who have only one.
   *
   * @return the first of the radii
   */
  public HashAlgorithm algorithm() {
    return radii.keySet().iterator().next();
  }

  /**
   * The largest distance that is a match.
   *
   * @param algorithm one of the radii
   * @return 0 to the algorithm's bits, inclusive
   * @throws IllegalArgumentException if hashes of this algorithm are not looked up
   */
  public int radius(HashAlgorithm algorithm) {
    Integer radius = radii.get(algorithm);
    if (radius == null) {
      throw new IllegalArgumentException(
          algorithm + " is not looked up here (the bank has " + radii.keySet() + ")");
    }
    return radius;
  }

  /**
   * Whether an entry's time is over: what it says itself, else by {@link #timeToLive}.
   *
   * @param entry of a bank with this policy
   * @param now the time to compare with
   * @return whether it does not count any more
   */
  public boolean isOver(BankEntry entry, Instant now) {
    return entry
        .expiresAt()
        .or(() -> timeToLive.map(entry.addedAt()::plus))
        .filter(end -> !end.isAfter(now))
        .isPresent();
  }

  /** Gathers the parts of a policy. Not safe for several threads. */
  public static final class Builder {

    private final Map<HashAlgorithm, Integer> radii = new LinkedHashMap<>();
    private Quality qualityFloor = Quality.DEFAULT_FLOOR;
    private MatchAction action = MatchAction.BLOCK;
    private boolean shadow;
    private boolean negative;
    private LabelFilter labels = LabelFilter.ALL;
    private @Nullable Duration timeToLive;
    private @Nullable FloodLimit floodLimit;

    private Builder() {}

    /**
     * Adds an algorithm, or changes its radius. Without any: PDQ with 31.
     *
     * @param algorithm what makes the hashes
     * @param radius largest distance that is a match, inclusive
     * @return this
     */
    public Builder radius(HashAlgorithm algorithm, int radius) {
      radii.put(algorithm, radius);
      return this;
    }

    /**
     * The lowest quality; 50 without this.
     *
     * @param floor of hashes and uploads
     * @return this
     */
    public Builder qualityFloor(Quality floor) {
      this.qualityFloor = floor;
      return this;
    }

    /**
     * What a match asks for; to block without this.
     *
     * @param newAction the action
     * @return this
     */
    public Builder action(MatchAction newAction) {
      this.action = newAction;
      return this;
    }

    /**
     * Whether matches are noted only; they are not without this.
     *
     * @param only whether they are
     * @return this
     */
    public Builder shadow(boolean only) {
      this.shadow = only;
      return this;
    }

    /**
     * Whether the entries are innocent; they are not without this.
     *
     * @param innocent whether they are
     * @return this
     */
    public Builder negative(boolean innocent) {
      this.negative = innocent;
      return this;
    }

    /**
     * Which entries match; all without this.
     *
     * @param filter by their labels
     * @return this
     */
    public Builder labels(LabelFilter filter) {
      this.labels = filter;
      return this;
    }

    /**
     * How long entries count that do not say it themselves; until removed without this.
     *
     * @param time or null for no end
     * @return this
     */
    public Builder timeToLive(@Nullable Duration time) {
      this.timeToLive = time;
      return this;
    }

    /**
     * How often an entry may match before it is set aside; without end without this.
     *
     * @param limit or null for none
     * @return this
     */
    public Builder floodLimit(@Nullable FloodLimit limit) {
      this.floodLimit = limit;
      return this;
    }

    /**
     * Makes the policy.
     *
     * @return the policy
     * @throws IllegalArgumentException if a part is out of its bounds
     */
    public BankPolicy build() {
      return new BankPolicy(
          radii.isEmpty() ? Map.of(HashAlgorithm.PDQ, PDQ_RADIUS) : radii,
          qualityFloor,
          action,
          shadow,
          negative,
          labels,
          Optional.ofNullable(timeToLive),
          Optional.ofNullable(floodLimit));
    }
  }
}
