package org.hashmatch.benchmarks;

import java.util.concurrent.TimeUnit;
import org.hashmatch.hash.HashedImage;
import org.hashmatch.hash.algorithm.AHasher;
import org.hashmatch.hash.algorithm.BlockHasher;
import org.hashmatch.hash.algorithm.DHasher;
import org.hashmatch.hash.algorithm.ImageHasher;
import org.hashmatch.hash.algorithm.PHasher;
import org.hashmatch.hash.algorithm.PdqHasher;
import org.hashmatch.hash.algorithm.WHasher;
import org.hashmatch.hash.image.PixelImage;
import org.hashmatch.javacv.OpenCvHasher;
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

/**
 * Pixels to the eight hashes and quality, by each algorithm of the family; PDQ is the baseline,
 * because all the others compute its quality as well. PDQ's two ways to its eight hashes are beside
 * each other: the reference's, and the one for looking up.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class HashFamilyBenchmark {

  @Param({"512x512", "4000x3000"})
  public String size = "512x512";

  private final PdqHasher pdq = PdqHasher.full();
  private final ImageHasher pHash64 = PHasher.bits64();
  private final ImageHasher pHash256 = PHasher.bits256();
  private final ImageHasher dHash64 = DHasher.horizontal64();
  private final ImageHasher dHash256 = DHasher.horizontal256();
  private final ImageHasher aHash64 = AHasher.bits64();
  private final ImageHasher wHash64 = WHasher.bits64();
  private final ImageHasher blockHash256 = BlockHasher.bits256();
  private PixelImage bgr = DrawnPicture.BLACK_PIXEL.bgr();

  @Setup
  public void draw() {
    bgr = DrawnPicture.of(size).bgr();
  }

  @Benchmark
  public HashedImage pdq() {
    return pdq.hash(bgr);
  }

  @Benchmark
  public HashedImage pdqToMatch() {
    return pdq.hashToMatch(bgr);
  }

  @Benchmark
  public HashedImage pHash64() {
    return pHash64.hash(bgr);
  }

  @Benchmark
  public HashedImage pHash256() {
    return pHash256.hash(bgr);
  }

  @Benchmark
  public HashedImage dHash64() {
    return dHash64.hash(bgr);
  }

  @Benchmark
  public HashedImage dHash256() {
    return dHash256.hash(bgr);
  }

  @Benchmark
  public HashedImage aHash64() {
    return aHash64.hash(bgr);
  }

  @Benchmark
  public HashedImage wHash64() {
    return wHash64.hash(bgr);
  }

  @Benchmark
  public HashedImage blockHash256() {
    return blockHash256.hash(bgr);
  }

  @Benchmark
  public HashedImage openCvMarrHildreth(OpenCv openCv) {
    return openCv.marrHildreth.hash(bgr);
  }

  @Benchmark
  public HashedImage openCvBlockMean(OpenCv openCv) {
    return openCv.blockMean.hash(bgr);
  }

  /** Loaded for those two only. */
  @State(Scope.Benchmark)
  public static class OpenCv {
    private final ImageHasher marrHildreth = OpenCvHasher.marrHildreth();
    private final ImageHasher blockMean = OpenCvHasher.blockMean();
  }
}
