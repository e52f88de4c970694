package org.hashmatch.testdata.hashes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class UniformHashesTest {

  private static final long[] BANK = UniformHashes.bank(2000);

  @Test
  void everySet_ofThousandRows_isTheOnePinned() {
    assertThat(HashFacts.sum(UniformHashes.bank(1000))).isEqualTo(2243717402039025514L);
    assertThat(HashFacts.sum(UniformHashes.fresh(1000))).isEqualTo(-3935243916152987166L);
    assertThat(HashFacts.sum(UniformHashes.near(BANK, 1000))).isEqualTo(-379180302883921229L);
  }

  @Test
  void bank_rowByRow_isTheGeneratorsStream() {
    ItemRandom random = new ItemRandom(42);
    assertThat(BANK).isEqualTo(LongStream.generate(random::next).limit(BANK.length).toArray());
  }

  @Test
  void bank_askedForFewer_beginsWithTheSameRows() {
    assertThat(UniformHashes.bank(10)).isEqualTo(Arrays.copyOf(BANK, 10 * HashRows.WORDS));
  }

  @Test
  void pairs_ofTheBank_areAsFarApartAsCoinsMakeThem() {
    long[] pairs = HashFacts.distances(BANK);

    assertThat(HashFacts.mean(pairs)).isCloseTo(128, within(0.05));
    assertThat(HashFacts.deviation(pairs)).isCloseTo(8, within(0.05));
    assertThat(HashFacts.within(31, pairs)).isZero();
  }

  @Test
  void near_ofASet_isFiveToThirtyOneFlipsFromARow() {
    long[] near = UniformHashes.near(BANK, 1000);

    int[] flips =
        IntStream.range(0, 1000).map(i -> HashFacts.nearest(HashRows.row(near, i), BANK)).toArray();
    assertThat(Arrays.stream(flips).distinct().sorted())
        .containsExactlyElementsOf(IntStream.rangeClosed(5, 31).boxed().toList());
    assertThat(Arrays.stream(flips).average().orElseThrow()).isCloseTo(18, within(1.0));
  }

  @Test
  void fresh_ofASet_matchesNothing() {
    assertThat(HashFacts.matching(UniformHashes.fresh(500), BANK, 63)).isZero();
  }
}
