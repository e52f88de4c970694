package org.hashmatch.bank.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.Change;
import org.hashmatch.bank.DigestAlgorithm;
import org.hashmatch.bank.EntryKind;
import org.hashmatch.bank.ExactDigest;
import org.hashmatch.bank.Origin;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.Quality;

/** Writes our CSV: one row for each entry, with all that has a column. */
final class CsvListWriter implements ListWriter {

  private final ListOptions options;
  private final Names names;
  private final CsvText csv;

  CsvListWriter(OutputStream out, ListOptions options) throws IOException {
    this.options = options;
    this.names = new Names(options);
    List<String> header = new ArrayList<>();
    for (String field : CsvListReader.FIELDS) {
      header.add(options.columns().getOrDefault(field, field));
    }
    this.csv = new CsvText(out, ',', header);
  }

  @Override
  public int write(Change change) throws IOException {
    if (change instanceof Change.Gone gone) {
      csv.row(List.of(gone.id(), "", "", "", "", "", "", "", "", "", CsvListReader.WITHDRAWN));
      return 1;
    }
    BankEntry entry = ((Change.Held) change).entry();
    boolean hasHash = !entry.hashes(options.algorithm()).isEmpty() || !entry.digests().isEmpty();
    if (entry.kind() != EntryKind.KNOWN || !hasHash) {
      return 0;
    }
    csv.row(fields(entry));
    return 1;
  }

  private List<String> fields(BankEntry entry) {
    return List.of(
        entry.id(),
        hashes(entry),
        entry.quality().map(Quality::toString).orElse(""),
        digests(entry, DigestAlgorithm.MD5),
        digests(entry, DigestAlgorithm.SHA1),
        digests(entry, DigestAlgorithm.SHA256),
        String.join(",", entry.labels()),
        entry.origins().stream().map(names::member).collect(Collectors.joining("\n")),
        entry.origins().stream().map(Origin::caseReference).collect(Collectors.joining("\n")),
        entry.expiresAt().map(Object::toString).orElse(""),
        entry.status().name().toLowerCase(Locale.ROOT));
  }

  private String hashes(BankEntry entry) {
    return entry.hashes(options.algorithm()).stream()
        .map(ImageHash::toHex)
        .collect(Collectors.joining(" "));
  }

  private static String digests(BankEntry entry, DigestAlgorithm algorithm) {
    return entry.digests().stream()
        .filter(digest -> digest.algorithm() == algorithm)
        .map(ExactDigest::toHex)
        .collect(Collectors.joining(" "));
  }

  @Override
  public void close() throws IOException {
    csv.end();
  }
}
