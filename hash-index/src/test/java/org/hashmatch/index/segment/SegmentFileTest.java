package org.hashmatch.index.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.index.HashIndex;
import org.hashmatch.index.Match;
import org.hashmatch.index.RandomHashes;
import org.hashmatch.index.internal.PackedRows;
import org.hashmatch.index.internal.PostingTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is what is opened. */
final class SegmentFileTest {

  private static final long SEQUENCE = 20_261_107;

  @TempDir private Path folder;

  static Stream<Arguments> contents() {
    return Stream.of(64, 256, 1024)
        .flatMap(
            bits -> Stream.of(SegmentContent.values()).map(content -> Arguments.of(bits, content)));
  }

  @ParameterizedTest
  @MethodSource("contents")
  void open_writtenIndex_answersLikeIt(int bits, SegmentContent content) throws IOException {
    MultiIndexHashingIndex index = content.index(bits);
    Path file = folder.resolve("it.segment");
    SegmentFile.write(file, index, SEQUENCE);
    for (SegmentAccess access : SegmentAccess.values()) {
      SegmentFile opened = SegmentFile.open(file, access);
      assertThat(opened.algorithm()).isEqualTo(index.algorithm());
      assertThat(opened.sequence()).isEqualTo(SEQUENCE);
      assertSameAnswers(opened.index(), index, content.queries(bits));
      assertIsOnlyHeapIf(access == SegmentAccess.READ, opened.index());
    }
    assertThat(folder).isDirectoryContaining(path -> path.equals(file));
    assertThat(filesInFolder()).containsExactly("it.segment");
  }

  private static void assertIsOnlyHeapIf(boolean expected, MultiIndexHashingIndex index) {
    IndexStatistics statistics = index.statistics();
    assertThat(statistics.segments()).isEqualTo(index.size() == 0 ? 0 : 1);
    boolean hasHeap = statistics.heapBytes() > bufferBytes(index.algorithm());
    assertThat(hasHeap).isEqualTo(expected && index.size() > 0);
  }

  private static long bufferBytes(HashAlgorithm algorithm) {
    return new MultiIndexHashingIndex(algorithm).statistics().heapBytes();
  }

  private static void assertSameAnswers(
      HashIndex actual, HashIndex expected, List<ImageHash> queries) {
    assertThat(actual.size()).isEqualTo(expected.size());
    for (ImageHash query : queries) {
      int bits = expected.algorithm().bits();
      for (int radius : new int[] {0, 7, 31, bits / 4, bits}) {
        assertThat(actual.search(query, radius))
            .as("seed %d radius %d", SegmentContent.SEED, radius)
            .isEqualTo(expected.search(query, radius));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(SegmentContent.class)
  void write_openedIndex_givesTheSameBytes(SegmentContent content) throws IOException {
    Path file = folder.resolve("first");
    SegmentFile.write(file, content.index(64), SEQUENCE);
    for (SegmentAccess access : SegmentAccess.values()) {
      Path again = folder.resolve("again");
      SegmentFile.write(again, SegmentFile.open(file, access).index(), SEQUENCE);
      assertThat(again).hasSameBinaryContentAs(file);
    }
  }

  @Test
  void write_sameContentOtherHistory_givesTheSameBytes() throws IOException {
    MultiIndexHashingIndex index = SegmentContent.SHARED_ROWS.index(256);
    Path atOnce = folder.resolve("at-once");
    SegmentFile.write(atOnce, index, SEQUENCE);
    RandomHashes random = new RandomHashes(index.algorithm(), 17);
    for (long id = 1; id <= 5_000; id++) {
      index.add(id, random.next());
    }
    LongStream.rangeClosed(1, 5_000).forEach(index::remove);
    Path inSteps = folder.resolve("in-steps");
    SegmentFile.write(inSteps, index, SEQUENCE);
    assertThat(inSteps).hasSameBinaryContentAs(atOnce);
  }

  @ParameterizedTest
  @EnumSource(SegmentAccess.class)
  void index_changedAfterOpening_answersLikeOneThatWasNeverWritten(SegmentAccess access)
      throws IOException {
    for (SegmentContent content : SegmentContent.values()) {
      Path file = folder.resolve("it");
      MultiIndexHashingIndex expected = content.index(256);
      SegmentFile.write(file, expected, SEQUENCE);
      // Small buffers: soon what was opened is merged with what was added.
      MultiIndexHashingIndex opened =
          SegmentFile.open(file, access, SegmentContent.SMALL_BUFFERS).index();
      change(expected);
      change(opened);
      assertSameAnswers(opened, expected, content.queries(256));
      SegmentFile.write(file, opened, SEQUENCE);
      assertSameAnswers(SegmentFile.open(file, access).index(), expected, content.queries(256));
    }
  }

  private static void change(HashIndex index) {
    RandomHashes random = new RandomHashes(index.algorithm(), 18);
    ImageHash centre = random.next();
    for (int i = 0; i < 200; i++) {
      index.remove(7L * i);
      index.remove(-3L * i);
      index.add(1_000_001 + i, random.at(i % 40, centre));
    }
    for (int i = 0; i < 200; i += 2) {
      assertThat(index.remove(1_000_001 + i)).isTrue();
    }
    index.add(0, centre);
    assertThatThrownBy(() -> index.add(0, centre)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void write_changedIndex_leavesItAsItIs() throws IOException {
    MultiIndexHashingIndex index = SegmentContent.MANY_PARTS.index(256);
    IndexStatistics before = index.statistics();
    SegmentFile.write(folder.resolve("it"), index, SEQUENCE);
    assertThat(before.segments()).isGreaterThan(1);
    assertThat(index.statistics()).isEqualTo(before);
  }

  @Test
  void open_rowNumbersOfFourBytes_answersLikeThree() throws IOException {
    MultiIndexHashingIndex index = SegmentContent.BATCH.index(64);
    Segment segment = index.whole();
    PostingTable[] tables =
        Stream.of(segment.tables())
            .map(SegmentFileTest::withRowNumbersOfFourBytes)
            .toArray(PostingTable[]::new);
    Segment wide = new Segment(segment.rows(), segment.rowCount(), tables, segment.entries());
    Path file = folder.resolve("it");
    SegmentFile.write(file, index.algorithm(), wide, SEQUENCE);
    for (SegmentAccess access : SegmentAccess.values()) {
      MultiIndexHashingIndex opened = SegmentFile.open(file, access).index();
      assertThat(opened.whole().tables()[3].rows().stride()).isEqualTo(4);
      assertSameAnswers(opened, index, SegmentContent.BATCH.queries(64));
    }
  }

  private static PostingTable withRowNumbersOfFourBytes(PostingTable table) {
    int count = table.start(65_536);
    ByteBuffer bytes =
        ByteBuffer.allocate(PackedRows.bytes(count, 4)).order(ByteOrder.LITTLE_ENDIAN);
    for (int posting = 0; posting < count; posting++) {
      bytes.putInt(4 * posting, table.row(posting));
    }
    return PostingTable.of(table.starts(), new PackedRows(bytes, 4), table.sketches());
  }

  @Test
  void sequence_anyNumber_isKept() throws IOException {
    Path file = folder.resolve("it");
    for (long sequence : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
      SegmentFile.write(file, SegmentContent.EMPTY.index(64), sequence);
      assertThat(SegmentFile.open(file, SegmentAccess.READ).sequence()).isEqualTo(sequence);
    }
  }

  @Test
  void algorithm_longestName_isKept() throws IOException {
    HashAlgorithm algorithm = new HashAlgorithm("a".repeat(32), Integer.MAX_VALUE, 1024);
    Path file = folder.resolve("it");
    SegmentFile.write(file, new MultiIndexHashingIndex(algorithm), SEQUENCE);
    assertThat(SegmentFile.open(file, SegmentAccess.MAPPED).algorithm()).isEqualTo(algorithm);
  }

  @Test
  void write_relativePath_writesThere() throws IOException {
    Path relative = Path.of("").toAbsolutePath().relativize(folder.resolve("it"));
    SegmentFile.write(relative, SegmentContent.ONE.index(64), SEQUENCE);
    assertThat(SegmentFile.open(relative, SegmentAccess.READ).index().size()).isOne();
  }

  @Test
  void write_overMappedFile_leavesItsIndexAsItWas() throws IOException {
    Path file = folder.resolve("it");
    MultiIndexHashingIndex index = SegmentContent.SHARED_ROWS.index(256);
    SegmentFile.write(file, index, 1);
    MultiIndexHashingIndex mapped = SegmentFile.open(file, SegmentAccess.MAPPED).index();
    SegmentFile.write(file, SegmentContent.ONE.index(256), 2);
    assertSameAnswers(mapped, index, SegmentContent.SHARED_ROWS.queries(256));
    assertThat(SegmentFile.open(file, SegmentAccess.MAPPED).index().size()).isOne();
    SegmentFile.write(file, mapped, 3);
    assertSameAnswers(
        SegmentFile.open(file, SegmentAccess.READ).index(),
        index,
        SegmentContent.SHARED_ROWS.queries(256));
  }

  @Test
  void write_whileAnotherThreadAdds_holdsAStateInBetween() throws Exception {
    int size = 20_000;
    MultiIndexHashingIndex index = new MultiIndexHashingIndex(HashAlgorithm.PDQ);
    RandomHashes random = new RandomHashes(HashAlgorithm.PDQ, 19);
    Path file = folder.resolve("it");
    ExecutorService writer = Executors.newSingleThreadExecutor();
    try {
      Future<?> adding =
          writer.submit(
              () -> {
                for (int i = 0; i < size; i++) {
                  index.add(i, random.next());
                }
              });
      while (!adding.isDone()) {
        int least = index.size();
        SegmentFile.write(file, index, SEQUENCE);
        MultiIndexHashingIndex opened = SegmentFile.open(file, SegmentAccess.READ).index();
        assertThat(opened.size()).isBetween(least, index.size());
        assertThat(opened.search(random.zero(), 256))
            .extracting(Match::id)
            .containsExactlyInAnyOrderElementsOf(
                LongStream.range(0, opened.size()).boxed().toList());
      }
      adding.get();
    } finally {
      writer.shutdownNow();
    }
  }

  @Test
  void write_leftOversOfKilledWriters_deletesThemOnly() throws IOException {
    Path file = folder.resolve("it");
    List<String> others =
        List.of(
            ".it.0123456789abcdef.bak",
            ".it.0123456789abcde.tmp",
            ".it.more.0123456789abcdef.tmp",
            ".other.0123456789abcdef.tmp",
            "it.0123456789abcdef.tmp");
    for (String other : others) {
      Files.createFile(folder.resolve(other));
    }
    Files.createFile(folder.resolve(".it.0123456789abcdef.tmp"));
    Files.writeString(folder.resolve(".it.fedcba9876543210.tmp"), "half a segment");
    SegmentFile.write(file, SegmentContent.ONE.index(64), SEQUENCE);
    List<String> expected = new ArrayList<>(others);
    expected.add("it");
    assertThat(filesInFolder()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void write_toAFolder_failsAndLeavesNothing() throws IOException {
    Path target = Files.createDirectory(folder.resolve("it"));
    Files.createFile(target.resolve("something"));
    MultiIndexHashingIndex index = SegmentContent.ONE.index(64);
    assertThatThrownBy(() -> SegmentFile.write(target, index, SEQUENCE))
        .isInstanceOf(IOException.class);
    assertThat(filesInFolder()).containsExactly("it");
    assertThat(target.resolve("something")).exists();
  }

  @Test
  void write_interruptedThread_failsAndLeavesTheOldFile() throws IOException {
    Path file = folder.resolve("it");
    SegmentFile.write(file, SegmentContent.ONE.index(64), 1);
    MultiIndexHashingIndex index = SegmentContent.FEW.index(64);
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> SegmentFile.write(file, index, 2)).isInstanceOf(IOException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(filesInFolder()).containsExactly("it");
    assertThat(SegmentFile.open(file, SegmentAccess.READ).sequence()).isOne();
  }

  @Test
  void write_folderMissing_throws() {
    Path file = folder.resolve("missing").resolve("it");
    MultiIndexHashingIndex index = SegmentContent.ONE.index(64);
    assertThatThrownBy(() -> SegmentFile.write(file, index, SEQUENCE))
        .isInstanceOf(NoSuchFileException.class);
  }

  @ParameterizedTest
  @EnumSource(SegmentAccess.class)
  void open_missingFile_throws(SegmentAccess access) {
    assertThatThrownBy(() -> SegmentFile.open(folder.resolve("it"), access))
        .isInstanceOf(NoSuchFileException.class);
  }

  private List<String> filesInFolder() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
