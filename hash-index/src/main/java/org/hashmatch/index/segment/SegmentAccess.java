package org.hashmatch.index.segment;

/** Where the hashes of an opened {@link SegmentFile} lie. */
public enum SegmentAccess {

  /** Copied into arrays of the Java heap. The fastest to search; the file is not needed again. */
  READ,

  /**
   * In the file, which is mapped into memory, section by section: no heap, memory that all
   * processes on the machine share, and searches 10 to 30 % slower.
   *
   * <p>The file must not be changed in place as long as the index is in use: searches would answer
   * from what it holds then, and a file cut short ends the process. To replace it by renaming
   * another to its name, as {@link SegmentFile#write} does, is fine (not so on Windows, which
   * refuses that while a file is mapped).
   *
   * <p>Nothing closes a mapping: it ends when the garbage collector has found the index unused.
   * Each section is one mapping, so none can be longer than 2 GiB.
   */
  MAPPED
}
