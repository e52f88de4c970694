package org.hashmatch.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.hashmatch.hash.HashedImage;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.algorithm.PdqHasher;
import org.hashmatch.hash.decode.DecodedImage;
import org.hashmatch.hash.decode.ImageDecoder;
import org.hashmatch.hash.decode.ImageGuard;
import org.hashmatch.hash.decode.JavaDecoder;
import org.hashmatch.javacv.OpenCvDecoder;
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
 * The bytes of a camera's JPEG to the eight hashes and quality, guard included, with each decoder;
 * beside decoding alone, which no hash can do without.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class JpegHashBenchmark {

  @Param("4000x3000")
  public String size = "4000x3000";

  private final ImageGuard guard = ImageGuard.withDefaults();
  private final PdqHasher hasher = PdqHasher.full();
  private final ImageDecoder openCv = OpenCvDecoder.load();
  private final ImageDecoder java = new JavaDecoder();
  private byte[] jpeg = {};

  @Setup
  public void encode() throws IOException {
    jpeg = DrawnPicture.of(size).jpeg();
  }

  private HashedImage hash(ImageDecoder decoder) throws UnscreenableException {
    try (DecodedImage decoded = decoder.decode(guard.admit(jpeg))) {
      return hasher.hash(decoded.pixels());
    }
  }

  /** The baseline: all pixels, and nothing made of them. */
  @Benchmark
  public int openCvDecodeOnly() throws UnscreenableException {
    try (DecodedImage decoded = openCv.decode(guard.admit(jpeg))) {
      return decoded.pixels().rgb(0, 0);
    }
  }

  @Benchmark
  public HashedImage openCvFull() throws UnscreenableException {
    return hash(openCv);
  }

  /** As screening does it: decoded at an eighth, with the weights of all pixels. */
  @Benchmark
  public HashedImage openCvReduced() throws UnscreenableException {
    try (DecodedImage decoded = openCv.decode(guard.admit(jpeg), hasher.sufficientSide())) {
      return hasher.hash(decoded.pixels());
    }
  }

  @Benchmark
  public HashedImage javaFull() throws UnscreenableException {
    return hash(java);
  }
}
