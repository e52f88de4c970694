package org.hashmatch.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.junit.jupiter.api.Test;

final class BitStatisticsTest {

  private static final HashAlgorithm SHORT = new HashAlgorithm("short", 1, 64);
  private static final HashAlgorithm LONG = new HashAlgorithm("long", 1, 1024);
  private static final Offset<Double> EXACT = within(1e-12);

  /** Four hashes of which only bits 0 and 1 vary: 00, 01, 11, 11. */
  private static final BitStatistics SMALL = ofShort(0b00, 0b01, 0b11, 0b11);

  private static BitStatistics ofShort(long... words) {
    return of(SHORT, LongStream.of(words).mapToObj(word -> ImageHash.of(SHORT, word)));
  }

  private static BitStatistics of(HashAlgorithm algorithm, Stream<ImageHash> hashes) {
    BitStatistics.Builder builder = BitStatistics.builder(algorithm);
    hashes.forEach(builder::add);
    return builder.build();
  }

  private static List<ImageHash> random(HashAlgorithm algorithm, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return Stream.generate(() -> ImageHash.of(algorithm, random.longs(algorithm.words()).toArray()))
        .limit(count)
        .toList();
  }

  @Test
  void shares_ofASmallCase_areThoseCountedByHand() {
    assertThat(SMALL.algorithm()).isEqualTo(SHORT);
    assertThat(SMALL.hashes()).isEqualTo(4);
    assertThat(SMALL.share(0)).isEqualTo(new BitShare(0, 3, 4));
    assertThat(SMALL.share(0).value()).isEqualTo(0.75);
    assertThat(SMALL.share(1)).isEqualTo(new BitShare(1, 2, 4));
    assertThat(SMALL.share(63)).isEqualTo(new BitShare(63, 0, 4));
    assertThat(SMALL.shares()).hasSize(64).startsWith(SMALL.share(0), SMALL.share(1));
    assertThat(SMALL.largestShare()).isEqualTo(SMALL.share(0));
    assertThat(SMALL.smallestShare()).isEqualTo(SMALL.share(2));
    assertThat(SMALL.constantBits()).isEqualTo(62);
    assertThat(SMALL.meanImbalance()).isCloseTo((0.25 + 0 + 62 * 0.5) / 64, EXACT);
  }

  /** Of 3 / 4 and 1 / 2: 2 - 3 / 4 * log2(3) and 1. */
  @Test
  void entropies_ofASmallCase_areThoseComputedByHand() {
    double first = 2 - 0.75 * Math.log(3) / Math.log(2);

    assertThat(SMALL.share(0).entropy()).isCloseTo(first, EXACT);
    assertThat(SMALL.share(1).entropy()).isOne();
    assertThat(SMALL.share(2).entropy()).isZero();
    assertThat(new BitShare(0, 4, 4).entropy()).isZero();
    assertThat(SMALL.totalEntropy()).isCloseTo(first + 1, EXACT);
    assertThat(SMALL.meanEntropy()).isCloseTo((first + 1) / 64, EXACT);
  }

  /** C. E. Shannon's H(0.11) is 0.4999. */
  @Test
  void entropy_ofAnUnevenBit_isTheTabulatedOne() {
    assertThat(new BitShare(0, 11, 100).entropy()).isCloseTo(0.49992, within(1e-5));
    assertThat(new BitShare(0, 89, 100).entropy()).isCloseTo(0.49992, within(1e-5));
  }

  @Test
  void extremes_ofEqualShares_areTheLowestBit() {
    BitStatistics equal = ofShort(0, -1);

    assertThat(equal.smallestShare().bit()).isZero();
    assertThat(equal.largestShare().bit()).isZero();
    assertThat(equal.strongestCorrelation()).hasValue(new BitCorrelation(0, 1, 1));
  }

  /** phi = (4 * 2 - 3 * 2) / sqrt(3 * 1 * 2 * 2). */
  @Test
  void correlations_ofASmallCase_areThoseComputedByHand() {
    double phi = 2 / Math.sqrt(12);

    assertThat(SMALL.correlations()).hasSize(1);
    BitCorrelation strongest = SMALL.strongestCorrelation().orElseThrow();
    assertThat(strongest.first()).isZero();
    assertThat(strongest.second()).isEqualTo(1);
    assertThat(strongest.coefficient()).isCloseTo(phi, EXACT);
    assertThat(SMALL.meanCorrelationStrength()).hasValueCloseTo(phi, EXACT);
  }

  /** Distances 1, 2, 2, 1, 1, 0, of two bits that vary. */
  @Test
  void distances_ofASmallCase_areThoseComputedByHand() {
    double mean = 7.0 / 6;
    double variance = 11.0 / 6 - mean * mean;

    assertThat(SMALL.meanDistance()).isCloseTo(mean, EXACT);
    assertThat(SMALL.distanceDeviation()).isCloseTo(Math.sqrt(variance), EXACT);
    assertThat(SMALL.effectiveBits()).hasValueCloseTo(mean * (2 - mean) / variance, EXACT);
  }

  @Test
  void distances_ofRandomHashes_areThoseOfAllPairs() {
    List<ImageHash> hashes = random(HashAlgorithm.PDQ, 60, 11);
    List<Integer> distances = new ArrayList<>();
    for (int i = 0; i < hashes.size(); i++) {
      for (int j = i + 1; j < hashes.size(); j++) {
        distances.add(hashes.get(i).distance(hashes.get(j)));
      }
    }
    double mean = distances.stream().mapToInt(d -> d).average().orElseThrow();
    double variance =
        distances.stream().mapToDouble(d -> (d - mean) * (d - mean)).average().orElseThrow();

    BitStatistics statistics = of(HashAlgorithm.PDQ, hashes.stream());

    assertThat(statistics.meanDistance()).isCloseTo(mean, within(1e-9));
    assertThat(statistics.distanceDeviation()).isCloseTo(Math.sqrt(variance), within(1e-9));
  }

  /** All 16 patterns of 4 bits, each bit copied 16 times: worked out on paper as 56 / 11. */
  @Test
  void effectiveBits_ofAllPatternsOfCopiedBits_isTheExactFraction() {
    BitStatistics copied =
        ofShort(LongStream.range(0, 16).map(BitStatisticsTest::copiedSixteenTimes).toArray());

    assertThat(copied.effectiveBits()).hasValueCloseTo(56.0 / 11, EXACT);
    assertThat(copied.meanImbalance()).isZero();
    assertThat(copied.strongestCorrelation()).hasValue(new BitCorrelation(0, 4, 1));
  }

  /** Bit i of the pattern to bits i, i + 4, i + 8 and so on. */
  private static long copiedSixteenTimes(long pattern) {
    return pattern * 0x1111_1111_1111_1111L;
  }

  @Test
  void independentBits_haveAllTheirBitsAndNoCorrelation() {
    int n = 5000;
    BitStatistics statistics = of(HashAlgorithm.PDQ, random(HashAlgorithm.PDQ, n, 12).stream());

    assertThat(statistics.effectiveBits()).hasValueCloseTo(256.0, within(5.0));
    assertThat(statistics.meanDistance()).isCloseTo(128, within(0.1));
    assertThat(statistics.distanceDeviation()).isCloseTo(8, within(0.1));
    assertThat(statistics.meanCorrelationStrength())
        .hasValueCloseTo(Math.sqrt(2 / (Math.PI * n)), within(0.0005));
    assertThat(statistics.strongestCorrelation().orElseThrow().strength()).isLessThan(0.09);
    assertThat(statistics.constantBits()).isZero();
    assertThat(statistics.shares())
        .filteredOn(share -> share.interval(0.999).lower() > 0.5)
        .hasSizeLessThan(5);
  }

  @Test
  void copiedWords_addNoEffectiveBits() {
    SplittableRandom random = new SplittableRandom(13);
    BitStatistics statistics =
        of(
            HashAlgorithm.PDQ,
            Stream.generate(random::nextLong)
                .limit(5000)
                .map(word -> ImageHash.of(HashAlgorithm.PDQ, word, word, ~word, word)));

    assertThat(statistics.effectiveBits()).hasValueCloseTo(64.0, within(2.0));
    assertThat(statistics.strongestCorrelation()).hasValue(new BitCorrelation(0, 64, 1));
    assertThat(statistics.correlations())
        .contains(new BitCorrelation(3, 131, -1), new BitCorrelation(131, 195, -1));
  }

  @Test
  void constantWords_addNoEffectiveBits() {
    SplittableRandom random = new SplittableRandom(15);
    BitStatistics statistics =
        of(
            HashAlgorithm.PDQ,
            Stream.generate(random::nextLong)
                .limit(5000)
                .map(word -> ImageHash.of(HashAlgorithm.PDQ, 0, word, -1, random.nextLong())));

    assertThat(statistics.constantBits()).isEqualTo(128);
    assertThat(statistics.effectiveBits()).hasValueCloseTo(128.0, within(3.0));
  }

  /** As many as there are: unevenness costs distance, not independence. */
  @Test
  void evenlyUnevenBits_haveAllTheirBits() {
    BitStatistics statistics =
        of(
            HashAlgorithm.PDQ,
            Stream.iterate(16, seed -> seed + 2)
                .limit(5000)
                .map(seed -> and(random(HashAlgorithm.PDQ, 2, seed))));

    assertThat(statistics.meanImbalance()).isCloseTo(0.25, within(0.01));
    assertThat(statistics.meanDistance()).isCloseTo(256 * 2 * 0.25 * 0.75, within(0.5));
    assertThat(statistics.effectiveBits()).hasValueCloseTo(256.0, within(6.0));
  }

  private static ImageHash and(List<ImageHash> two) {
    return ImageHash.of(
        HashAlgorithm.PDQ,
        IntStream.range(0, 4).mapToLong(i -> two.get(0).word(i) & two.get(1).word(i)).toArray());
  }

  @Test
  void constantBit_isCountedAndHasNoCorrelation() {
    BitStatistics statistics =
        of(
            HashAlgorithm.PDQ,
            random(HashAlgorithm.PDQ, 500, 14).stream()
                .map(
                    hash ->
                        ImageHash.of(
                            HashAlgorithm.PDQ,
                            hash.word(0),
                            hash.word(1) | 1L << 5,
                            hash.word(2),
                            hash.word(3) & ~(1L << 63))));

    assertThat(statistics.constantBits()).isEqualTo(2);
    assertThat(statistics.largestShare()).isEqualTo(new BitShare(69, 500, 500));
    assertThat(statistics.smallestShare()).isEqualTo(new BitShare(255, 0, 500));
    assertThat(statistics.correlations())
        .hasSize(254 * 253 / 2)
        .noneMatch(pair -> pair.first() == 69 || pair.second() == 69 || pair.second() == 255);
    assertThat(statistics.effectiveBits()).isPresent();
  }

  @Test
  void widestAlgorithm_countsItsHighestBit() {
    BitStatistics statistics =
        of(LONG, Stream.of(ImageHash.of(LONG, new long[16]), ImageHash.of(LONG, highestBit())));

    assertThat(statistics.share(1023)).isEqualTo(new BitShare(1023, 1, 2));
    assertThat(statistics.meanDistance()).isEqualTo(1);
  }

  private static long[] highestBit() {
    long[] words = new long[16];
    words[15] = Long.MIN_VALUE;
    return words;
  }

  @Test
  void equalDistances_haveNoEffectiveBits() {
    assertThat(ofShort(0, 0b111).effectiveBits()).isEmpty();
    assertThat(ofShort(0b001, 0b010, 0b100).effectiveBits()).isEmpty();
    assertThat(ofShort(0b001, 0b010, 0b100).distanceDeviation()).isZero();
  }

  @Test
  void equalHashes_haveNoCorrelationAndNoDistance() {
    BitStatistics statistics = ofShort(5, 5, 5);

    assertThat(statistics.constantBits()).isEqualTo(64);
    assertThat(statistics.meanImbalance()).isEqualTo(0.5);
    assertThat(statistics.correlations()).isEmpty();
    assertThat(statistics.meanCorrelationStrength()).isEmpty();
    assertThat(statistics.strongestCorrelation()).isEmpty();
    assertThat(statistics.meanDistance()).isZero();
    assertThat(statistics.effectiveBits()).isEmpty();
  }

  @Test
  void builder_addedToAfterBuilding_leavesWhatWasBuilt() {
    BitStatistics.Builder builder = BitStatistics.builder(SHORT);
    builder.add(ImageHash.of(SHORT, 0)).add(ImageHash.of(SHORT, 1));
    BitStatistics before = builder.build();

    BitStatistics after = builder.add(ImageHash.of(SHORT, 1)).build();

    assertThat(before.share(0)).isEqualTo(new BitShare(0, 1, 2));
    assertThat(after.share(0)).isEqualTo(new BitShare(0, 2, 3));
  }

  @Test
  void build_ofFewerThanTwoHashes_namesTheBound() {
    BitStatistics.Builder builder = BitStatistics.builder(SHORT);

    assertThatIllegalStateException()
        .isThrownBy(builder::build)
        .withMessage("bit statistics need 2 hashes or more (got 0)");
    builder.add(ImageHash.of(SHORT, 1));
    assertThatIllegalStateException()
        .isThrownBy(builder::build)
        .withMessage("bit statistics need 2 hashes or more (got 1)");
  }

  @Test
  void add_ofAnotherAlgorithm_namesBothAndCountsNothing() {
    BitStatistics.Builder builder = BitStatistics.builder(HashAlgorithm.PDQ);
    ImageHash other = ImageHash.of(HashAlgorithm.PDQ_NN512, 1, 2, 3, 4);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.add(other))
        .withMessage("hash must be of pdq/1/256 (got pdq-nn512/1/256)");
    assertThatIllegalStateException().isThrownBy(builder::build).withMessageEndingWith("(got 0)");
  }

  @Test
  void share_ofNoSuchBit_isOutOfBounds() {
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> SMALL.share(64));
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> SMALL.share(-1));
  }

  @Test
  void values_outOfRange_nameValueAndBound() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BitShare(-1, 0, 1))
        .withMessage("bit must be 0 or more (got -1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BitShare(0, 0, 0))
        .withMessage("hashes must be 1 or more (got 0)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BitShare(0, 3, 2))
        .withMessage("ones must be 0..2 (got 3)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BitCorrelation(2, 2, 0))
        .withMessage("bits must satisfy 0 <= first < second (got 2, 2)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BitCorrelation(1, 2, 1.5))
        .withMessage("coefficient must be -1..1 (got 1.5)");
  }
}
