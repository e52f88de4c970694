package org.hashmatch.index.segment;

/**
 * A section of a segment file: all numbers of one kind.
 *
 * @param name for messages
 * @param offset where it begins, in bytes from the beginning of the file; a multiple of 64
 * @param length bytes without padding
 * @param checksum CRC32C of its bytes with the padding; 0 if not known yet
 */
record Section(String name, long offset, long length, int checksum) {

  static final int ALIGNMENT = 64;

  /** The least multiple of 64 that is not less. */
  static long padded(long bytes) {
    return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  long paddedLength() {
    return padded(length);
  }

  /** Where the next section begins. */
  long end() {
    return offset + paddedLength();
  }

  Section withChecksum(int known) {
    return new Section(name, offset, length, known);
  }
}
