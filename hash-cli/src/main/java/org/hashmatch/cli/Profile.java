package org.hashmatch.cli;

import org.hashmatch.hash.HashAlgorithm;

/** PDQ's profiles by their short names. */
enum Profile {
  /** All pixels. */
  FULL,
  /** After a resize to 512x512 by nearest neighbour. */
  NN512;

  HashAlgorithm algorithm() {
    return switch (this) {
      case FULL -> HashAlgorithm.PDQ;
      case NN512 -> HashAlgorithm.PDQ_NN512;
    };
  }
}
