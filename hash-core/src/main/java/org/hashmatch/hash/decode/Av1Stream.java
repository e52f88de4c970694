package org.hashmatch.hash.decode;

import org.hashmatch.hash.UnscreenableException;

/**
 * Finds the sequence headers and counts the frames of AV1 data (AV1 Bitstream & Decoding Process
 * Specification, 5.3 to 5.5): a decoder allocates what those say, not what the boxes say.
 */
final class Av1Stream {

  private static final int SEQUENCE_HEADER = 1;
  private static final int FRAME_HEADER = 3;
  private static final int FRAME = 6;
  private static final int LEB128_BYTES = 8;

  private final BitCursor bits;
  private boolean decoderModel;
  private int delayBits;

  private Av1Stream(BitCursor bits) {
    this.bits = bits;
  }

  static CodedSize read(byte[] data) throws UnscreenableException {
    CodedSize size = CodedSize.NONE;
    ByteCursor cursor = new ByteCursor(data);
    while (cursor.remaining() > 0) {
      size = size.andUnits(1);
      int head = cursor.u8();
      cursor.skip(head >> 2 & 1);
      long length = (head & 2) != 0 ? leb128(cursor) : cursor.remaining();
      ByteCursor unit = cursor.slice(length);
      cursor.skip(length);
      switch (head >> 3 & 0xf) {
        case SEQUENCE_HEADER -> size = new Av1Stream(new BitCursor(unit)).sequence(size);
        case FRAME_HEADER, FRAME -> size = size.andPicture();
        default -> {}
      }
    }
    return size;
  }

  private static long leb128(ByteCursor cursor) throws UnscreenableException {
    long value = 0;
    for (int i = 0; i < LEB128_BYTES; i++) {
      int next = cursor.u8();
      value |= (next & 0x7fL) << (7 * i);
      if (next < 0x80) {
        break;
      }
    }
    return value;
  }

  private CodedSize sequence(CodedSize before) throws UnscreenableException {
    bits.skip(3 + 1);
    boolean reduced = bits.flag();
    if (reduced) {
      bits.skip(5);
    } else {
      skipTiming();
      skipOperatingPoints();
    }
    int widthBits = (int) bits.bits(4) + 1;
    int heightBits = (int) bits.bits(4) + 1;
    return before.and(bits.bits(widthBits) + 1, bits.bits(heightBits) + 1);
  }

  private void skipTiming() throws UnscreenableException {
    if (!bits.flag()) {
      return;
    }
    bits.skip(32 + 32);
    if (bits.flag()) {
      bits.exponential();
    }
    decoderModel = bits.flag();
    if (decoderModel) {
      delayBits = (int) bits.bits(5) + 1;
      bits.skip(32 + 5 + 5);
    }
  }

  private void skipOperatingPoints() throws UnscreenableException {
    boolean displayDelay = bits.flag();
    int points = (int) bits.bits(5) + 1;
    for (int i = 0; i < points; i++) {
      bits.skip(12);
      if (bits.bits(5) > 7) {
        bits.skip(1);
      }
      if (decoderModel && bits.flag()) {
        bits.skip(2 * delayBits + 1);
      }
      if (displayDelay && bits.flag()) {
        bits.skip(4);
      }
    }
  }
}
