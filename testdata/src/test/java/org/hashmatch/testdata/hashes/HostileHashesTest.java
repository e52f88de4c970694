package org.hashmatch.testdata.hashes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HostileHashesTest {

  private static final int ROWS = 1000;
  private static final long[] ZERO = new long[HashRows.WORDS];

  @Test
  void everySet_ofThousandRows_isTheOnePinned() {
    assertThat(HashFacts.sum(HostileHashes.halfZero(ROWS))).isEqualTo(4954085201399303002L);
    assertThat(HashFacts.sum(HostileHashes.sparse(ROWS))).isEqualTo(1112349812390019406L);
    assertThat(HashFacts.sum(HostileHashes.cluster(ROWS))).isEqualTo(-679539375353218309L);
    assertThat(HashFacts.sum(HostileHashes.aroundCluster(ROWS))).isEqualTo(9069845158760953461L);
    assertThat(HashFacts.sum(HostileHashes.identical(ROWS))).isEqualTo(-6687396875182828200L);
  }

  @Test
  void without_someBits_clearsTheseAndNoOthers() {
    long[] uniform = UniformHashes.bank(ROWS);

    long[] cleared = HostileHashes.without(uniform, 0, 63, 64, 255);

    assertThat(HashRows.row(cleared, 999))
        .containsExactly(
            uniform[3996] & ~(1L << 63 | 1L),
            uniform[3997] & ~1L,
            uniform[3998],
            uniform[3999] & ~(1L << 63));
    assertThat(uniform).isEqualTo(UniformHashes.bank(ROWS));
  }

  @Test
  void halfZero_ofARow_isZeroEveryOtherTime() {
    long[] bank = HostileHashes.halfZero(ROWS);

    assertThat(HashFacts.popcounts(bank).filter(count -> count == 0)).hasSize(ROWS / 2);
    assertThat(HashRows.row(bank, 7)).isEqualTo(HashRows.row(UniformHashes.bank(8), 7));
  }

  @Test
  void sparse_ofTheQueries_areNearZeroFortyFiveTimesInAHundred() {
    assertThat(HashFacts.matching(HostileHashes.sparse(ROWS), ZERO, 31))
        .isCloseTo(450, within(40L));
  }

  @Test
  void cluster_everyTenthRow_isFortyFiveFlipsFromTheCentre() {
    long[] bank = HostileHashes.cluster(ROWS);
    long[] centre = HostileHashes.identical(1);

    assertThat(distances(centre, bank).filter(distance -> distance == 45)).hasSize(ROWS / 10);
    assertThat(distances(centre, HostileHashes.aroundCluster(ROWS))).containsOnly(40);
    assertThat(HashFacts.matching(HostileHashes.aroundCluster(100), bank, 31)).isZero();
  }

  @Test
  void identical_ofEveryRow_isTheSame() {
    long[] bank = HostileHashes.identical(ROWS);

    assertThat(distances(HashRows.row(bank, 0), bank)).containsOnly(0);
  }

  @Test
  void complements_ofMoreThanTheBankHas_beginAgain() {
    long[] bank = UniformHashes.bank(3);

    long[] complements = HostileHashes.complements(bank, 4);

    assertThat(HashRows.distance(HashRows.row(complements, 1), bank, 1)).isEqualTo(256);
    assertThat(HashRows.row(complements, 3)).isEqualTo(HashRows.row(complements, 0));
  }

  private static IntStream distances(long[] hash, long[] hashes) {
    return IntStream.range(0, HashRows.count(hashes)).map(i -> HashRows.distance(hash, hashes, i));
  }
}
