package org.hashmatch.hash.decode;

import org.hashmatch.hash.UnscreenableException;

/** Reads bits from a file of an attacker's making, the highest of each byte first. */
final class BitCursor {

  private final ByteCursor bytes;
  private int current;
  private int left;

  BitCursor(ByteCursor bytes) {
    this.bytes = bytes;
  }

  /** So many bits, 0..32, as a number. */
  long bits(int count) throws UnscreenableException {
    long value = 0;
    for (int i = 0; i < count; i++) {
      if (left == 0) {
        current = bytes.u8();
        left = Byte.SIZE;
      }
      left--;
      value = value << 1 | (current >> left & 1);
    }
    return value;
  }

  boolean flag() throws UnscreenableException {
    return bits(1) == 1;
  }

  BitCursor skip(int count) throws UnscreenableException {
    for (int i = 0; i < count; i++) {
      bits(1);
    }
    return this;
  }

  /** A number in Exp-Golomb code, as HEVC's ue(v) and AV1's uvlc(); the highest is 2^32 - 1. */
  long exponential() throws UnscreenableException {
    int zeros = 0;
    while (!flag()) {
      zeros++;
      if (zeros == Integer.SIZE) {
        return 0xffff_ffffL;
      }
    }
    return (1L << zeros) - 1 + bits(zeros);
  }
}
