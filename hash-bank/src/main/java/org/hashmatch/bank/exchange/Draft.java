package org.hashmatch.bank.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.DigestAlgorithm;
import org.hashmatch.bank.ExactDigest;
import org.hashmatch.bank.Origin;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.Quality;
import org.jspecify.annotations.Nullable;

/**
 * A row on its way to an entry. One bad fingerprint does not spoil the good ones beside it: it is
 * noted, and only a row without any good one is refused.
 */
final class Draft {

  private final ListOptions options;
  private final long line;
  private final String lineWord;
  private final List<ImageHash> hashes = new ArrayList<>();
  private final List<ExactDigest> digests = new ArrayList<>();
  private final Set<String> labels;
  private final Set<Origin> origins = new HashSet<>();
  private final List<RowFault> unused = new ArrayList<>();
  private @Nullable Quality quality;
  private @Nullable Instant updatedAt;
  private @Nullable Instant expiresAt;

  Draft(ListOptions options, long line, String lineWord) {
    this.options = options;
    this.line = line;
    this.lineWord = lineWord;
    this.labels = new HashSet<>(options.labels());
  }

  ListOptions options() {
    return options;
  }

  /** What of the row was passed over. */
  List<RowFault> unused() {
    return Collections.unmodifiableList(unused);
  }

  void note(RowFault fault) {
    unused.add(fault);
  }

  /** Takes a perceptual hash; an empty text is none. */
  void hash(String field, HashAlgorithm algorithm, String hex) {
    if (hex.isEmpty()) {
      return;
    }
    try {
      hashes.add(Fingerprints.hash(field, algorithm, hex));
    } catch (RowFault fault) {
      unused.add(fault);
    }
  }

  /** Takes a digest; an empty text is none. */
  void digest(String field, DigestAlgorithm algorithm, String hex) {
    if (hex.isEmpty()) {
      return;
    }
    try {
      digests.add(Fingerprints.digest(field, algorithm, hex));
    } catch (RowFault fault) {
      unused.add(fault);
    }
  }

  void label(String field, String label) throws RowFault {
    if (label.isEmpty() || label.length() > Labels.MOST) {
      throw RowFault.invalid(
          field,
          "a label must have 1.." + Labels.MOST + " characters (got " + label.length() + ")");
    }
    if (label.indexOf(',') >= 0) {
      throw RowFault.invalid(field, "a label must have no comma");
    }
    checkOneLine(field, label);
    labels.add(label);
  }

  /** An origin: the list's source or, if a member is named, the member behind a slash. */
  void origin(String field, String member, String caseReference) throws RowFault {
    String source = member.isEmpty() ? options.source() : options.source() + "/" + member;
    try {
      origins.add(new Origin(source, caseReference));
    } catch (IllegalArgumentException e) {
      throw RowFault.invalid(field, e);
    }
  }

  void quality(Quality newQuality) {
    this.quality = newQuality;
  }

  void updatedAt(@Nullable Instant at) {
    this.updatedAt = at;
  }

  void expiresAt(@Nullable Instant at) {
    this.expiresAt = at;
  }

  /** The id of something that the list gives a name. */
  String idOf(String field, String name) throws RowFault {
    if (name.isEmpty()) {
      throw RowFault.invalid(field, "is missing");
    }
    return checkedId(field, options.source() + "/" + name);
  }

  /** An id as the list gives it. */
  String checkedId(String field, String id) throws RowFault {
    if (id.length() > Fingerprints.MAX_ID) {
      throw RowFault.invalid(
          field,
          "an id must have 1.." + Fingerprints.MAX_ID + " characters (got " + id.length() + ")");
    }
    checkOneLine(field, id);
    return id;
  }

  private static void checkOneLine(String field, String text) throws RowFault {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw RowFault.invalid(field, "must have no control characters");
    }
  }

  /** The id of something without a name: made of its first fingerprint, which it does not tell. */
  String idByFingerprint() throws RowFault {
    checkFingerprints();
    if (!hashes.isEmpty()) {
      ImageHash hash = hashes.get(0);
      return Fingerprints.id(options.source(), hash.algorithm().name(), hash.toHex());
    }
    ExactDigest digest = digests.get(0);
    String name = digest.algorithm().name().toLowerCase(Locale.ROOT);
    return Fingerprints.id(options.source(), name, digest.toHex());
  }

  /** Refuses a row without a good fingerprint, for the first thing that is wrong with it. */
  void checkFingerprints() throws RowFault {
    if (!hashes.isEmpty() || !digests.isEmpty()) {
      return;
    }
    Optional<RowFault> wrong = unused.stream().filter(fault -> !fault.isUnsupported()).findFirst();
    if (wrong.isPresent()) {
      throw wrong.get();
    }
    if (!unused.isEmpty()) {
      throw unused.get(0);
    }
    throw RowFault.unsupported("", "has no fingerprint that is used here");
  }

  /** The entry. */
  ListItem.Known known(String id) throws RowFault {
    checkFingerprints();
    BankEntry.Builder builder = BankEntry.builder(id);
    hashes.forEach(builder::hash);
    digests.forEach(builder::digest);
    if (quality != null) {
      builder.quality(quality);
    }
    if (origins.isEmpty()) {
      origin("", "", "");
    }
    builder.labels(labels).origins(origins).provenance(provenance());
    builder.addedAt(options.at()).updatedAt(updatedAt == null ? options.at() : updatedAt);
    builder.expiresAt(expiresAt);
    return known(builder);
  }

  /** The entry as built; what the bank's own bounds refuse is an invalid row. */
  ListItem.Known known(BankEntry.Builder builder) throws RowFault {
    try {
      return new ListItem.Known(line, builder.build());
    } catch (IllegalArgumentException e) {
      throw RowFault.invalid("", e);
    }
  }

  ListItem withdrawn(String id) {
    return new ListItem.Withdrawn(line, id, Optional.empty());
  }

  private String provenance() {
    String where = lineWord + " " + line;
    return options.provenance().isEmpty() ? where : options.provenance() + " " + where;
  }
}
