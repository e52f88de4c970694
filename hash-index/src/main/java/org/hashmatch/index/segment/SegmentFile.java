package org.hashmatch.index.segment;

import java.io.IOException;
import java.nio.file.Path;
import org.hashmatch.hash.HashAlgorithm;

/**
 * An index in a file: written in one step, and opened verified.
 *
 * <p>The file holds all that a search needs, posting tables included, so that opening it builds
 * nothing: for each 256-bit hash 32 bytes, 8 for its id and 80 for its postings, and some 4 MB more
 * (the package describes every byte). The same content gives the same bytes, however the index came
 * to it, as long as hashes and ids were added in the same order.
 *
 * <p>Every byte of a file is under a checksum that is compared when it is opened. A file that is
 * damaged in whatever way is refused with a {@link SegmentFileException}. Checksums find accidents,
 * not forgery: a forged file may make searches miss neighbours, or fail.
 *
 * <p>On a 2020s server, from a disk cache, ten million hashes of 256 bits (1.2 GB) are written in
 * about a second, and opened in one; mapped, in a tenth of it.
 *
 * <p>An opened file is an index like any other; what is added to it or removed from it is in memory
 * only, until it is written again. Immutable itself, and safe for any number of threads.
 */
public final class SegmentFile {

  private final MultiIndexHashingIndex index;
  private final long sequence;

  private SegmentFile(MultiIndexHashingIndex index, long sequence) {
    this.index = index;
    this.sequence = sequence;
  }

  /**
   * Writes what an index holds at this moment, in place of what the file held before, if it is
   * there. The index can be searched and changed meanwhile: each change is in the file with all
   * that were before it, or is not.
   *
   * <p>The replacement is one step: whoever opens the file, at any time, even after this program
   * was killed or the power failed, gets what it held before or what it holds now. When this method
   * has returned, the new content is on the disk. If it fails, the file is as it was (unless what
   * failed was to confirm the renaming, the very last step).
   *
   * <p>While it writes there is a second file, {@code .NAME.RANDOM.tmp}, in the same folder. Those
   * that killed writers left are deleted by the next one; so a file may have only one writer at a
   * time.
   *
   * <p>An index of one segment, such as one filled by a single batch or just opened, is copied as
   * it is. Any other is merged first, which takes the time and the memory of building it anew.
   *
   * @param file where to write; its folder exists
   * @param index what to write
   * @param sequence the caller's own number for this state, for example of the last change in it
   * @throws IOException if the file could not be written, for lack of room for one, or the thread
   *     was interrupted
   * @throws IllegalStateException if the index has more hashes than fit into one segment: 2^28, or
   *     134 million of 1,024 bits
   */
  public static void write(Path file, MultiIndexHashingIndex index, long sequence)
      throws IOException {
    write(file, index.algorithm(), index.whole(), sequence);
  }

  static void write(Path file, HashAlgorithm algorithm, Segment segment, long sequence)
      throws IOException {
    SegmentHeader header = SegmentHeader.of(algorithm, sequence, segment);
    FileReplacement.replace(file, channel -> new SegmentWriter(channel).write(header, segment));
  }

  /**
   * Opens a file and verifies all of it.
   *
   * @param file what {@link #write} wrote
   * @param access whether to copy it into the Java heap or to map it
   * @return the file's index and number
   * @throws SegmentFileException if it is not a sound segment file of this version, or too large to
   *     be mapped
   * @throws java.nio.file.NoSuchFileException if there is no such file
   * @throws IOException if it cannot be read
   */
  public static SegmentFile open(Path file, SegmentAccess access) throws IOException {
    return open(file, access, Tuning.INDEXED);
  }

  static SegmentFile open(Path file, SegmentAccess access, Tuning tuning) throws IOException {
    try (SegmentInput input = SegmentInput.open(file)) {
      SegmentHeaderReader reader = SegmentHeaderReader.open(input);
      SegmentHeader header = reader.header();
      Segment segment = new SegmentReader(input, header, reader.sections(header), access).read();
      return new SegmentFile(
          new MultiIndexHashingIndex(header.algorithm(), tuning, segment), header.sequence());
    }
  }

  /**
   * What made the hashes.
   *
   * @return the algorithm that the file names
   */
  public HashAlgorithm algorithm() {
    return index.algorithm();
  }

  /**
   * Which state of the caller's data it is.
   *
   * @return the number that was given when the file was written
   */
  public long sequence() {
    return sequence;
  }

  /**
   * The hashes.
   *
   * @return an index that can be searched and changed; the same one each time
   */
  public MultiIndexHashingIndex index() {
    return index;
  }
}
