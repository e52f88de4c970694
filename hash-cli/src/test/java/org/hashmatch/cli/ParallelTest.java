package org.hashmatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParallelTest {

  @Test
  void inOrder_workOfUnevenLength_keepsTheOrder() {
    List<Integer> results = new ArrayList<>();
    Parallel.inOrder(
        IntStream.range(0, 500).iterator(),
        i -> {
          long spin = 0;
          for (int k = 0; k < (i % 7) * 10_000; k++) {
            spin += k;
          }
          return spin < 0 ? -1 : i;
        },
        result -> results.add(result));

    assertThat(results).isEqualTo(IntStream.range(0, 500).boxed().toList());
  }

  @Test
  void inOrder_sinkHasEnough_beginsNoMoreThanAFew() {
    AtomicInteger begun = new AtomicInteger();
    Parallel.inOrder(
        IntStream.range(0, 100_000).iterator(), i -> begun.incrementAndGet(), result -> false);

    assertThat(begun.get()).isLessThanOrEqualTo(4 * Runtime.getRuntime().availableProcessors());
  }

  @Test
  void inOrder_workFails_failsWithItsException() {
    assertThatThrownBy(
            () ->
                Parallel.inOrder(
                    List.of(1).iterator(),
                    i -> {
                      throw new IllegalArgumentException("no " + i);
                    },
                    result -> true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no 1");
  }
}
