package org.hashmatch.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.view.HashedPicture;
import org.hashmatch.hash.view.InProcessHasher;
import org.hashmatch.hash.view.PictureHasher;
import org.hashmatch.javacv.AvailableDecoder;
import org.hashmatch.javacv.worker.IsolatedHasher;
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
 * What it costs to hash an upload in a child process: the same file, the same decoder and hasher,
 * in this process as the baseline. At 2000x1334 the file has 436 KB.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 10, time = 2)
@Fork(1)
public class IsolationBenchmark {

  @Param("2000x1334")
  public String size = "2000x1334";

  private final PictureHasher inProcess = InProcessHasher.pdq(AvailableDecoder.load().decoder());
  private final IsolatedHasher isolated;
  private byte[] jpeg = {};

  public IsolationBenchmark() {
    try {
      isolated = IsolatedHasher.builder().workers(1).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Setup
  public void encode() throws IOException {
    jpeg = DrawnPicture.of(size).jpeg();
  }

  @TearDown
  public void stop() {
    isolated.close();
  }

  @Benchmark
  public HashedPicture inProcess() throws UnscreenableException {
    return inProcess.hashToMatch(jpeg);
  }

  @Benchmark
  public HashedPicture atArmsLength() throws UnscreenableException {
    return isolated.hashToMatch(jpeg);
  }
}
