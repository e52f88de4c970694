package org.hashmatch.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class SplitMix64Test {

  /** The first numbers that S. Vigna's splitmix64.c gives for this seed. */
  @Test
  void next_ofAKnownSeed_isTheReferences() {
    SplitMix64 random = new SplitMix64(1234567);

    assertThat(LongStream.generate(random::next).limit(5).mapToObj(Long::toUnsignedString))
        .containsExactly(
            "6457827717110365317",
            "3203168211198807973",
            "9817491932198370423",
            "4593380528125082431",
            "16408922859458223821");
  }

  @Test
  void next_belowABound_isEvenAndWithinIt() {
    SplitMix64 random = new SplitMix64(21);
    int[] counts = new int[7];
    IntStream.range(0, 70_000).forEach(i -> counts[random.next(7)]++);

    assertThat(IntStream.of(counts)).allMatch(count -> Math.abs(count - 10_000) < 400);
  }
}
