package org.hashmatch.bank.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.Change;

/** Writes what python-threatexchange's command line prints: one row for each PDQ hash. */
final class TxCsvWriter implements RowWriter {

  private final Names names;
  private final CsvText csv;

  TxCsvWriter(OutputStream out, ListOptions options) throws IOException {
    this.names = new Names(options);
    this.csv = new CsvText(out, ',', TxCsvReader.HEADER);
  }

  @Override
  public int known(BankEntry entry) throws IOException {
    List<String> hashes = Names.pdq(entry);
    for (String hash : hashes) {
      csv.row(List.of(TxCsvReader.PDQ, hash, collab(entry), TxCsvReader.POSITIVE, tags(entry)));
    }
    return hashes.size();
  }

  /** A row has room for one; with several, nobody is named rather than one of them. */
  private String collab(BankEntry entry) {
    List<String> members = List.copyOf(names.members(entry));
    return members.size() == 1 ? members.get(0) : "";
  }

  /** Tags stand apart by spaces, so that a label's own become underscores. */
  private static String tags(BankEntry entry) {
    return entry.labels().stream()
        .map(label -> label.replace(' ', '_'))
        .collect(Collectors.joining(" "));
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
