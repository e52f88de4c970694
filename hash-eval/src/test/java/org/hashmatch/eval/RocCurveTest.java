package org.hashmatch.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class RocCurveTest {

  private static final double NEVER = Double.POSITIVE_INFINITY;

  private static DistanceCounts of(double... distances) {
    DistanceCounts.Builder builder = DistanceCounts.builder();
    for (double distance : distances) {
      builder.add(distance);
    }
    return builder.build();
  }

  /** Ratings 1 to 5, the greater the more certain, as distances -1 to -5. */
  private static DistanceCounts ofRatings(long... counts) {
    DistanceCounts.Builder builder = DistanceCounts.builder();
    for (int i = 0; i < counts.length; i++) {
      builder.add(-(i + 1), counts[i]);
    }
    return builder.build();
  }

  /**
   * J. A. Hanley and B. J. McNeil, The Meaning and Use of the Area under a Receiver Operating
   * Characteristic Curve, Radiology 143 (1982), 29-36: table I and the area worked out there.
   */
  @Test
  void auc_ofThePublishedRatings_isThePublishedArea() {
    RocCurve curve = RocCurve.of(ofRatings(3, 2, 2, 11, 33), ofRatings(33, 6, 6, 11, 2));

    assertThat(curve.auc()).isCloseTo(0.893, within(5e-4));
    assertThat(curve.at(-5)).isEqualTo(new RocPoint(-5, 2 / 58.0, 33 / 51.0));
    assertThat(curve.points()).hasSize(5).last().isEqualTo(new RocPoint(-1, 1, 1));
  }

  @Test
  void auc_isTheShareOfWellOrderedPairs() {
    SplittableRandom random = new SplittableRandom(41);
    double[] mates = random.ints(80, 0, 20).asDoubleStream().toArray();
    double[] nonMates = random.ints(120, 5, 30).asDoubleStream().toArray();
    double ordered = 0;
    for (double mate : mates) {
      for (double nonMate : nonMates) {
        ordered += mate < nonMate ? 1 : mate == nonMate ? 0.5 : 0;
      }
    }

    assertThat(RocCurve.of(of(mates), of(nonMates)).auc())
        .isCloseTo(ordered / (80 * 120), within(1e-15));
  }

  @Test
  void auc_ofTheExtremes_isExact() {
    assertThat(RocCurve.of(of(1, 2), of(3, NEVER)).auc()).isOne();
    assertThat(RocCurve.of(of(3), of(1, 2)).auc()).isZero();
    assertThat(RocCurve.of(of(5, 6), of(5, 6)).auc()).isEqualTo(0.5);
    assertThat(RocCurve.of(of(NEVER), of(NEVER)).auc()).isEqualTo(0.5);
    DistanceCounts many = DistanceCounts.builder().add(1, Long.MAX_VALUE).build();
    assertThat(RocCurve.of(many, many).auc()).isEqualTo(0.5);
  }

  /** By hand: the curve goes (0, .5), (.5, 1), so half way between them both errors are 1 / 4. */
  @Test
  void equalErrorRate_betweenTwoPoints_isInterpolated() {
    assertThat(RocCurve.of(of(1, 2), of(2, 3)).equalErrorRate()).isEqualTo(0.25);
    // (0, 1/3), (1/2, 2/3): 1/3 + x * 1/3 + x / 2 = 1, so x = 4/5 and the rate 2/5.
    assertThat(RocCurve.of(of(1, 2, 3), of(2, 4)).equalErrorRate()).isCloseTo(0.4, within(1e-15));
  }

  @Test
  void equalErrorRate_atAPointOrOnAStep_isThere() {
    assertThat(RocCurve.of(of(1, 2, 3, 5), of(4, 5, 6, 7)).equalErrorRate()).isEqualTo(0.25);
    // (.4, .5) to (.4, 1): straight up.
    assertThat(RocCurve.of(of(1, 5), of(3, 4, 6, 7, 8)).equalErrorRate()).isEqualTo(0.4);
    assertThat(RocCurve.of(of(1, 2), of(3, 4)).equalErrorRate()).isZero();
    assertThat(RocCurve.of(of(2), of(1)).equalErrorRate()).isOne();
    assertThat(RocCurve.of(of(1), of(1)).equalErrorRate()).isEqualTo(0.5);
    assertThat(RocCurve.of(of(1, NEVER), of(NEVER)).equalErrorRate())
        .isCloseTo(1 / 3.0, within(1e-15));
  }

  @Test
  void radiusAt_noFalsePositive_endsBeforeTheNearestNonMate() {
    RocCurve curve = RocCurve.of(of(0, 10, 31, 90), of(72, 80, 100, 128));

    RadiusRange range = curve.radiusAt(0).orElseThrow();
    assertThat(range).isEqualTo(new RadiusRange(31, 72));
    assertThat(range.greatestInteger()).hasValue(71);
    assertThat(curve.at(71)).isEqualTo(new RocPoint(71, 0, 0.75));
    assertThat(curve.recallAt(0)).isEqualTo(0.75);
  }

  @Test
  void radiusAt_aRateThatIsMet_isTheGreatestRadiusWithIt() {
    RocCurve curve = RocCurve.of(of(0, 10, 31, 90), of(72, 80, 100, 128));

    assertThat(curve.radiusAt(0.25)).hasValue(new RadiusRange(72, 80));
    assertThat(curve.radiusAt(0.4999)).hasValue(new RadiusRange(72, 80));
    assertThat(curve.radiusAt(0.5)).hasValue(new RadiusRange(90, 100));
    assertThat(curve.recallAt(0.5)).isOne();
    assertThat(curve.radiusAt(1)).hasValue(new RadiusRange(128, NEVER));
  }

  @Test
  void radiusAt_ofUnreportedPairs_neverReachesThem() {
    RocCurve curve = RocCurve.of(of(-9.5, -3, NEVER), of(-4, NEVER, NEVER, NEVER));

    assertThat(curve.radiusAt(0)).hasValue(new RadiusRange(-9.5, -4));
    assertThat(curve.radiusAt(0.25)).hasValue(new RadiusRange(-3, NEVER));
    assertThat(curve.recallAt(0.25)).isEqualTo(2 / 3.0);
    assertThat(curve.points()).last().isEqualTo(new RocPoint(NEVER, 1, 1));
  }

  @Test
  void radiusAt_whereANonMateIsNearest_isEmpty() {
    RocCurve curve = RocCurve.of(of(5, 6), of(1, 9));

    assertThat(curve.radiusAt(0.25)).isEmpty();
    assertThat(curve.recallAt(0.25)).isZero();
  }

  /** Whatever radius is given out: the rate must be kept, and the next non-mate must break it. */
  @Test
  void radiusAt_anyRate_isKeptAndCannotBeWidened() {
    SplittableRandom random = new SplittableRandom(42);
    RocCurve curve =
        RocCurve.of(
            of(random.ints(500, 0, 90).asDoubleStream().toArray()),
            of(random.ints(3_000, 60, 200).asDoubleStream().toArray()));
    for (int i = 0; i <= 3_000; i++) {
      double rate = i / 3_000.0;
      RadiusRange range = curve.radiusAt(rate).orElseThrow();
      assertThat(curve.at(range.from()).falsePositiveRate()).isLessThanOrEqualTo(rate);
      if (range.below() < NEVER) {
        assertThat(curve.at(range.below()).falsePositiveRate()).isGreaterThan(rate);
        RocPoint deployed = curve.at(range.greatestInteger().orElseThrow());
        assertThat(deployed.falsePositiveRate()).isLessThanOrEqualTo(rate);
        assertThat(deployed.recall()).isEqualTo(curve.recallAt(rate));
      }
    }
  }

  @Test
  void thinned_keepsTheEndsAndTheRareFalsePositives() {
    SplittableRandom random = new SplittableRandom(43);
    DistanceCounts.Builder mates = DistanceCounts.builder();
    DistanceCounts.Builder nonMates = DistanceCounts.builder();
    for (int i = 0; i < 100_000; i++) {
      mates.add(random.nextDouble());
      nonMates.add(0.5 + random.nextDouble());
    }
    RocCurve curve = RocCurve.of(mates.build(), nonMates.build());
    List<RocPoint> all = curve.points().toList();

    List<RocPoint> points = curve.thinned(100);

    assertThat(points).hasSizeBetween(80, 100).isSubsetOf(all);
    assertThat(points).first().isEqualTo(all.get(0));
    assertThat(points).last().isEqualTo(all.get(all.size() - 1));
    assertThat(points).extracting(RocPoint::radius).isSorted();
    assertThat(points)
        .filteredOn(point -> point.falsePositiveRate() > 0 && point.falsePositiveRate() < 1e-3)
        .hasSizeBetween(10, 30);
    assertThat(curve.thinned(200_000)).isEqualTo(all);
  }

  @Test
  void greatestInteger_isInTheRangeOrMissing() {
    assertThat(new RadiusRange(31, 31.5).greatestInteger()).hasValue(31);
    assertThat(new RadiusRange(-3, -1).greatestInteger()).hasValue(-2);
    assertThat(new RadiusRange(30.2, 30.9).greatestInteger()).isEmpty();
    assertThat(new RadiusRange(30, NEVER).greatestInteger()).isEmpty();
    assertThat(new RadiusRange(30, 1e300).greatestInteger()).isEmpty();
  }

  @Test
  void badInput_namesValueAndBound() {
    RocCurve curve = RocCurve.of(of(1), of(2));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> curve.at(Double.NaN))
        .withMessage("radius must be a number (got NaN)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> curve.thinned(3))
        .withMessage("most must be 4 or more (got 3)");
    for (double rate : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> curve.radiusAt(rate))
          .withMessage("falsePositiveRate must be 0..1 (got " + rate + ")");
      assertThatIllegalArgumentException().isThrownBy(() -> curve.recallAt(rate));
      assertThatIllegalArgumentException().isThrownBy(() -> new RocPoint(1, rate, 0));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new RocPoint(1, 0, rate))
          .withMessage("recall must be 0..1 (got " + rate + ")");
    }
    assertThatIllegalArgumentException().isThrownBy(() -> new RocPoint(Double.NaN, 0, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RadiusRange(2, 2))
        .withMessage("range must satisfy -Infinity < from < below (got 2.0, 2.0)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RadiusRange(Double.NEGATIVE_INFINITY, 2));
  }
}
