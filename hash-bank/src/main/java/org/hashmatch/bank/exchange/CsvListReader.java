package org.hashmatch.bank.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.DigestAlgorithm;
import org.hashmatch.bank.EntryStatus;
import org.hashmatch.hash.Quality;

/** Reads a CSV with commas, whose columns the caller names. */
final class CsvListReader implements ListReader {

  static final List<String> FIELDS =
      List.of(
          "id", "hash", "quality", "md5", "sha1", "sha256", "labels", "source", "case", "expires",
          "status");
  static final List<String> FINGERPRINTS = List.of("hash", "md5", "sha1", "sha256");
  static final String WITHDRAWN = "withdrawn";
  private static final Set<String> GONE = Set.of(WITHDRAWN, "deleted", "removed");
  private static final int MAX_QUALITY_DIGITS = 3;

  private final ListOptions options;

  /** Takes the columns; none are named: ours, as far as the header has them. */
  CsvListReader(ListOptions options) {
    this.options = options;
    for (String field : options.columns().keySet()) {
      if (!FIELDS.contains(field)) {
        throw new IllegalArgumentException(
            "a column's field must be one of " + String.join(", ", FIELDS));
      }
    }
  }

  @Override
  public void read(InputStream in, ListSink sink) throws IOException {
    new CsvRows(',', false, this::checkHeader, this::row).read(in, new RowSink(options, sink));
  }

  private void checkHeader(Map<String, Integer> columns) throws ListException {
    for (Map.Entry<String, String> column : options.columns().entrySet()) {
      if (!columns.containsKey(column.getValue().toLowerCase(Locale.ROOT))) {
        throw new ListException(
            "the header has no column \"" + column.getValue() + "\" for " + column.getKey());
      }
    }
    boolean some =
        FINGERPRINTS.stream()
            .anyMatch(field -> columns.containsKey(column(field).toLowerCase(Locale.ROOT)));
    if (!some) {
      throw new ListException(
          "the header must have a column for one of " + String.join(", ", FINGERPRINTS));
    }
  }

  /** Where a field stands: if any columns are named, a field without one is not in the list. */
  private String column(String field) {
    return options.columns().isEmpty() ? field : options.columns().getOrDefault(field, NOWHERE);
  }

  /** No header has this name, since names are stripped. */
  private static final String NOWHERE = " ";

  private ListItem row(CsvRows.Row row, Draft draft) throws RowFault {
    fingerprints(row, draft);
    String status = text(row, "status").toLowerCase(Locale.ROOT);
    String id = text(row, "id");
    if (GONE.contains(status)) {
      return draft.withdrawn(id.isEmpty() ? draft.idByFingerprint() : draft.checkedId("id", id));
    }
    draft.checkFingerprints();
    quality(text(row, "quality"), draft);
    for (String label : parts(text(row, "labels"), ",")) {
      draft.label("labels", label);
    }
    origins(row, draft);
    String expires = text(row, "expires");
    draft.expiresAt(expires.isEmpty() ? null : Times.iso("expires", expires));
    ListItem.Known known =
        draft.known(id.isEmpty() ? draft.idByFingerprint() : draft.checkedId("id", id));
    BankEntry entry = known.entry();
    return draft.known(entry.toBuilder().status(status(status)));
  }

  private String text(CsvRows.Row row, String field) throws RowFault {
    return row.text(column(field));
  }

  private void fingerprints(CsvRows.Row row, Draft draft) throws RowFault {
    for (String hash : parts(text(row, "hash"), "\\s+")) {
      draft.hash("hash", options.algorithm(), hash);
    }
    for (DigestAlgorithm algorithm : DigestAlgorithm.values()) {
      String field = algorithm.name().toLowerCase(Locale.ROOT);
      for (String digest : parts(text(row, field), "\\s+")) {
        draft.digest(field, algorithm, digest);
      }
    }
  }

  private static List<String> parts(String text, String separator) {
    List<String> parts = new ArrayList<>();
    for (String part : text.split(separator, -1)) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return parts;
  }

  private static void quality(String digits, Draft draft) throws RowFault {
    if (digits.isEmpty()) {
      return;
    }
    boolean number =
        digits.length() <= MAX_QUALITY_DIGITS && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!number || Integer.parseInt(digits) > Quality.FULL.value()) {
      throw RowFault.invalid("quality", "must be a whole number in 0..100");
    }
    draft.quality(new Quality(Integer.parseInt(digits)));
  }

  /** Several origins stand one a line, the cases beside them. */
  private void origins(CsvRows.Row row, Draft draft) throws RowFault {
    String[] sources = row.whole(column("source")).split("\\R", -1);
    String[] cases = row.whole(column("case")).split("\\R", -1);
    for (int i = 0; i < Math.max(sources.length, cases.length); i++) {
      draft.origin(
          "source",
          i < sources.length ? sources[i].strip() : "",
          i < cases.length ? cases[i].strip() : "");
    }
  }

  private static EntryStatus status(String word) throws RowFault {
    return switch (word) {
      case "", "active" -> EntryStatus.ACTIVE;
      case "quarantined" -> EntryStatus.QUARANTINED;
      case "disabled" -> EntryStatus.DISABLED;
      default -> throw RowFault.unsupported("status", "is " + Shown.of(word));
    };
  }
}
