package org.hashmatch.hash.decode;

import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.UnscreenableReason;

/**
 * The colour indices of a GIF frame, in the order in which they are stored: codes of growing width
 * in sub-blocks, each for a string of indices (GIF89a specification, appendix F).
 *
 * <p>A full table stays as it is until it is cleared. Codes that cannot be, and a file that ends,
 * are the end of the indices. The work is bounded by the indices that are asked for.
 */
final class GifIndices {

  private static final int MAX_CODE_BITS = 12;
  private static final int MAX_CODES = 1 << MAX_CODE_BITS;
  private static final int NONE = -1;

  private final byte[] file;
  private final short[] prefixes = new short[MAX_CODES];
  private final byte[] suffixes = new byte[MAX_CODES];
  private final short[] lengths = new short[MAX_CODES];
  private final byte[] string = new byte[MAX_CODES + 1];

  private int position;
  private int blockEnd;
  private int bits;
  private int bitCount;
  private int clear;
  private int codes;
  private int codeBits;
  private int previous;
  private int stringStart;
  private int stringEnd;

  GifIndices(byte[] file) {
    this.file = file;
  }

  /**
   * Begins with a frame.
   *
   * @param start where its first byte stands, which says how many bits an index has
   * @throws UnscreenableException if these are none of 1..8
   */
  void begin(int start) throws UnscreenableException {
    int indexBits = start < file.length ? file[start] : 0;
    if (indexBits < 1 || indexBits > Byte.SIZE) {
      throw new UnscreenableException(
          UnscreenableReason.DAMAGED, "GIF of " + indexBits + " bits a pixel");
    }
    position = start + 1;
    blockEnd = position;
    bits = 0;
    bitCount = 0;
    stringStart = 0;
    stringEnd = 0;
    clear = 1 << indexBits;
    for (int i = 0; i < clear; i++) {
      suffixes[i] = (byte) i;
      lengths[i] = 1;
    }
    clearTable();
  }

  private void clearTable() {
    codes = clear + 2;
    codeBits = Integer.SIZE - Integer.numberOfLeadingZeros(clear);
    previous = NONE;
  }

  /** Whether there is none left. */
  boolean isEmpty() {
    return stringStart == stringEnd && !readString();
  }

  /**
   * Reads as many indices as the row has room for.
   *
   * @return how many there were: fewer only at the end
   */
  int read(byte[] row) {
    int filled = 0;
    while (filled < row.length && !isEmpty()) {
      int part = Math.min(stringEnd - stringStart, row.length - filled);
      System.arraycopy(string, stringStart, row, filled, part);
      stringStart += part;
      filled += part;
    }
    return filled;
  }

  private boolean readString() {
    int code = readCode();
    while (code == clear) {
      clearTable();
      code = readCode();
    }
    boolean known = code < codes && code != clear + 1;
    if (code == NONE || !(known || (code == codes && previous != NONE))) {
      return false;
    }
    if (known) {
      expand(code, lengths[code]);
    } else {
      // The one code that is used before it is known: the string before, and its first index again.
      int length = lengths[previous];
      expand(previous, length);
      string[length] = string[0];
      stringEnd++;
    }
    learn();
    previous = code;
    return true;
  }

  /** The string before with the first index of this one is the next entry. */
  private void learn() {
    if (previous == NONE || codes == MAX_CODES) {
      return;
    }
    prefixes[codes] = (short) previous;
    suffixes[codes] = string[0];
    lengths[codes] = (short) (lengths[previous] + 1);
    codes++;
    if (codes == 1 << codeBits && codeBits < MAX_CODE_BITS) {
      codeBits++;
    }
  }

  private void expand(int code, int length) {
    int next = code;
    for (int i = length - 1; i >= 0; i--) {
      string[i] = suffixes[next];
      next = prefixes[next];
    }
    stringStart = 0;
    stringEnd = length;
  }

  private int readCode() {
    while (bitCount < codeBits) {
      if (position >= blockEnd && !openBlock()) {
        return NONE;
      }
      bits |= (file[position++] & 0xff) << bitCount;
      bitCount += Byte.SIZE;
    }
    int code = bits & ((1 << codeBits) - 1);
    bits >>>= codeBits;
    bitCount -= codeBits;
    return code;
  }

  private boolean openBlock() {
    int length = position < file.length ? file[position++] & 0xff : 0;
    blockEnd = Math.min(file.length, position + length);
    return position < blockEnd;
  }
}
