package org.hashmatch.hash.algorithm;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps scratch memory from one picture for the next, for any number of threads: nobody waits, and
 * whoever finds no scratch makes one.
 *
 * <p>Not a ThreadLocal, which would keep one for each thread that ever hashed.
 */
final class ScratchPool<T extends ScratchPool.Scratch> {

  /** Arrays of one picture's hashing, used by one thread at a time. */
  interface Scratch {
    /** How much memory it holds, nearly. */
    long bytes();
  }

  /** More than this after a huge picture goes to the collector: {@value} bytes. */
  static final long MOST_BYTES = 4 << 20;

  /** Threads beyond this number make their scratch anew. */
  static final int SLOTS = Math.max(16, Runtime.getRuntime().availableProcessors());

  private final AtomicReferenceArray<@Nullable T> slots = new AtomicReferenceArray<>(SLOTS);
  private final Supplier<T> maker;

  ScratchPool(Supplier<T> maker) {
    this.maker = maker;
  }

  /** A scratch that is the caller's alone until it is given back. */
  T take() {
    for (int i = 0; i < SLOTS; i++) {
      T scratch = slots.getAndSet(i, null);
      if (scratch != null) {
        return scratch;
      }
    }
    return maker.get();
  }

  /** Gives a scratch back; it must not be used afterwards. */
  void give(T scratch) {
    if (scratch.bytes() > MOST_BYTES) {
      return;
    }
    for (int i = 0; i < SLOTS; i++) {
      if (slots.compareAndSet(i, null, scratch)) {
        return;
      }
    }
  }
}
