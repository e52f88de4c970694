package org.hashmatch.index;

import org.hashmatch.hash.HashAlgorithm;

/** Every implementation that must keep the contract. */
enum IndexKind {
  LINEAR_SCAN,
  MULTI_INDEX_HASHING;

  LockedIndex empty(HashAlgorithm algorithm) {
    return switch (this) {
      case LINEAR_SCAN -> new LinearScanIndex(algorithm);
      case MULTI_INDEX_HASHING -> new MultiIndexHashingIndex(algorithm);
    };
  }
}
