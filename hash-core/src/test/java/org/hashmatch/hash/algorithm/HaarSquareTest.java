package org.hashmatch.hash.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HaarSquareTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8, 64})
  void forward_anySquare_leavesTheMeanTimesTheSide(int side) {
    double[] values = new Random(side).doubles((long) side * side).toArray();
    double mean = Arrays.stream(values).sum() / values.length;
    HaarSquare square = new HaarSquare(side, values);
    square.forward();

    assertThat(square.mean()).isCloseTo(mean * side, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8, 64})
  void inverse_afterForward_isWhatItWas(int side) {
    double[] values = new Random(side).doubles((long) side * side).toArray();
    double[] original = values.clone();
    HaarSquare square = new HaarSquare(side, values);
    square.forward();
    square.inverse();

    assertThat(values).containsExactly(original, within(1e-12));
  }
}
