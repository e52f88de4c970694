package org.hashmatch.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.index.HashBatch;
import org.hashmatch.index.segment.MultiIndexHashingIndex;
import org.hashmatch.index.segment.SegmentAccess;
import org.hashmatch.index.segment.SegmentFile;

/**
 * How long an index takes to be built, written to a file, and opened again, verified, by each
 * access. A program, because each of these takes seconds. The file stays in the cache of the system
 * between writing and opening.
 */
public final class SegmentFiles {

  private static final int ROUNDS = 3;

  private SegmentFiles() {}

  /**
   * Runs the measurement.
   *
   * @param args how many hashes, and a folder for the file
   * @throws IOException if the file cannot be written or read
   */
  public static void main(String[] args) throws IOException {
    run(Integer.parseInt(args[0]), Path.of(args[1]), System.out);
  }

  static void run(int hashes, Path folder, PrintStream out) throws IOException {
    Path file = folder.resolve("hashes.segment");
    HashBatch batch = OurIndex.batch(HashData.UNIFORM.bank(hashes));
    for (int round = 0; round < ROUNDS; round++) {
      MultiIndexHashingIndex index = new MultiIndexHashingIndex(HashAlgorithm.PDQ);
      print(out, "build", () -> index.addAll(batch));
      print(out, "write", () -> SegmentFile.write(file, index, 1));
      for (SegmentAccess access : SegmentAccess.values()) {
        print(out, "open " + access, () -> check(SegmentFile.open(file, access), hashes));
      }
    }
    out.printf("%d bytes, %.1f a hash%n", Files.size(file), (double) Files.size(file) / hashes);
    Files.delete(file);
  }

  private static void check(SegmentFile file, int hashes) {
    if (file.index().size() != hashes) {
      throw new IllegalStateException("opened " + file.index().size() + " hashes of " + hashes);
    }
  }

  private interface Step {
    void run() throws IOException;
  }

  private static void print(PrintStream out, String name, Step step) throws IOException {
    long start = System.nanoTime();
    step.run();
    out.printf("%-12s %7.2f s%n", name, (System.nanoTime() - start) / 1e9);
  }
}
