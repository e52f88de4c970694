package org.hashmatch.bank.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.BankMatch;
import org.hashmatch.bank.BankSettings;
import org.hashmatch.bank.Decision;
import org.hashmatch.bank.DigestAlgorithm;
import org.hashmatch.bank.Evidence;
import org.hashmatch.bank.ExactDigest;
import org.hashmatch.bank.Findings;
import org.hashmatch.bank.MatchAction;
import org.hashmatch.bank.Pictures;
import org.hashmatch.bank.Restraint;
import org.hashmatch.bank.Screening;
import org.hashmatch.hash.Dihedral;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.Quality;
import org.hashmatch.hash.UnscreenableReason;
import org.hashmatch.hash.decode.Completeness;
import org.hashmatch.hash.view.View;

/** Decisions as a screener would make them. */
final class Screenings {

  static final ImageHash HASH = Pictures.randomHash(new Random(1));
  static final ExactDigest DIGEST =
      ExactDigest.of(new byte[] {1, 2, 3}, List.of(DigestAlgorithm.SHA256)).get(0);
  static final Instant AT = Instant.parse("2026-11-01T12:00:00.123456Z");

  private Screenings() {}

  static Screening of(String uploadId, Decision decision) {
    return new Screening(uploadId, 1234, AT, Duration.ofNanos(5_678_901), decision, List.of());
  }

  static Screening clear(String uploadId) {
    return of(uploadId, new Decision.Clear(Findings.NONE, Quality.FULL, Completeness.COMPLETE));
  }

  static Screening unscreenable(String uploadId) {
    return of(
        uploadId,
        new Decision.Unscreenable(UnscreenableReason.TOO_SMALL, "3x3 \"pixels\"\n\u2028"));
  }

  static Screening blocked(String uploadId) {
    BankMatch near =
        new BankMatch(
            BankSettings.pdq("ncii é"),
            entry("case-7/1"),
            new Evidence.Perceptual(
                HashAlgorithm.PDQ, 12, 31, View.STORED, Dihedral.FLIPY, new Quality(87)),
            MatchAction.BLOCK,
            Optional.empty());
    BankMatch same =
        new BankMatch(
            BankSettings.pdq("tried"),
            entry("case-8"),
            new Evidence.Exact(DigestAlgorithm.SHA256),
            MatchAction.LOG,
            Optional.of(Restraint.SHADOW));
    return of(
        uploadId,
        new Decision.Blocked(
            new Findings(List.of(near), List.of(same), List.of(near), Optional.empty())));
  }

  private static BankEntry entry(String id) {
    return Pictures.entry(id, HASH).toBuilder()
        .digest(DIGEST)
        .labels(Set.of("a", "b"))
        .origin("ngo", "c1")
        .build();
  }
}
