package org.hashmatch.bank;

import java.util.Optional;
import org.hashmatch.hash.ImageHash;

/**
 * Which entries a bank takes: those that can be found, mean something, and hit nothing innocent.
 *
 * @param policy the bank's
 * @param index what it holds
 */
record Admission(BankPolicy policy, BankIndex index) {

  /** Why it is not taken, or empty. */
  Optional<AddOutcome> refusal(BankEntry entry) {
    boolean canBeFound =
        !entry.digests().isEmpty()
            || entry.hashes().stream().anyMatch(hash -> index.covers(hash.algorithm()));
    if (!canBeFound) {
      return Optional.of(AddOutcome.WRONG_ALGORITHM);
    }
    if (entry.hashes().stream().anyMatch(ImageHash::isTrivial)
        || entry.digests().stream().anyMatch(ExactDigest::isOfEmptyFile)) {
      return Optional.of(AddOutcome.TRIVIAL_HASH);
    }
    if (entry.quality().filter(quality -> quality.isBelow(policy.qualityFloor())).isPresent()) {
      return Optional.of(AddOutcome.LOW_QUALITY);
    }
    return entry.kind() == EntryKind.KNOWN && index.mayHaveCanaries() && hitsCanary(entry)
        ? Optional.of(AddOutcome.HITS_CANARY)
        : Optional.empty();
  }

  private boolean hitsCanary(BankEntry entry) {
    return entry.hashes().stream()
            .filter(hash -> index.covers(hash.algorithm()))
            .anyMatch(
                hash ->
                    index
                        .searcher(hash.algorithm(), IndexId::isCanary)
                        .exists(hash, policy.radius(hash.algorithm())))
        || entry.digests().stream()
            .anyMatch(digest -> !index.keys(digest, IndexId::isCanary).isEmpty());
  }
}
