package org.hashmatch.eval;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/**
 * A split of pictures into two halves by their ids: to set a radius on one half and measure on the
 * other, and the other way round. Rates measured on the very pictures that a radius was set on are
 * too good.
 *
 * <p>Each id goes to its half by a hash of itself and the seed: whatever other pictures there are,
 * come or go, and on every machine. The halves are therefore only about equal: of 140 pictures, 19
 * times in 20 neither has fewer than 58. A pair of pictures is in a half if both are; variants of a
 * picture must carry its id.
 *
 * @param seed any number; another one gives another split
 */
public record Halves(long seed) {

  private static final long FNV_BASIS = 0xCBF2_9CE4_8422_2325L;
  private static final long FNV_PRIME = 0x100_0000_01B3L;

  /** One of the two halves. */
  public enum Half {
    /** The one half. */
    FIRST,
    /** The other half. */
    SECOND;

    /**
     * The half that is not this one.
     *
     * @return the other
     */
    public Half other() {
      return this == FIRST ? SECOND : FIRST;
    }
  }

  /**
   * The half of a picture.
   *
   * @param id of the picture, not empty
   * @return its half, always the same
   * @throws IllegalArgumentException if the id is empty
   */
  public Half of(String id) {
    if (id.isEmpty()) {
      throw new IllegalArgumentException("id must have 1 character or more (got 0)");
    }
    return SplitMix64.mix(fnv1a(id) + SplitMix64.mix(seed)) < 0 ? Half.SECOND : Half.FIRST;
  }

  /**
   * The pictures of one half.
   *
   * @param half which one
   * @param ids of all pictures, none empty
   * @return those in the half, each once, sorted
   * @throws IllegalArgumentException if an id is empty
   */
  public List<String> members(Half half, Collection<String> ids) {
    return ids.stream().filter(id -> of(id) == half).distinct().sorted().toList();
  }

  /** The hash FNV-1a of 64 bits, over the bytes of UTF-8. */
  private static long fnv1a(String id) {
    long hash = FNV_BASIS;
    for (byte octet : id.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (octet & 0xFF)) * FNV_PRIME;
    }
    return hash;
  }
}
