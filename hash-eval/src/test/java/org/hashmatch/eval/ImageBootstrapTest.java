package org.hashmatch.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ImageBootstrapTest {

  private static final ImageBootstrap BOOTSTRAP = ImageBootstrap.of(81);

  private static List<ImageRecall> recalls(int images, IntToDoubleFunction value) {
    return IntStream.range(0, images)
        .mapToObj(i -> new ImageRecall("image " + i, value.applyAsDouble(i)))
        .toList();
  }

  private static List<ImageRecall> random(int images, double least, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return recalls(images, i -> random.nextDouble(least, 1));
  }

  private static <T> List<T> shuffled(List<T> list) {
    List<T> copy = new ArrayList<>(list);
    Collections.shuffle(copy, new Random(82));
    return copy;
  }

  /** Of a large even sample the interval is Student's; 0.5 +- 1.9719 * sqrt(1 / 12 / 200). */
  @Test
  void interval_ofManyEvenRecalls_isStudents() {
    ConfidenceInterval interval =
        new ImageBootstrap(20_000, 83).interval(recalls(200, i -> (i + 0.5) / 200), 0.95);

    assertThat(interval.lower()).isCloseTo(0.5 - 0.04025, within(0.001));
    assertThat(interval.upper()).isCloseTo(0.5 + 0.04025, within(0.001));
  }

  @Test
  void interval_ofMoreConfidence_isWider() {
    List<ImageRecall> recalls = random(30, 0.5, 84);
    ConfidenceInterval narrow = BOOTSTRAP.interval(recalls, 0.9);
    ConfidenceInterval wide = BOOTSTRAP.interval(recalls, 0.99);

    assertThat(wide.lower()).isLessThan(narrow.lower());
    assertThat(wide.upper()).isGreaterThan(narrow.upper());
    assertThat(narrow.lower()).isLessThan(ImageBootstrap.mean(recalls));
    assertThat(narrow.upper()).isGreaterThan(ImageBootstrap.mean(recalls));
  }

  /** A few hard images: further down than up. */
  @Test
  void interval_ofSkewedRecalls_isSkewed() {
    List<ImageRecall> recalls = recalls(100, i -> i < 8 ? 0.3 : 1 - i / 1000.0);
    ConfidenceInterval interval = BOOTSTRAP.interval(recalls, 0.95);
    double mean = ImageBootstrap.mean(recalls);

    assertThat(mean - interval.lower()).isGreaterThan(1.2 * (interval.upper() - mean));
  }

  /** 0.025^(1/30) = 0.8843: what Clopper and Pearson say of 30 of 30 images. */
  @Test
  void interval_withoutSpread_isWhatTheNumberOfImagesAllows() {
    double least = Math.pow(0.025, 1 / 30.0);

    assertThat(BOOTSTRAP.interval(recalls(30, i -> 1), 0.95))
        .isEqualTo(new ConfidenceInterval(least, 1));
    assertThat(BOOTSTRAP.interval(recalls(30, i -> 0), 0.95))
        .isEqualTo(new ConfidenceInterval(0, 1 - least));
    ConfidenceInterval half = BOOTSTRAP.interval(recalls(30, i -> 0.5), 0.95);
    assertThat(half.lower()).isCloseTo(least / 2, within(1e-12));
    assertThat(half.upper()).isCloseTo(1 - least / 2, within(1e-12));
  }

  /** One image of 140 with misses: resamples without it are common, the interval stays finite. */
  @Test
  void interval_withHardlyAnySpread_isWhatTheOtherImagesAllow() {
    ConfidenceInterval interval = BOOTSTRAP.interval(recalls(140, i -> i == 7 ? 0.5 : 1), 0.95);

    assertThat(interval.lower())
        .isEqualTo(ConfidenceInterval.clopperPearson(139, 140, 0.95).lower());
    assertThat(interval.upper()).isBetween(0.997, 1.0);
  }

  @Test
  void interval_ofSevenths_takesRoundingForNoSpread() {
    ConfidenceInterval interval =
        BOOTSTRAP.interval(recalls(49, i -> i % 2 == 0 ? 1 / 7.0 : 0.1 / 0.7), 0.95);

    assertThat(interval.upper() - interval.lower()).isBetween(0.05, 0.1);
  }

  @Test
  void results_whateverTheOrder_areEqual() {
    List<ImageRecall> first = random(140, 0, 85);
    List<ImageRecall> second = random(140, 0.1, 86);

    assertThat(BOOTSTRAP.interval(shuffled(first), 0.95))
        .isEqualTo(BOOTSTRAP.interval(first, 0.95));
    assertThat(BOOTSTRAP.compare(shuffled(first), second, 0.95))
        .isEqualTo(BOOTSTRAP.compare(first, second, 0.95));
    assertThat(ImageBootstrap.mean(shuffled(first))).isEqualTo(ImageBootstrap.mean(first));
  }

  @Test
  void seed_changesLittle() {
    List<ImageRecall> recalls = random(140, 0, 87);
    ConfidenceInterval one = BOOTSTRAP.interval(recalls, 0.95);
    ConfidenceInterval other = ImageBootstrap.of(82).interval(recalls, 0.95);

    assertThat(other).isNotEqualTo(one);
    assertThat(other.lower()).isCloseTo(one.lower(), within(0.005));
    assertThat(other.upper()).isCloseTo(one.upper(), within(0.005));
    assertThat(BOOTSTRAP.resamples()).isEqualTo(ImageBootstrap.DEFAULT_RESAMPLES);
  }

  /** Frozen: the same on every machine and JDK. */
  @Test
  void results_ofASeed_stayWhatTheyWere() {
    List<ImageRecall> first = recalls(140, i -> i * 37 % 101 / 101.0);
    List<ImageRecall> second = recalls(140, i -> i * 29 % 97 / 103.0);

    assertThat(BOOTSTRAP.interval(first, 0.95))
        .isEqualTo(new ConfidenceInterval(0.44731044306441164, 0.5472530568355835));
    assertThat(BOOTSTRAP.compare(first, second, 0.95))
        .isEqualTo(
            new PairedComparison(
                0.0254445832932808, -0.039560937878194605, 0.0904501044647562, 0.426));
  }

  @Test
  void compare_theOtherWayRound_isTheOpposite() {
    List<ImageRecall> first = random(50, 0, 90);
    List<ImageRecall> second = random(50, 0.2, 91);
    PairedComparison forward = BOOTSTRAP.compare(first, second, 0.95);

    assertThat(forward.difference()).isNegative();
    assertThat(BOOTSTRAP.compare(second, first, 0.95)).isEqualTo(forward.reversed());
    assertThat(forward.reversed().reversed()).isEqualTo(forward);
    assertThat(forward.upper() - forward.difference())
        .isCloseTo(forward.difference() - forward.lower(), within(1e-12));
  }

  @Test
  void compare_allWithNothing_isCertain() {
    PairedComparison comparison = BOOTSTRAP.compare(recalls(30, i -> 1), recalls(30, i -> 0), 0.95);

    assertThat(comparison.difference()).isEqualTo(1);
    assertThat(comparison.lower()).isCloseTo(2 * Math.pow(0.025, 1 / 30.0) - 1, within(1e-12));
    assertThat(comparison.upper()).isEqualTo(1);
    assertThat(comparison.pValue()).isEqualTo(1 / 5_000.0);
  }

  @Test
  void compare_ofEqualRecalls_findsNothing() {
    List<ImageRecall> recalls = random(30, 0, 92);
    PairedComparison comparison = BOOTSTRAP.compare(recalls, recalls, 0.95);

    assertThat(comparison.difference()).isZero();
    assertThat(comparison.pValue()).isEqualTo(1);
    assertThat(comparison.lower()).isNegative();
    assertThat(comparison.upper()).isPositive();
  }

  /** Five images for the first, none for the second: of 32 signs, 2 are as far, and count half. */
  @Test
  void pValue_ofFiveDifferences_isThatOfAllSigns() {
    List<ImageRecall> better = recalls(40, i -> i < 5 ? 0.9 : 0.5);
    PairedComparison comparison =
        new ImageBootstrap(100_000, 93).compare(better, recalls(40, i -> 0.5), 0.95);

    assertThat(comparison.pValue()).isCloseTo(1 / 32.0, within(0.002));
  }

  @Test
  void badInput_namesValueAndBound() {
    List<ImageRecall> two = recalls(2, i -> 1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ImageBootstrap(998, 1))
        .withMessage("resamples must be 999..1000000 (got 998)");
    assertThatIllegalArgumentException().isThrownBy(() -> new ImageBootstrap(1_000_001, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BOOTSTRAP.interval(recalls(1, i -> 1), 0.95))
        .withMessage("images must be 2 or more (got 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImageBootstrap.mean(List.of()))
        .withMessage("images must be 2 or more (got 0)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BOOTSTRAP.interval(List.of(two.get(0), two.get(0)), 0.95))
        .withMessage("image must occur once (got image 0 twice)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BOOTSTRAP.compare(two, recalls(3, i -> 1), 0.95))
        .withMessage("image must have a recall of both hashers (got one of image 2)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BOOTSTRAP.compare(recalls(3, i -> 1), two, 0.95))
        .withMessage("image must have a recall of both hashers (got one of image 2)");
  }

  @Test
  void confidence_beyondTheResamples_isRefused() {
    ImageBootstrap least = new ImageBootstrap(999, 1);
    List<ImageRecall> recalls = random(30, 0, 94);

    assertThat(least.interval(recalls, 0.998).lower()).isPositive();
    assertThat(least.compare(recalls, recalls, 0.999).pValue()).isEqualTo(1);
    for (double confidence : new double[] {0, 0.9981, 1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> least.interval(recalls, confidence))
          .withMessage("confidence must be more than 0, at most 0.998 (got " + confidence + ")");
    }
    assertThatIllegalArgumentException().isThrownBy(() -> least.compare(recalls, recalls, 0.9991));
  }

  @Test
  void comparison_outOfOrder_namesItsBounds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PairedComparison(0.5, 0.6, 0.7, 0.05))
        .withMessage(
            "comparison must satisfy -1 <= lower <= difference <= upper <= 1 (got 0.6, 0.5, 0.7)");
    assertThatIllegalArgumentException().isThrownBy(() -> new PairedComparison(0, -1.1, 0, 0.05));
    assertThatIllegalArgumentException().isThrownBy(() -> new PairedComparison(0, 0, 1.1, 0.05));
    for (double p : new double[] {0, 1.1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new PairedComparison(0, 0, 0, p))
          .withMessage("pValue must be more than 0, at most 1 (got " + p + ")");
    }
  }
}
