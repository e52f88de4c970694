package org.hashmatch.index.segment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A segment file is not what it should be. Never answered with an empty index.
 *
 * <p>The message names the file, where in it, what was expected there and what was found.
 */
public final class SegmentFileException extends IOException {

  private static final long serialVersionUID = 1L;

  /** What is wrong with a file. */
  public enum Reason {
    /** It does not begin as segment files do, or is a folder. */
    NOT_A_SEGMENT,
    /** It ends before its end. */
    TRUNCATED,
    /** A checksum does not match, numbers contradict each other, or something follows its end. */
    DAMAGED,
    /** It is of a version that this program no longer reads. */
    OLDER_VERSION,
    /** It was written by a later program, in a version that this one does not know yet. */
    NEWER_VERSION,
    /** The bits of its hashes were shuffled in a way that this program does not know. */
    UNKNOWN_PERMUTATION,
    /**
     * It is sound, but has a section of more than 2 GiB, which Java cannot map: open it with {@link
     * SegmentAccess#READ}.
     */
    TOO_LARGE_TO_MAP;

    private String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  private final Reason reason;
  // Paths cannot be serialized; the message has it too.
  private final transient Path file;
  private final long offset;

  SegmentFileException(Path file, Reason reason, long offset, String expected, String found) {
    super(
        "segment file %s: %s at byte %d: expected %s, found %s"
            .formatted(file, reason.words(), offset, expected, found));
    this.reason = reason;
    this.file = file;
    this.offset = offset;
  }

  /**
   * What is wrong.
   *
   * @return the reason
   */
  public Reason reason() {
    return reason;
  }

  /**
   * Which file.
   *
   * @return its path, as it was given
   */
  public Path file() {
    return file;
  }

  /**
   * Where it was noticed.
   *
   * @return bytes from the beginning of the file; for a section whose checksum does not match,
   *     where the section begins
   */
  public long offset() {
    return offset;
  }
}
