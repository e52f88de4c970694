package org.hashmatch.bank.store;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.BankPolicy;
import org.hashmatch.bank.BankSettings;
import org.hashmatch.bank.Change;
import org.hashmatch.bank.DigestAlgorithm;
import org.hashmatch.bank.EntryKind;
import org.hashmatch.bank.EntryStatus;
import org.hashmatch.bank.ExactDigest;
import org.hashmatch.bank.FloodLimit;
import org.hashmatch.bank.LabelFilter;
import org.hashmatch.bank.MatchAction;
import org.hashmatch.bank.Opinion;
import org.hashmatch.bank.Origin;
import org.hashmatch.bank.RemovalReason;
import org.hashmatch.bank.Verdict;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.Quality;
import org.jspecify.annotations.Nullable;

/** Entries, tombstones and settings as bytes; the package describes them. */
final class EntryCodec {

  private static final int VERSION = 1;
  private static final int NO_QUALITY = 255;
  private static final long NEVER = Long.MAX_VALUE;

  private EntryCodec() {}

  static byte[] bytes(Change change) {
    return change instanceof Change.Held held ? bytes(held.entry()) : bytes((Change.Gone) change);
  }

  private static byte[] bytes(Change.Gone gone) {
    return new FieldWriter()
        .small(VERSION)
        .constant(gone.reason())
        .number(gone.at().toEpochMilli())
        .toBytes();
  }

  private static byte[] bytes(BankEntry entry) {
    FieldWriter out = new FieldWriter();
    out.small(VERSION).constant(entry.kind()).constant(entry.status());
    out.list(entry.hashes(), hash -> out.text(hash.algorithm().id()).bytes(HashBytes.of(hash)));
    out.list(entry.digests(), digest -> out.constant(digest.algorithm()).bytes(digest.bytes()));
    out.small(entry.quality().map(Quality::value).orElse(NO_QUALITY));
    out.list(entry.labels(), out::text);
    out.list(entry.origins(), origin -> out.text(origin.source()).text(origin.caseReference()));
    out.text(entry.provenance());
    out.number(entry.addedAt().toEpochMilli()).number(entry.updatedAt().toEpochMilli());
    out.number(entry.expiresAt().map(Instant::toEpochMilli).orElse(NEVER));
    out.list(
        entry.opinions(),
        opinion ->
            out.text(opinion.by()).constant(opinion.verdict()).number(opinion.at().toEpochMilli()));
    return out.toBytes();
  }

  static Change read(long key, long sequence, String id, boolean isHeld, byte[] bytes) {
    return FieldReader.read(
        bytes,
        in -> {
          checkVersion(in);
          return isHeld
              ? new Change.Held(key, sequence, entry(id, in))
              : new Change.Gone(
                  key,
                  sequence,
                  id,
                  in.constant(RemovalReason.class),
                  Instant.ofEpochMilli(in.number()));
        });
  }

  private static void checkVersion(FieldReader in) {
    int version = in.small();
    if (version != VERSION) {
      throw new IllegalArgumentException("row version " + version + " (this program reads 1)");
    }
  }

  private static BankEntry entry(String id, FieldReader in) {
    BankEntry.Builder builder = BankEntry.builder(id);
    builder.kind(in.constant(EntryKind.class)).status(in.constant(EntryStatus.class));
    in.list(() -> HashBytes.read(HashAlgorithm.parse(in.text()), in.bytes()))
        .forEach(builder::hash);
    in.list(() -> ExactDigest.of(in.constant(DigestAlgorithm.class), in.bytes()))
        .forEach(builder::digest);
    int quality = in.small();
    if (quality != NO_QUALITY) {
      builder.quality(new Quality(quality));
    }
    builder.labels(new HashSet<>(in.list(in::text)));
    builder.origins(new HashSet<>(in.list(() -> new Origin(in.text(), in.text()))));
    builder.provenance(in.text());
    builder.addedAt(Instant.ofEpochMilli(in.number()));
    builder.updatedAt(Instant.ofEpochMilli(in.number()));
    long expires = in.number();
    builder.expiresAt(expires == NEVER ? null : Instant.ofEpochMilli(expires));
    builder.opinions(
        in.list(
            () ->
                new Opinion(
                    in.text(), in.constant(Verdict.class), Instant.ofEpochMilli(in.number()))));
    return builder.build();
  }

  static byte[] bytes(BankSettings settings) {
    BankPolicy policy = settings.policy();
    FieldWriter out = new FieldWriter();
    out.small(VERSION).text(settings.name());
    out.list(
        policy.radii().entrySet(),
        radius -> out.text(radius.getKey().id()).number(radius.getValue()));
    out.small(policy.qualityFloor().value()).constant(policy.action());
    out.small(policy.shadow() ? 1 : 0).small(policy.negative() ? 1 : 0);
    out.list(policy.labels().only(), out::text).list(policy.labels().except(), out::text);
    out.number(policy.timeToLive().map(Duration::toMillis).orElse(NEVER));
    @Nullable FloodLimit flood = policy.floodLimit().orElse(null);
    out.number(flood == null ? 0 : flood.uploads());
    out.number(flood == null ? 0 : flood.window().toMillis());
    return out.toBytes();
  }

  static BankSettings readSettings(byte[] bytes) {
    return FieldReader.read(
        bytes,
        in -> {
          checkVersion(in);
          return new BankSettings(in.text(), policy(in));
        });
  }

  private static BankPolicy policy(FieldReader in) {
    Map<HashAlgorithm, Integer> radii = new LinkedHashMap<>();
    in.list(() -> radii.put(HashAlgorithm.parse(in.text()), whole(in.number())));
    return new BankPolicy(
        radii,
        new Quality(in.small()),
        in.constant(MatchAction.class),
        in.small() == 1,
        in.small() == 1,
        new LabelFilter(Set.copyOf(in.list(in::text)), Set.copyOf(in.list(in::text))),
        optional(in.number(), NEVER).map(Duration::ofMillis),
        flood(in.number(), in.number()));
  }

  private static int whole(long number) {
    if (number != (int) number) {
      throw new IllegalArgumentException("a field is out of its range");
    }
    return (int) number;
  }

  private static Optional<Long> optional(long number, long none) {
    return number == none ? Optional.empty() : Optional.of(number);
  }

  private static Optional<FloodLimit> flood(long uploads, long millis) {
    return uploads == 0
        ? Optional.empty()
        : Optional.of(new FloodLimit(whole(uploads), Duration.ofMillis(millis)));
  }
}
