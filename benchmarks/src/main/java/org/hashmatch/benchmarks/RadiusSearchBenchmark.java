package org.hashmatch.benchmarks;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.index.HashIndex;
import org.hashmatch.index.segment.LinearScanIndex;
import org.hashmatch.index.Match;
import org.hashmatch.index.segment.MultiIndexHashingIndex;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** All hashes within a radius, by the index and by the baseline, a linear scan. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RadiusSearchBenchmark {

  private static final int QUERIES = 1024;

  /**
   * Where the hashes lie: everywhere, or half of them so that they share one substring, as a
   * poisoned bank's may.
   */
  public enum Shape {
    UNIFORM,
    HALF_SHARE_A_SUBSTRING
  }

  @Param({"10000", "100000", "1000000"})
  public int hashes = 10_000;

  @Param({"31"})
  public int radius = 31;

  @Param public Shape shape = Shape.UNIFORM;

  private final HashIndex scan = new LinearScanIndex(HashAlgorithm.PDQ);
  private final HashIndex index = new MultiIndexHashingIndex(HashAlgorithm.PDQ);
  private final ImageHash[] queries = new ImageHash[QUERIES];
  private int next;

  /**
   * Literal seeds: 42 for the bank, 4242 for queries that are in no bank, as nearly all uploads
   * are.
   */
  @Setup
  public void fill() {
    SplittableRandom random = new SplittableRandom(42);
    for (int id = 0; id < hashes; id++) {
      ImageHash hash = hash(random, shape == Shape.HALF_SHARE_A_SUBSTRING && id % 2 == 0);
      scan.add(id, hash);
      index.add(id, hash);
    }
    SplittableRandom fresh = new SplittableRandom(4242);
    for (int i = 0; i < QUERIES; i++) {
      queries[i] = hash(fresh, shape == Shape.HALF_SHARE_A_SUBSTRING);
    }
  }

  private static ImageHash hash(SplittableRandom random, boolean shared) {
    long word = random.nextLong();
    return ImageHash.of(
        HashAlgorithm.PDQ,
        shared ? word & ~0xffffL : word,
        random.nextLong(),
        random.nextLong(),
        random.nextLong());
  }

  private ImageHash query() {
    next = (next + 1) % QUERIES;
    return queries[next];
  }

  @Benchmark
  public List<Match> linearScan() {
    return scan.search(query(), radius);
  }

  @Benchmark
  public List<Match> multiIndexHashing() {
    return index.search(query(), radius);
  }
}
