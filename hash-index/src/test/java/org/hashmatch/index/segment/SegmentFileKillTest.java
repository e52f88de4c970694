package org.hashmatch.index.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.index.DataSet;
import org.hashmatch.index.HashBatch;
import org.hashmatch.index.RandomHashes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is left by writers that do not come to their end: other processes, killed at any moment or
 * out of room. More kills than usual: {@code -Dhashmatch.kills=2000}.
 */
final class SegmentFileKillTest {

  private static final int KILLS = Integer.getInteger("hashmatch.kills", 20);
  private static final int LONGEST_WRITING_MILLIS = 40;
  private static final long SEED = 299_792;
  private static final String READY = "ready";
  private static final String FAILED = "failed";
  private static final HashAlgorithm ALGORITHM = RandomHashes.width(64);
  // Without and with posting tables: a thousand bytes, and a million.
  private static final List<Integer> SIZES = List.of(30, 5_000);

  @TempDir private Path folder;

  /** The other process: writes one generation after the other, and says so after each. */
  public static void main(String[] arguments) {
    List<MultiIndexHashingIndex> indexes = SIZES.stream().map(SegmentFileKillTest::index).toList();
    System.out.println(READY);
    for (long generation = Long.parseLong(arguments[1]); ; generation++) {
      try {
        SegmentFile.write(Path.of(arguments[0]), of(generation, indexes), generation);
      } catch (IOException e) {
        System.out.println(FAILED);
        return;
      }
      System.out.println(generation);
    }
  }

  private static MultiIndexHashingIndex index(int size) {
    HashBatch batch = new HashBatch(ALGORITHM);
    List<ImageHash> hashes = DataSet.CLUSTERED.hashes(ALGORITHM, size, SEED);
    for (int i = 0; i < size; i++) {
      batch.add(-i, hashes.get(i));
    }
    MultiIndexHashingIndex index = new MultiIndexHashingIndex(ALGORITHM);
    index.addAll(batch);
    return index;
  }

  private static MultiIndexHashingIndex of(long generation, List<MultiIndexHashingIndex> indexes) {
    return indexes.get((int) (generation % indexes.size()));
  }

  @Test
  void write_killedAtAnyMoment_leavesTheLatestOrTheNextGeneration() throws Exception {
    Path file = folder.resolve("it.segment");
    List<MultiIndexHashingIndex> indexes = SIZES.stream().map(SegmentFileKillTest::index).toList();
    SplittableRandom random = new SplittableRandom(SEED);
    SegmentFile.write(file, of(0, indexes), 0);
    long known = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      long acknowledged = writeAndKill(file, known, random.nextInt(LONGEST_WRITING_MILLIS));
      SegmentAccess access = kill % 2 == 0 ? SegmentAccess.READ : SegmentAccess.MAPPED;
      SegmentFile opened = SegmentFile.open(file, access);
      assertThat(opened.sequence())
          .as("seed %d kill %d", SEED, kill)
          .isBetween(acknowledged, acknowledged + 1);
      assertHolds(of(opened.sequence(), indexes), opened.index());
      known = opened.sequence();
    }
    SegmentFile.write(file, of(0, indexes), 0);
    assertThat(filesInFolder()).containsExactly("it.segment");
  }

  private static void assertHolds(MultiIndexHashingIndex expected, MultiIndexHashingIndex actual) {
    ImageHash query = new RandomHashes(ALGORITHM, SEED).zero();
    assertThat(actual.search(query, ALGORITHM.bits()))
        .isEqualTo(expected.search(query, ALGORITHM.bits()));
  }

  /** Tells the last generation that the writer has called written. */
  private long writeAndKill(Path file, long known, int millis) throws Exception {
    Process writer = new ProcessBuilder(command(file, known + 1)).start();
    try (BufferedReader output = writer.inputReader()) {
      assertThat(output.readLine()).isEqualTo(READY);
      Thread.sleep(millis);
      // By its handle: to destroy the process itself would lose what it has said.
      assertThat(writer.toHandle().destroyForcibly()).isTrue();
      writer.waitFor();
      return output.lines().mapToLong(Long::parseLong).max().orElse(known);
    } finally {
      writer.destroyForcibly();
    }
  }

  private static List<String> command(Path file, long firstGeneration) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx128m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        SegmentFileKillTest.class.getName(),
        file.toString(),
        Long.toString(firstGeneration));
  }

  /** A limit of the system on the length of a file stops a write in its middle, as a full disk. */
  @Test
  void write_noMoreRoom_leavesTheOldGeneration() throws Exception {
    assumeThat(File.separatorChar).as("has a shell with limits").isEqualTo('/');
    Path file = folder.resolve("it.segment");
    List<String> limited = new ArrayList<>(List.of("sh", "-c", "ulimit -f 400; exec \"$@\"", "sh"));
    limited.addAll(command(file, 0));
    Process writer = new ProcessBuilder(limited).start();
    try (BufferedReader output = writer.inputReader()) {
      assertThat(output.lines()).containsExactly(READY, "0", FAILED);
    } finally {
      writer.destroyForcibly();
    }
    assertThat(filesInFolder()).containsExactly("it.segment");
    assertThat(SegmentFile.open(file, SegmentAccess.READ).sequence()).isZero();
  }

  private List<String> filesInFolder() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
