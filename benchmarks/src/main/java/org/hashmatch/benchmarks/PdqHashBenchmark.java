package org.hashmatch.benchmarks;

import java.util.concurrent.TimeUnit;
import org.hashmatch.hash.HashedImage;
import org.hashmatch.hash.algorithm.PdqHasher;
import org.hashmatch.hash.image.PixelImage;
import org.hashmatch.testdata.scene.Scene;
import org.hashmatch.testdata.scene.SceneKind;
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
 * Pixels to the eight hashes and quality, beside the least that any hash of all pixels must do:
 * read each one.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PdqHashBenchmark {

  @Param({"512x512", "1024x768", "4000x3000"})
  public String size = "512x512";

  private final PdqHasher full = PdqHasher.full();
  private final PdqHasher nn512 = PdqHasher.nn512();
  private int[] argb = {};
  private PixelImage packed = PixelImage.argb(1, 1, new int[1]);
  private PixelImage bgr = packed;

  @Setup
  public void draw() {
    String[] sides = size.split("x", 2);
    int width = Integer.parseInt(sides[0]);
    int height = Integer.parseInt(sides[1]);
    argb = Scene.of(SceneKind.VALLEY, 1).draw(width, height);
    packed = PixelImage.argb(width, height, argb);
    byte[] samples = new byte[3 * argb.length];
    for (int i = 0; i < argb.length; i++) {
      for (int band = 0; band < 3; band++) {
        samples[3 * i + band] = (byte) (argb[i] >> (8 * band));
      }
    }
    bgr = PixelImage.bgr(width, height, 3 * width, samples);
  }

  /** The baseline: memory bandwidth and nothing else. */
  @Benchmark
  public int readEveryPixel() {
    int sum = 0;
    for (int pixel : argb) {
      sum += pixel;
    }
    return sum;
  }

  @Benchmark
  public HashedImage fullOfArgb() {
    return full.hash(packed);
  }

  @Benchmark
  public HashedImage fullOfBgr() {
    return full.hash(bgr);
  }

  @Benchmark
  public HashedImage nn512OfBgr() {
    return nn512.hash(bgr);
  }
}
