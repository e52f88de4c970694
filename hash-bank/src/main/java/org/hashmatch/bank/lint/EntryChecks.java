package org.hashmatch.bank.lint;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.BankPolicy;
import org.hashmatch.bank.EntryKind;
import org.hashmatch.bank.EntryStatus;
import org.hashmatch.bank.ExactDigest;
import org.hashmatch.hash.ImageHash;

/** What can be said of an entry without looking at any other. */
record EntryChecks(BankPolicy policy, Instant now, Consumer<Finding> to) {

  void check(BankEntry entry) {
    checkHashes(entry);
    checkQuality(entry);
    if (policy.isOver(entry, now)) {
      report(FindingKind.EXPIRED, entry, "its time is over");
    }
    if (entry.digests().stream().anyMatch(ExactDigest::isOfEmptyFile)) {
      report(FindingKind.EMPTY_FILE, entry, "it has the digest of an empty file");
    }
    // What people disabled is not to be found.
    if (entry.status() != EntryStatus.DISABLED) {
      checkFindable(entry);
    }
  }

  private void checkHashes(BankEntry entry) {
    if (entry.hashes().stream().anyMatch(ImageHash::isTrivial)) {
      report(FindingKind.TRIVIAL_HASH, entry, "all bits of a hash are equal");
    } else if (entry.hashes().stream().anyMatch(EntryChecks::isLopsided)) {
      report(FindingKind.LOPSIDED_HASH, entry, "most bits of a hash are equal");
    }
  }

  private static boolean isLopsided(ImageHash hash) {
    int bits = hash.algorithm().bits();
    return Math.abs(2 * hash.bitCount() - bits) * 2 > bits;
  }

  private void checkQuality(BankEntry entry) {
    if (entry.quality().isEmpty() && !entry.hashes().isEmpty()) {
      report(FindingKind.UNKNOWN_QUALITY, entry, "its quality is not known");
    }
    entry
        .quality()
        .filter(quality -> quality.isBelow(policy.qualityFloor()))
        .ifPresent(
            quality ->
                report(
                    FindingKind.LOW_QUALITY,
                    entry,
                    "its quality is " + quality + " (floor " + policy.qualityFloor() + ")"));
  }

  private void checkFindable(BankEntry entry) {
    boolean isLookedUp =
        !entry.digests().isEmpty()
            || entry.hashes().stream().anyMatch(h -> policy.radii().containsKey(h.algorithm()));
    if (!isLookedUp) {
      report(
          FindingKind.UNFINDABLE,
          entry,
          "it has no digest and no hash of " + policy.radii().keySet());
    } else if (entry.kind() == EntryKind.KNOWN && !policy.labels().accepts(entry.labels())) {
      report(FindingKind.UNFINDABLE, entry, "the bank's policy leaves its labels out");
    }
  }

  private void report(FindingKind kind, BankEntry entry, String words) {
    to.accept(new Finding(kind, List.of(entry.id()), words));
  }
}
