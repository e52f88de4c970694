package org.hashmatch.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.hashmatch.hash.HashedImage;
import org.hashmatch.hash.algorithm.PdqHasher;
import org.hashmatch.hash.image.PixelImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However large the picture, hashing it leaves nothing on the heap but the result. */
class AllocationTest {

  /**
   * Eight hashes of two objects each and what holds them are 720 bytes; code that is not compiled
   * yet boxes a little more. A single row of the picture would be 4,000.
   */
  private static final long RESULT_BYTES = 2000;

  private static final int TIMES = 200;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void hash_inSteadyState_allocatesTheResultOnly(boolean flat) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    PixelImage image = picture(flat);
    PdqHasher hasher = PdqHasher.full();
    long bits = bitsOfSome(hasher, image);

    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    bits += bitsOfSome(hasher, image);
    long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;

    assertThat(bits).isPositive();
    assertThat(allocated / TIMES).isLessThan(RESULT_BYTES);
  }

  private static long bitsOfSome(PdqHasher hasher, PixelImage image) {
    long bits = 0;
    for (int i = 0; i < TIMES; i++) {
      HashedImage hashed = hasher.hash(image);
      bits += 1 + hashed.untrusted().original().bitCount();
    }
    return bits;
  }

  /** A flat one takes the reference's own steps. */
  private static PixelImage picture(boolean flat) {
    byte[] samples = new byte[1000 * 400];
    if (!flat) {
      new Random(1).nextBytes(samples);
    }
    return PixelImage.grey(1000, 400, 1000, samples);
  }
}
