package org.hashmatch.hash.decode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Counts the inputs of a test, so that a fuzzing run that did not fuzz does not pass for one. Only
 * one test is fuzzed a run: any other is left out, and fails here.
 */
final class FuzzCount {

  /** A minute on a slow machine makes ten times as many. */
  private static final long LEAST_INPUTS = 100_000;

  private long inputs;

  void add() {
    inputs++;
  }

  void checkIfFuzzing() {
    if (System.getenv("JAZZER_FUZZ") != null) {
      System.err.println("fuzzed with " + inputs + " inputs");
      assertThat(inputs).as("inputs fuzzed").isGreaterThanOrEqualTo(LEAST_INPUTS);
    }
  }
}
