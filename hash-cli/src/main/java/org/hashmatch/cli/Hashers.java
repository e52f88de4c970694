package org.hashmatch.cli;

import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.decode.ImageDecoder;
import org.hashmatch.hash.decode.ImageGuard;
import org.hashmatch.hash.view.InProcessHasher;

/** The one way in which commands put a decoder and an algorithm together. */
final class Hashers {

  private Hashers() {}

  static InProcessHasher of(ImageDecoder decoder, HashAlgorithm algorithm) {
    return new InProcessHasher(ImageGuard.withDefaults(), decoder, Algorithms.hasher(algorithm));
  }
}
