package org.hashmatch.hash.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CosineTransformTest {

  @ParameterizedTest
  @ValueSource(ints = {32, 64})
  void transform_randomValues_isTheTextbooksSum(int n) {
    double[] values = new Random(n).doubles(n, 0, 255).toArray();
    double[] transformed = values.clone();
    new CosineTransform(n).transform(transformed, 0, 1);

    for (int k = 0; k < n; k++) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += 2 * values[j] * Math.cos(Math.PI * k * (2 * j + 1) / (2 * n));
      }
      assertThat(transformed[k]).as("frequency %d", k).isCloseTo(sum, within(1e-10));
    }
  }

  /** As in pocketfft, where they are no 1e-14: a symmetric picture's bits depend on it. */
  @ParameterizedTest
  @ValueSource(ints = {32, 64})
  void transform_symmetricValues_hasNoOddFrequencies(int n) {
    double[] values = new Random(n).doubles(n, 0, 255).toArray();
    for (int j = 0; j < n / 2; j++) {
      values[n - 1 - j] = values[j];
    }
    new CosineTransform(n).transform(values, 0, 1);

    for (int k = 1; k < n; k += 2) {
      assertThat(values[k]).as("frequency %d", k).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {32, 64})
  void transform_everyThirdPlace_leavesTheOthersAlone(int n) {
    double[] line = new Random(n).doubles(n).toArray();
    double[] spread = new double[3 * n + 1];
    Arrays.fill(spread, -7);
    for (int j = 0; j < n; j++) {
      spread[1 + 3 * j] = line[j];
    }
    CosineTransform transform = new CosineTransform(n);
    transform.transform(line, 0, 1);
    transform.transform(spread, 1, 3);

    for (int i = 0; i < spread.length; i++) {
      assertThat(spread[i]).isEqualTo(i % 3 == 1 ? line[i / 3] : -7);
    }
  }
}
