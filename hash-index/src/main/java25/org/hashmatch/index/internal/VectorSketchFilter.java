package org.hashmatch.index.internal;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Compares as many sketches at once as the machine's vectors hold. */
final class VectorSketchFilter {

  private static final VectorSpecies<Byte> SPECIES = ByteVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length() / Character.BYTES;
  // Vectors of 128 bits: what is won by comparing eight at once is lost by taking the mask apart.
  private static final int NARROW = 8;

  private VectorSketchFilter() {}

  static boolean isWorthwhile() {
    return LANES > NARROW;
  }

  /** {@link PostingTable#survivors} of sketches in an array. */
  static int survivors(
      byte[] sketches, int from, int to, int next, int allowance, int[] found, int count) {
    // The last vector of a bucket reaches into the next bucket, which must not reach past the
    // array.
    int last = sketches.length / Character.BYTES - LANES;
    int end = count;
    int i = from;
    for (; i < to && i <= last; i += LANES) {
      long near = near(sketches, i, next, allowance) & lanes(to - i);
      if (Long.bitCount(near) > found.length - end) {
        return found.length;
      }
      for (; near != 0; near &= near - 1) {
        found[end++] = i + Long.numberOfTrailingZeros(near);
      }
    }
    return SketchFilter.fourByFour(sketches, i, to, next, allowance, found, end);
  }

  private static long near(byte[] sketches, int from, int next, int allowance) {
    return ByteVector.fromArray(SPECIES, sketches, Sketches.offset(from))
        .reinterpretAsShorts()
        .lanewise(VectorOperators.XOR, (short) next)
        .lanewise(VectorOperators.BIT_COUNT)
        .compare(VectorOperators.LE, (short) allowance)
        .toLong();
  }

  private static long lanes(int count) {
    return count >= Long.SIZE ? -1 : (1L << count) - 1;
  }
}
