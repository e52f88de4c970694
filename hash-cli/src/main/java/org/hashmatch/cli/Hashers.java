package org.hashmatch.cli;

import org.hashmatch.bank.PictureHasher;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.decode.ImageDecoder;
import org.hashmatch.hash.decode.ImageGuard;

/** The one way in which commands put a decoder and an algorithm together. */
final class Hashers {

  private Hashers() {}

  static PictureHasher of(ImageDecoder decoder, HashAlgorithm algorithm) {
    return new PictureHasher(ImageGuard.withDefaults(), decoder, Algorithms.hasher(algorithm));
  }
}
