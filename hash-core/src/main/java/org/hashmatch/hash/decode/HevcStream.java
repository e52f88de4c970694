package org.hashmatch.hash.decode;

import static org.hashmatch.hash.UnscreenableReason.DAMAGED;

import java.io.ByteArrayOutputStream;
import org.hashmatch.hash.UnscreenableException;

/**
 * Finds the sequence parameter sets and counts the pictures of HEVC data (ITU-T H.265, 7.3; ISO/IEC
 * 14496-15, 8.3.2): a decoder allocates what those say, not what the boxes say.
 */
final class HevcStream {

  private static final int SEQUENCE_PARAMETERS = 33;
  private static final int FIRST_THAT_IS_NO_SLICE = 32;
  private static final int UNIT_HEAD_BYTES = 2;
  private static final int PROFILE_BITS = 88;
  private static final int LEVEL_BITS = 8;
  private static final int MOST_SUB_LAYERS = 8;
  private static final int LENGTH_SIZE_OFFSET = 21;
  private static final int ALL_COLOURS = 3;

  private CodedSize size = CodedSize.NONE;

  private HevcStream() {}

  /**
   * Reads both places in which parameter sets may be.
   *
   * @param configuration what is in the box hvcC
   * @param data units, each behind its length
   */
  static CodedSize read(ByteCursor configuration, byte[] data) throws UnscreenableException {
    HevcStream stream = new HevcStream();
    configuration.skip(LENGTH_SIZE_OFFSET);
    int lengthBytes = (configuration.u8() & 3) + 1;
    stream.readArrays(configuration);
    ByteCursor cursor = new ByteCursor(data);
    while (cursor.remaining() > 0) {
      stream.readUnit(cursor, cursor.number(lengthBytes));
    }
    return stream.size;
  }

  private void readArrays(ByteCursor configuration) throws UnscreenableException {
    int arrays = configuration.u8();
    for (int i = 0; i < arrays; i++) {
      configuration.skip(1);
      int units = configuration.u16();
      for (int k = 0; k < units; k++) {
        readUnit(configuration, configuration.u16());
      }
    }
  }

  private void readUnit(ByteCursor cursor, long length) throws UnscreenableException {
    size = size.andUnits(1);
    ByteCursor unit = cursor.slice(length);
    cursor.skip(length);
    if (length > UNIT_HEAD_BYTES) {
      int type = unit.u8() >> 1 & 0x3f;
      unit.skip(1);
      if (type == SEQUENCE_PARAMETERS) {
        readParameters(new BitCursor(unescaped(unit)));
      } else if (type < FIRST_THAT_IS_NO_SLICE && unit.u8() >= 0x80) {
        size = size.andPicture();
      }
    }
  }

  /** Without the bytes 3 that keep two zeros from looking like the start of a unit. */
  private static ByteCursor unescaped(ByteCursor unit) throws UnscreenableException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    int zeros = 0;
    while (unit.remaining() > 0) {
      int next = unit.u8();
      if (zeros >= 2 && next == 3) {
        zeros = 0;
      } else {
        plain.write(next);
        zeros = next == 0 ? zeros + 1 : 0;
      }
    }
    return new ByteCursor(plain.toByteArray());
  }

  private void readParameters(BitCursor bits) throws UnscreenableException {
    bits.skip(4);
    int subLayers = (int) bits.bits(3);
    bits.skip(1 + PROFILE_BITS + LEVEL_BITS);
    skipSubLayers(bits, subLayers);
    bits.exponential();
    if (bits.exponential() == ALL_COLOURS) {
      bits.skip(1);
    }
    size = size.and(bits.exponential(), bits.exponential());
  }

  private static void skipSubLayers(BitCursor bits, int subLayers) throws UnscreenableException {
    if (subLayers >= MOST_SUB_LAYERS - 1) {
      throw new UnscreenableException(DAMAGED, "HEVC parameters say too many layers");
    }
    int present = subLayers > 0 ? (int) bits.bits(2 * MOST_SUB_LAYERS) : 0;
    for (int i = 0; i < subLayers; i++) {
      int flags = present >> (2 * (MOST_SUB_LAYERS - 1 - i));
      bits.skip(((flags & 2) != 0 ? PROFILE_BITS : 0) + ((flags & 1) != 0 ? LEVEL_BITS : 0));
    }
  }
}
