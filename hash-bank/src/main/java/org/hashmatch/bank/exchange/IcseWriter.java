package org.hashmatch.bank.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.Change;
import org.hashmatch.bank.DigestAlgorithm;
import org.hashmatch.bank.ExactDigest;

/** Writes ICSE's CSV: one row for each entry, or for each pair of its digests if it has several. */
final class IcseWriter implements RowWriter {

  private final Names names;
  private final CsvText csv;

  IcseWriter(OutputStream out, ListOptions options) throws IOException {
    this.names = new Names(options);
    this.csv = new CsvText(out, ';', IcseReader.HEADER);
  }

  @Override
  public int known(BankEntry entry) throws IOException {
    List<String> md5 = digests(entry, DigestAlgorithm.MD5);
    List<String> sha1 = digests(entry, DigestAlgorithm.SHA1);
    int rows = Math.max(md5.size(), sha1.size());
    for (int i = 0; i < rows; i++) {
      csv.row(
          List.of(
              i < md5.size() ? md5.get(i) : "",
              i < sha1.size() ? sha1.get(i) : "",
              "",
              names.id(entry.id(), i),
              yesOrNo(entry, "Is distributed"),
              yesOrNo(entry, "Victim identified"),
              yesOrNo(entry, "Offender identified"),
              "",
              "",
              "",
              "image",
              yesOrNo(entry, "Baseline")));
    }
    return rows;
  }

  private static List<String> digests(BankEntry entry, DigestAlgorithm algorithm) {
    return entry.digests().stream()
        .filter(digest -> digest.algorithm() == algorithm)
        .map(ExactDigest::toHex)
        .toList();
  }

  private static String yesOrNo(BankEntry entry, String column) {
    return entry.labels().contains(IcseReader.LABELS.get(column)) ? "y" : "n";
  }

  @Override
  public int gone(Change.Gone gone) {
    return 0;
  }

  @Override
  public void end() throws IOException {
    csv.end();
  }
}
