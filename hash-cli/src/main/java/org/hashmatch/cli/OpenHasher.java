package org.hashmatch.cli;

import org.hashmatch.hash.view.InProcessHasher;
import org.hashmatch.hash.view.PictureHasher;
import org.hashmatch.javacv.worker.IsolatedHasher;

/**
 * A hasher of either kind, closed alike.
 *
 * @param hasher the hasher
 * @param closing what ends its processes, if it has any
 */
record OpenHasher(PictureHasher hasher, Runnable closing) implements AutoCloseable {

  static OpenHasher of(InProcessHasher hasher) {
    return new OpenHasher(hasher, () -> {});
  }

  static OpenHasher of(IsolatedHasher hasher) {
    return new OpenHasher(hasher, hasher::close);
  }

  @Override
  public void close() {
    closing.run();
  }
}
