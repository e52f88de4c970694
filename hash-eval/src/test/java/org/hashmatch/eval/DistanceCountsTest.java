package org.hashmatch.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class DistanceCountsTest {

  private static final double NEVER = Double.POSITIVE_INFINITY;

  /** Distances 3, 1, 4, 1, 5 and one pair without a match. */
  private static final DistanceCounts SMALL = of(3, 1, 4, 1, 5, NEVER);

  private static DistanceCounts of(double... distances) {
    DistanceCounts.Builder builder = DistanceCounts.builder();
    for (double distance : distances) {
      builder.add(distance);
    }
    return builder.build();
  }

  @Test
  void counts_ofASmallCase_areThoseCountedByHand() {
    assertThat(SMALL.total()).isEqualTo(6);
    assertThat(SMALL.finite()).isEqualTo(5);
    assertThat(SMALL.distances()).containsExactly(1.0, 3.0, 4.0, 5.0, NEVER);
    assertThat(SMALL.count(1)).isEqualTo(2);
    assertThat(SMALL.count(2)).isZero();
    assertThat(SMALL.count(0)).isZero();
    assertThat(SMALL.count(NEVER)).isEqualTo(1);
    assertThat(SMALL.count(Double.NaN)).isZero();
  }

  @Test
  void countWithin_isInclusive() {
    assertThat(SMALL.countWithin(Math.nextDown(1.0))).isZero();
    assertThat(SMALL.countWithin(1)).isEqualTo(2);
    assertThat(SMALL.countWithin(3.5)).isEqualTo(3);
    assertThat(SMALL.countWithin(5)).isEqualTo(5);
    assertThat(SMALL.countWithin(1e300)).isEqualTo(5);
    assertThat(SMALL.countWithin(NEVER)).isEqualTo(6);
    assertThat(SMALL.countWithin(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(SMALL.shareWithin(4)).isEqualTo(4 / 6.0);
  }

  /** Of 1, 1, 3, 4, 5: mean 14 / 5, squares 52. */
  @Test
  void moments_areOfTheFiniteDistances() {
    assertThat(SMALL.mean()).hasValueCloseTo(2.8, within(1e-15));
    assertThat(SMALL.variance()).hasValueCloseTo(52 / 5.0 - 2.8 * 2.8, within(1e-14));
    assertThat(of(NEVER).mean()).isEmpty();
    assertThat(of(NEVER).variance()).isEmpty();
    assertThat(of(7).variance()).hasValue(0);
  }

  /** The variance must not be the small difference of two large sums. */
  @Test
  void variance_ofDistancesFarFromZero_keepsItsDigits() {
    assertThat(of(1e9, 1e9 + 1, 1e9 + 2).variance()).hasValueCloseTo(2 / 3.0, within(1e-12));
  }

  @Test
  void quantile_isTheSmallestDistanceWithTheShare() {
    DistanceCounts hundred = DistanceCounts.builder().add(1, 7).add(2, 50).add(3, 43).build();

    assertThat(hundred.quantile(0)).isEqualTo(1);
    assertThat(hundred.quantile(0.07)).isEqualTo(1);
    assertThat(hundred.quantile(Math.nextUp(0.07))).isEqualTo(2);
    assertThat(hundred.quantile(0.57)).isEqualTo(2);
    assertThat(hundred.quantile(0.58)).isEqualTo(3);
    assertThat(hundred.quantile(1)).isEqualTo(3);
    assertThat(SMALL.quantile(1)).isEqualTo(NEVER);
  }

  @Test
  void build_whateverTheOrder_isEqual() {
    List<Double> distances = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(31);
    for (int i = 0; i < 20_000; i++) {
      distances.add((double) random.nextInt(64));
      distances.add(-random.nextDouble());
    }
    DistanceCounts before = of(distances.stream().mapToDouble(d -> d).toArray());
    Collections.shuffle(distances, new Random(32));
    DistanceCounts after = of(distances.stream().mapToDouble(d -> d).toArray());

    assertThat(after).isEqualTo(before).hasSameHashCodeAs(before);
    assertThat(after.mean()).isEqualTo(before.mean());
    assertThat(after.variance()).isEqualTo(before.variance());
    assertThat(before.distances()).hasSize(20_064).isSorted();
    assertThat(before.countWithin(0) - before.count(0)).isEqualTo(20_000);
  }

  @Test
  void addAll_countsAsIfAddedOneByOne() {
    DistanceCounts merged =
        DistanceCounts.builder().addAll(of(1, 5, NEVER)).addAll(of(1, 3, 4)).build();

    assertThat(merged).isEqualTo(SMALL);
    assertThat(merged).isNotEqualTo(of(3, 1, 4, 1, 5)).isNotEqualTo(of(3, 1, 4, 1, 6, NEVER));
    assertThat(DistanceCounts.builder().add(1, 2).add(2, 0).build()).isEqualTo(of(1, 1));
    assertThat(SMALL).hasToString("6 distances, 1.0 to Infinity");
  }

  @Test
  void zeros_areOneDistance() {
    assertThat(of(0.0, -0.0).count(0)).isEqualTo(2);
    assertThat(of(0.0, -0.0).count(-0.0)).isEqualTo(2);
    assertThat(of(-0.0)).isEqualTo(of(0.0));
  }

  @Test
  void millionsOfPairs_areAsManyAsAdded() {
    DistanceCounts.Builder builder = DistanceCounts.builder();
    for (int i = 0; i < 30_000_000; i++) {
      builder.add(i & 255);
    }
    for (int i = 0; i < 500_000; i++) {
      builder.add(-1.0 / (i + 1));
    }
    DistanceCounts counts = builder.build();

    assertThat(counts.total()).isEqualTo(30_500_000);
    assertThat(counts.count(255)).isEqualTo(30_000_000 / 256);
    assertThat(counts.countWithin(-0.1)).isEqualTo(10);
  }

  @Test
  void builder_addedToAfterBuilding_leavesWhatWasBuilt() {
    DistanceCounts.Builder builder = DistanceCounts.builder().add(1);
    DistanceCounts before = builder.build();

    assertThat(builder.add(1).build().total()).isEqualTo(2);
    assertThat(before.total()).isEqualTo(1);
  }

  @Test
  void badInput_namesValueAndBound() {
    DistanceCounts.Builder builder = DistanceCounts.builder();

    assertThatIllegalStateException()
        .isThrownBy(builder::build)
        .withMessage("distance counts need 1 distance or more (got 0)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.add(Double.NaN))
        .withMessage("distance must be a number above -Infinity (got NaN)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.add(Double.NEGATIVE_INFINITY))
        .withMessage("distance must be a number above -Infinity (got -Infinity)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.add(1, -1))
        .withMessage("count must be 0 or more (got -1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SMALL.countWithin(Double.NaN))
        .withMessage("radius must be a number (got NaN)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SMALL.quantile(1.5))
        .withMessage("share must be 0..1 (got 1.5)");
    assertThatIllegalArgumentException().isThrownBy(() -> SMALL.quantile(Double.NaN));
  }

  @Test
  void add_beyondTheLastCount_countsNothing() {
    DistanceCounts.Builder builder = DistanceCounts.builder().add(1, Long.MAX_VALUE);

    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> builder.add(2));
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> builder.addAll(SMALL));
    assertThat(builder.build().total()).isEqualTo(Long.MAX_VALUE);
    assertThat(builder.build().distances()).containsExactly(1.0);
  }
}
