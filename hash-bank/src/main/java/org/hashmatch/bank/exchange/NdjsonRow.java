package org.hashmatch.bank.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.DigestAlgorithm;
import org.hashmatch.bank.EntryKind;
import org.hashmatch.bank.EntryStatus;
import org.hashmatch.bank.Opinion;
import org.hashmatch.bank.Origin;
import org.hashmatch.bank.RemovalReason;
import org.hashmatch.bank.Verdict;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.Quality;

/**
 * A row of our own lists. Nothing of it is guessed or passed over: a part that is wrong makes the
 * row wrong.
 */
final class NdjsonRow {

  static final String ADD = "add";
  static final String REMOVE = "remove";

  /** Members of rows, of the header and of the last line. */
  static final Set<String> FIELDS =
      Set.of(
          NdjsonReader.MAGIC,
          "v",
          "end",
          "op",
          "id",
          "kind",
          "status",
          "hashes",
          "digests",
          "quality",
          "labels",
          "origins",
          "provenance",
          "added",
          "updated",
          "expires",
          "opinions",
          "reason",
          "at");

  private final JsonRow row;
  private final Draft draft;

  private NdjsonRow(JsonRow row, Draft draft) {
    this.row = row;
    this.draft = draft;
  }

  static ListItem read(JsonRow row, Draft draft) throws RowFault {
    NdjsonRow reading = new NdjsonRow(row, draft);
    String op = row.required("op");
    return switch (op) {
      case ADD -> reading.entry();
      case REMOVE -> reading.tombstone();
      default -> throw RowFault.unsupported("op", "is " + Shown.of(op));
    };
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private ListItem tombstone() throws RowFault {
    String id = draft.checkedId("id", row.required("id"));
    constant("reason", RemovalReason.class, row.text("reason"), RemovalReason.WITHDRAWN);
    if (row.has("at")) {
      Times.iso("at", row.text("at"));
    }
    return draft.withdrawn(id);
  }

  private ListItem entry() throws RowFault {
    BankEntry.Builder builder =
        BankEntry.builder(draft.checkedId("id", row.required("id")))
            .kind(constant("kind", EntryKind.class, row.text("kind"), EntryKind.KNOWN))
            .status(constant("status", EntryStatus.class, row.text("status"), EntryStatus.ACTIVE))
            .provenance(row.text("provenance"))
            .labels(labels())
            .origins(origins())
            .opinions(opinions());
    fingerprints(builder);
    quality(builder);
    times(builder);
    return draft.known(builder);
  }

  private void fingerprints(BankEntry.Builder builder) throws RowFault {
    int fingerprints = 0;
    for (JsonRow hash : row.objects("hashes")) {
      HashAlgorithm algorithm = algorithm(hash.text("alg"));
      builder.hash(Fingerprints.hash("hashes", algorithm, hash.text("hash")));
      fingerprints++;
    }
    JsonRow digests = row.object("digests");
    for (DigestAlgorithm algorithm : DigestAlgorithm.values()) {
      for (String hex : digests.texts(word(algorithm))) {
        builder.digest(Fingerprints.digest("digests", algorithm, hex));
        fingerprints++;
      }
    }
    if (fingerprints == 0) {
      throw RowFault.invalid("hashes", "has no hash and no digest");
    }
  }

  /** Not by the message of {@link HashAlgorithm#parse}, which quotes what may be a hash. */
  private static HashAlgorithm algorithm(String id) throws RowFault {
    try {
      return HashAlgorithm.parse(id);
    } catch (IllegalArgumentException e) {
      throw RowFault.invalid("hashes", "alg is " + Shown.of(id) + ", not name/version/bits");
    }
  }

  private void quality(BankEntry.Builder builder) throws RowFault {
    if (row.has("quality")) {
      long quality = row.whole("quality", 0);
      if (quality < 0 || quality > Quality.FULL.value()) {
        throw RowFault.invalid("quality", "must be 0..100");
      }
      builder.quality(new Quality((int) quality));
    }
  }

  private void times(BankEntry.Builder builder) throws RowFault {
    Instant added = time("added", draft.options().at());
    builder.addedAt(added).updatedAt(time("updated", added));
    if (row.has("expires")) {
      builder.expiresAt(time("expires", added));
    }
  }

  private Instant time(String field, Instant missing) throws RowFault {
    return row.has(field) ? Times.iso(field, row.text(field)) : missing;
  }

  private Set<String> labels() throws RowFault {
    Set<String> labels = new HashSet<>(draft.options().labels());
    labels.addAll(row.texts("labels"));
    return labels;
  }

  private Set<Origin> origins() throws RowFault {
    Set<Origin> origins = new HashSet<>();
    for (JsonRow origin : row.objects("origins")) {
      try {
        origins.add(new Origin(origin.text("source"), origin.text("case")));
      } catch (IllegalArgumentException e) {
        throw RowFault.invalid("origins", e);
      }
    }
    return origins.isEmpty() ? Set.of(new Origin(draft.options().source(), "")) : origins;
  }

  private List<Opinion> opinions() throws RowFault {
    List<Opinion> opinions = new ArrayList<>();
    for (JsonRow opinion : row.objects("opinions")) {
      Verdict verdict =
          constant("opinions", Verdict.class, opinion.required("verdict"), Verdict.TRUE_POSITIVE);
      Instant at = Times.iso("opinions", opinion.text("at"));
      try {
        opinions.add(new Opinion(opinion.text("by"), verdict, at));
      } catch (IllegalArgumentException e) {
        throw RowFault.invalid("opinions", e);
      }
    }
    return opinions;
  }

  private static <E extends Enum<E>> E constant(String field, Class<E> type, String word, E missing)
      throws RowFault {
    if (word.isEmpty()) {
      return missing;
    }
    for (E constant : type.getEnumConstants()) {
      if (word(constant).equals(word)) {
        return constant;
      }
    }
    throw RowFault.unsupported(field, "is " + Shown.of(word));
  }
}
