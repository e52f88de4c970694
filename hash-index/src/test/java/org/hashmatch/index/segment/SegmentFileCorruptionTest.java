package org.hashmatch.index.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hashmatch.index.segment.SegmentFileException.Reason.DAMAGED;
import static org.hashmatch.index.segment.SegmentFileException.Reason.NEWER_VERSION;
import static org.hashmatch.index.segment.SegmentFileException.Reason.NOT_A_SEGMENT;
import static org.hashmatch.index.segment.SegmentFileException.Reason.TOO_LARGE_TO_MAP;
import static org.hashmatch.index.segment.SegmentFileException.Reason.TRUNCATED;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.index.HashBatch;
import org.hashmatch.index.RandomHashes;
import org.hashmatch.index.segment.SegmentFileException.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever byte is wrong: the file is refused, for the reason that is documented. */
final class SegmentFileCorruptionTest {

  private static final int MAGIC_BYTES = 8;
  private static final int TABLES = 4;
  private static final int STARTS_STEP = 509;

  @TempDir private Path folder;
  private Path file;
  private byte[] sound;

  /** With something in each section that a file without tables can have. */
  @BeforeEach
  void writeSmallFile() throws IOException {
    file = folder.resolve("it");
    sound = written(HashAlgorithm.PDQ, 1_000);
    assertThat(sound.length).isLessThan(1_500);
  }

  private byte[] written(HashAlgorithm algorithm, int leastIndexedRows) throws IOException {
    MultiIndexHashingIndex index =
        new MultiIndexHashingIndex(algorithm, new Tuning(16, leastIndexedRows, Runnable::run));
    RandomHashes random = new RandomHashes(algorithm, 31);
    HashBatch batch = new HashBatch(algorithm);
    for (int i = 0; i < 5; i++) {
      batch.add(-i, random.next());
    }
    batch.add(7, random.zero());
    batch.add(-7, random.zero());
    index.addAll(batch);
    SegmentFile.write(file, index, 77);
    byte[] bytes = Files.readAllBytes(file);
    SegmentBytes sections = new SegmentBytes(bytes);
    for (int i = 0; i < 5; i++) {
      assertThat(sections.length(i)).isPositive();
    }
    return bytes;
  }

  private SegmentFileException refusal(SegmentAccess access) {
    return catchThrowableOfType(SegmentFileException.class, () -> SegmentFile.open(file, access));
  }

  private void assertRefused(SegmentAccess access, Reason reason, String what) {
    SegmentFileException refusal = refusal(access);
    assertThat(refusal).as(what).isNotNull();
    assertThat(refusal.reason()).as("%s: %s", what, refusal.getMessage()).isEqualTo(reason);
    assertThat(refusal.file()).isEqualTo(file);
    assertThat(refusal.offset()).as(what).isNotNegative();
    assertThat(refusal)
        .hasMessageStartingWith("segment file " + file + ": ")
        .hasMessageContainingAll(" at byte " + refusal.offset() + ": expected ", ", found ");
  }

  private void assertRefused(byte[] bytes, Reason reason) throws IOException {
    Files.write(file, bytes);
    for (SegmentAccess access : SegmentAccess.values()) {
      assertRefused(access, reason, "");
    }
  }

  /** Flips a bit in the file, asks for the refusal, and flips it back. */
  private void assertFlippedBitRefused(RandomAccessFile open, int at, int bit, SegmentAccess access)
      throws IOException {
    open.seek(at);
    open.write(sound[at] ^ (1 << bit));
    Reason reason = at < MAGIC_BYTES ? NOT_A_SEGMENT : DAMAGED;
    assertRefused(access, reason, "byte " + at + " bit " + bit);
    open.seek(at);
    open.write(sound[at]);
  }

  @ParameterizedTest
  @EnumSource(SegmentAccess.class)
  void open_everyFlippedByte_isRefused(SegmentAccess access) throws IOException {
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      for (int at = 0; at < sound.length; at++) {
        assertFlippedBitRefused(open, at, at % Byte.SIZE, access);
      }
    }
    assertThat(refusal(access)).isNull();
  }

  @Test
  void open_everyFlippedBitOfTheHeader_isRefused() throws IOException {
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      for (int i = 0; i < new SegmentBytes(sound).headerLength() * Byte.SIZE; i++) {
        assertFlippedBitRefused(open, i / Byte.SIZE, i % Byte.SIZE, SegmentAccess.READ);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"READ, 1", "MAPPED, 41"})
  void open_flippedByteOfAFileWithTables_isRefused(SegmentAccess access, int step)
      throws IOException {
    sound = written(RandomHashes.width(64), 1);
    SegmentBytes sections = new SegmentBytes(sound);
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      for (int at = 0;
          at < sound.length;
          at += step * (isInStarts(sections, at) ? STARTS_STEP : 1)) {
        assertFlippedBitRefused(open, at, at % Byte.SIZE, access);
      }
    }
    assertThat(refusal(access)).isNull();
  }

  private static boolean isInStarts(SegmentBytes sections, int at) {
    for (int table = 0; table < TABLES; table++) {
      int starts = sections.offset(5 + 3 * table);
      // The last few, and the padding, are flipped one by one.
      if (at >= starts && at < starts + sections.length(5 + 3 * table) - 16) {
        return true;
      }
    }
    return false;
  }

  @Test
  void open_everyTruncation_isRefused() throws IOException {
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      for (int length = sound.length - 1; length >= 0; length--) {
        open.setLength(length);
        assertRefused(SegmentAccess.READ, TRUNCATED, "length " + length);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 63, 64, 5_000})
  void open_bytesBehindTheEnd_isRefused(int more) throws IOException {
    assertRefused(Arrays.copyOf(sound, sound.length + more), DAMAGED);
  }

  @Test
  void open_otherFile_isNoSegment() throws IOException {
    assertRefused("a".getBytes(StandardCharsets.UTF_8), NOT_A_SEGMENT);
    assertRefused("# hashes\nf00d\n".repeat(99).getBytes(StandardCharsets.UTF_8), NOT_A_SEGMENT);
    String text = new String(sound, StandardCharsets.ISO_8859_1);
    assertRefused(text.replace("\r\n", "\n").getBytes(StandardCharsets.ISO_8859_1), NOT_A_SEGMENT);
    assertRefused(
        text.replaceAll("(?<!\r)\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1), NOT_A_SEGMENT);
    assertRefused(text.getBytes(StandardCharsets.UTF_8), NOT_A_SEGMENT);
    Files.delete(file);
    Files.createDirectory(file);
    assertRefused(SegmentAccess.READ, NOT_A_SEGMENT, "a folder");
  }

  @Test
  void open_emptyFile_isTruncated() throws IOException {
    assertRefused(new byte[0], TRUNCATED);
  }

  // With matching checksums from here on.

  @ParameterizedTest
  @CsvSource({
    "8,  0,          OLDER_VERSION",
    "8,  2,          NEWER_VERSION",
    "8,  -1,         NEWER_VERSION",
    "16, 64,         DAMAGED",
    "32, 0,          DAMAGED",
    "32, 64,         DAMAGED",
    "32, 1088,       DAMAGED",
    "36, 0,          UNKNOWN_PERMUTATION",
    "36, 2,          UNKNOWN_PERMUTATION",
    "36, -1,         UNKNOWN_PERMUTATION",
    "40, 0,          DAMAGED",
    "40, 5,          DAMAGED",
    "40, 7,          DAMAGED",
    "40, 8,          DAMAGED",
    "40, -1,         DAMAGED",
    "40, 2147483647, DAMAGED",
    "44, 5,          DAMAGED",
    "44, 6,          DAMAGED",
    "44, 8,          DAMAGED",
    "44, 268435456,  DAMAGED",
    "44, -1,         DAMAGED",
    "48, 1,          DAMAGED",
    "48, 16,         DAMAGED",
    "48, -1,         DAMAGED",
    "52, 3,          DAMAGED",
    "56, 0,          DAMAGED",
    "60, 0,          DAMAGED",
    "60, 4,          DAMAGED",
    "60, 33,         DAMAGED",
    "60, -1,         DAMAGED",
    "64, 0,          DAMAGED",
    "96, 0,          DAMAGED",
    "96, 320,        DAMAGED",
    "104, 193,       DAMAGED",
    "108, 1,         DAMAGED",
    "152, 0,         DAMAGED",
    "152, 24,        DAMAGED",
  })
  void open_wrongNumberInHeader_isRefused(int at, int value, Reason reason) throws IOException {
    assertRefused(new SegmentBytes(sound).withInt(at, value).toArray(), reason);
  }

  @Test
  void open_hugeCountsThatAgree_areRefusedBeforeRoomIsMade() throws IOException {
    int many = 1 << 28;
    SegmentBytes bytes = new SegmentBytes(sound).withInt(40, many).withInt(44, many);
    long offset = bytes.headerLength();
    long[] lengths = {32L * many, 8L * many, 4L * many, 0, 0};
    for (int i = 0; i < lengths.length; i++) {
      bytes.withLong(96 + 24 * i, offset).withLong(104 + 24 * i, lengths[i]);
      offset += lengths[i];
    }
    assertRefused(bytes.toArray(), DAMAGED);
    assertRefused(bytes.withLong(16, offset).toArray(), TRUNCATED);
  }

  @Test
  void open_newerVersionWithAnotherHeader_isCalledNewer() throws IOException {
    byte[] bytes = Arrays.copyOf(sound, 64);
    SegmentBytes newer = new SegmentBytes(bytes).withInt(12, 64).withInt(8, 9);
    assertRefused(newer.withLong(16, 64).toArray(), NEWER_VERSION);
    assertRefused(newer.withInt(8, 1).toArray(), DAMAGED);
  }

  @Test
  void open_contradictorySections_isRefused() throws IOException {
    sound = written(RandomHashes.width(64), 1);
    int starts = 5;
    int last = 65_536;
    assertRefused(new SegmentBytes(sound).withIntIn(3, 5, 8).toArray(), DAMAGED);
    assertRefused(new SegmentBytes(sound).withIntIn(starts, 0, -1).toArray(), DAMAGED);
    assertRefused(new SegmentBytes(sound).withIntIn(starts, 9_999, 7).toArray(), DAMAGED);
    assertRefused(new SegmentBytes(sound).withIntIn(starts, last, 5).toArray(), DAMAGED);
    assertRefused(new SegmentBytes(sound).withIntIn(starts + 9, last, 7).toArray(), DAMAGED);
    assertRefused(new SegmentBytes(sound).withInt(52, 2).toArray(), DAMAGED);
    assertRefused(new SegmentBytes(sound).withInt(52, 4).toArray(), DAMAGED);
    assertRefused(new SegmentBytes(sound).withInt(52, 5).toArray(), DAMAGED);
  }

  @Test
  void open_sectionOfTwoGibibytes_isNotMapped() throws IOException {
    int many = 1 << 26;
    SegmentBytes bytes = new SegmentBytes(sound).withInt(40, many).withInt(44, many);
    long offset = bytes.headerLength();
    long[] lengths = {32L * many, 8L * many, 4L * many, 0, 0};
    for (int i = 0; i < lengths.length; i++) {
      bytes.withLong(96 + 24 * i, offset).withLong(104 + 24 * i, lengths[i]);
      offset += lengths[i];
    }
    Files.write(file, Arrays.copyOf(bytes.withLong(16, offset).toArray(), bytes.headerLength()));
    // A hole takes no room on the disk.
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      open.setLength(offset);
    }
    assertRefused(SegmentAccess.MAPPED, TOO_LARGE_TO_MAP, "2 GiB");
    assertThat(refusal(SegmentAccess.MAPPED))
        .hasMessageContainingAll("hashes", "2147483647", "READ");
  }
}
