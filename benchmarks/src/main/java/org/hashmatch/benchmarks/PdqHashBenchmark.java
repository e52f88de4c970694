package org.hashmatch.benchmarks;

import dev.brachtendorf.jimagehash.hash.Hash;
import dev.brachtendorf.jimagehash.hashAlgorithms.PerceptiveHash;
import java.awt.image.BufferedImage;
import java.util.concurrent.TimeUnit;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_img_hash.PHash;
import org.hashmatch.hash.HashedImage;
import org.hashmatch.hash.algorithm.PdqHasher;
import org.hashmatch.hash.image.PixelImage;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Pixels to the eight hashes and quality, beside the least that any hash of all pixels must do,
 * read each one, and beside the reference's way to do it. Two hashes of other libraries show what
 * is usual where a picture's pixels are not all looked at.
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
  private DrawnPicture picture = DrawnPicture.BLACK_PIXEL;
  private PixelImage argb = picture.packed();
  private PixelImage bgr = picture.bgr();
  private PixelImage grey = picture.grey();

  @Setup
  public void draw() {
    picture = DrawnPicture.of(size);
    argb = picture.packed();
    bgr = picture.bgr();
    grey = picture.grey();
  }

  /** The baseline: memory bandwidth and nothing else. */
  @Benchmark
  public int readEveryPixel() {
    int sum = 0;
    for (int pixel : picture.argb()) {
      sum += pixel;
    }
    return sum;
  }

  @Benchmark
  public HashedImage fullOfArgb() {
    return full.hash(argb);
  }

  @Benchmark
  public HashedImage fullOfBgr() {
    return full.hash(bgr);
  }

  @Benchmark
  public HashedImage fullOfGrey() {
    return full.hash(grey);
  }

  @Benchmark
  public HashedImage nn512OfBgr() {
    return nn512.hash(bgr);
  }

  /** The second baseline: the same hash of the same pixels, by the reference's plain loops. */
  @Benchmark
  public PlainPdq.Result plainReference() {
    return PlainPdq.hash(picture.width(), picture.height(), picture.argb());
  }

  /**
   * JImageHash's perceptive hash of 64 bits. Not comparable work: it looks at 32x32 pixels of the
   * picture, the nearest ones, however large it is, and gives one hash.
   */
  @Benchmark
  public Hash jImageHashPerceptive64(PeerPictures pictures) {
    return pictures.perceptive64.hash(pictures.buffered);
  }

  /**
   * OpenCV's {@code img_hash::PHash} of 64 bits. Not comparable work: it looks at the four pixels
   * around each of 32x32 points of the picture, however large it is, and gives one hash.
   */
  @Benchmark
  public Mat openCvPHash(PeerPictures pictures) {
    pictures.pHash.compute(pictures.mat, pictures.hash);
    return pictures.hash;
  }

  /** The same picture as other libraries want it; OpenCV is loaded for them only. */
  @State(Scope.Benchmark)
  public static class PeerPictures {

    private final PerceptiveHash perceptive64 = new PerceptiveHash(64);
    private final PHash pHash = PHash.create();
    private final Mat hash = new Mat();
    private final Mat mat = new Mat();
    private BufferedImage buffered = DrawnPicture.BLACK_PIXEL.buffered();

    @Setup
    public void convert(PdqHashBenchmark benchmark) {
      DrawnPicture picture = benchmark.picture;
      buffered = picture.buffered();
      mat.create(picture.height(), picture.width(), opencv_core.CV_8UC3);
      mat.data().put(picture.bgrSamples());
    }

    @TearDown
    public void free() {
      mat.close();
      hash.close();
      pHash.close();
    }
  }
}
