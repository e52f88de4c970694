package org.hashmatch.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every benchmark still runs, on its smallest data; what it measures here is thrown away. */
class BenchmarksTest {

  @Test
  void everyBenchmark_onItsSmallestData_runs() throws Exception {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include("org.hashmatch.benchmarks")
                    .param("size", "512x512")
                    .param("hashes", "2000")
                    .param("data", "UNIFORM")
                    .param("queries", "FRESH")
                    .forks(0)
                    .warmupIterations(0)
                    .measurementIterations(1)
                    .measurementTime(TimeValue.milliseconds(20))
                    .shouldFailOnError(true)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();

    assertThat(results)
        .hasSize(31)
        .allSatisfy(run -> assertThat(run.getPrimaryResult().getScore()).isPositive());
  }
}
