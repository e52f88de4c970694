package org.hashmatch.hash.algorithm;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Scratch that is lent to one thread at a time and used again, so that hashing leaves nothing to
 * collect. Not tied to threads, of which a server may have thousands.
 */
final class ScratchPool<T> {

  private final AtomicReferenceArray<@Nullable T> slots =
      new AtomicReferenceArray<>(2 * Runtime.getRuntime().availableProcessors());

  private final Supplier<T> maker;

  ScratchPool(Supplier<T> maker) {
    this.maker = maker;
  }

  /** Scratch that nobody else has. */
  T take() {
    for (int i = 0; i < slots.length(); i++) {
      T scratch = slots.getAndSet(i, null);
      if (scratch != null) {
        return scratch;
      }
    }
    return maker.get();
  }

  /** Takes scratch back; what finds no empty slot is left to the garbage collector. */
  void give(T scratch) {
    for (int i = 0; i < slots.length(); i++) {
      if (slots.compareAndSet(i, null, scratch)) {
        return;
      }
    }
  }
}
