package org.hashmatch.testdata.hashes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RealisticHashesTest {

  private static final long[] BANK = RealisticHashes.bank(20_000);

  @Test
  void everySet_ofThousandRows_isTheOnePinned() {
    assertThat(HashFacts.sum(RealisticHashes.bank(1000))).isEqualTo(8319049516658998359L);
    assertThat(HashFacts.sum(RealisticHashes.fresh(1000))).isEqualTo(1009377863488366458L);
    assertThat(HashFacts.sum(RealisticHashes.hard(1000))).isEqualTo(-3375800081245923313L);
    assertThat(HashFacts.sum(RealisticHashes.mix(1000))).isEqualTo(5171460681196704677L);
    assertThat(HashFacts.sum(RealisticHashes.near(BANK, 1000))).isEqualTo(2159533607388539095L);
  }

  @Test
  void bank_askedForFewer_beginsWithTheSameRows() {
    assertThat(RealisticHashes.bank(10)).isEqualTo(Arrays.copyOf(BANK, 10 * HashRows.WORDS));
  }

  @Test
  void everyHash_ofEveryKind_hasHalfOfItsBitsSet() {
    assertThat(HashFacts.popcounts(BANK)).containsOnly(128);
    assertThat(HashFacts.popcounts(RealisticHashes.hard(1000))).containsOnly(128);
  }

  /**
   * What was measured of the generator's first version, whose source is not kept: 127.96 +- 8.09, a
   * thousandth of the pairs within 100, 2.5e-5 of them within 31.
   */
  @Test
  void pairs_ofTheBank_areAsFarApartAsMeasured() {
    long[] pairs = HashFacts.distances(BANK);

    assertThat(HashFacts.mean(pairs)).isCloseTo(127.96, within(0.05));
    assertThat(HashFacts.deviation(pairs)).isCloseTo(8.09, within(0.05));
    assertThat(HashFacts.within(99, pairs)).isLessThan(0.001);
    assertThat(HashFacts.within(101, pairs)).isGreaterThan(0.001);
    assertThat(HashFacts.within(31, pairs)).isBetween(1.5e-5, 3.0e-5);
  }

  @Test
  void queries_ofEachSet_matchAsOftenAsTheyShould() {
    assertThat(HashFacts.matching(RealisticHashes.fresh(500), BANK, 31)).isLessThan(2);
    assertThat(HashFacts.matching(RealisticHashes.mix(500), BANK, 31)).isBetween(5L, 30L);
    assertThat(HashFacts.matching(RealisticHashes.hard(500), BANK, 31)).isBetween(50L, 150L);
    assertThat(HashFacts.matching(RealisticHashes.near(BANK, 500), BANK, 31)).isEqualTo(500);
  }
}
