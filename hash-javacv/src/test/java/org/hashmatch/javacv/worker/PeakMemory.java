package org.hashmatch.javacv.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The most memory that any child of this process had while this was open, where {@code /proc} tells
 * it; 0 elsewhere. Asked often, because a child that is killed takes its figure with it.
 */
final class PeakMemory implements AutoCloseable {

  private final AtomicLong peak = new AtomicLong();
  private final Thread thread = new Thread(this::watch, "peak-memory");

  private PeakMemory() {}

  static PeakMemory ofChildren() {
    PeakMemory memory = new PeakMemory();
    memory.thread.setDaemon(true);
    memory.thread.start();
    return memory;
  }

  long peakBytes() {
    return peak.get();
  }

  private void watch() {
    try {
      while (true) {
        ProcessHandle.current()
            .children()
            .forEach(child -> peak.accumulateAndGet(highWater(child.pid()), Math::max));
        Thread.sleep(2);
      }
    } catch (InterruptedException e) {
      // Closed.
    }
  }

  private static long highWater(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
