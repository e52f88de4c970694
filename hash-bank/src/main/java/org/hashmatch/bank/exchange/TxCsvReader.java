package org.hashmatch.bank.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;

/** Reads what {@code tx dataset --csv} of python-threatexchange prints. */
final class TxCsvReader implements ListReader {

  static final List<String> HEADER =
      List.of("signal_type", "signal_str", "collab", "category", "tags");
  static final String PDQ = "pdq";
  static final String POSITIVE = "POSITIVE_CLASS";

  private final ListOptions options;

  TxCsvReader(ListOptions options) {
    this.options = options;
  }

  @Override
  public void read(InputStream in, ListSink sink) throws IOException {
    new CsvRows(',', false, CsvRows.requiring(HEADER), TxCsvReader::row)
        .read(in, new RowSink(options, sink));
  }

  private static ListItem row(CsvRows.Row row, Draft draft) throws RowFault {
    String type = row.text("signal_type");
    if (!type.equals(PDQ)) {
      throw RowFault.unsupported("signal_type", "is " + Shown.of(type) + ", not " + PDQ);
    }
    ImageHash hash = Fingerprints.hash("signal_str", HashAlgorithm.PDQ, row.text("signal_str"));
    String category = row.text("category");
    if (!category.equals(POSITIVE)) {
      throw RowFault.unsupported("category", "is " + Shown.of(category) + ", not " + POSITIVE);
    }
    draft.hash("signal_str", HashAlgorithm.PDQ, hash.toHex());
    draft.origin("collab", row.text("collab"), "");
    for (String tag : row.text("tags").split(" +", -1)) {
      if (!tag.isEmpty()) {
        draft.label("tags", tag);
      }
    }
    return draft.known(draft.idByFingerprint());
  }
}
