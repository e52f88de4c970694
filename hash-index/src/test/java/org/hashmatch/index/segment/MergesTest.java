package org.hashmatch.index.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class MergesTest {

  @Test
  void inBackground_manyTasks_runInTwoDaemonThreads() throws InterruptedException {
    Executor executor = Merges.inBackground();
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    CountDownLatch done = new CountDownLatch(50);
    for (int i = 0; i < 50; i++) {
      executor.execute(
          () -> {
            threads.add(Thread.currentThread());
            done.countDown();
          });
    }
    assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(threads)
        .hasSizeBetween(1, 2)
        .allMatch(Thread::isDaemon)
        .allMatch(thread -> thread.getName().equals("hashmatch-merge"));
  }
}
