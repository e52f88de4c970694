package org.hashmatch.bank.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hashmatch.bank.DigestAlgorithm;

/** Reads the CSV that Interpol's ICSE database exports. Rows may end before their last columns. */
final class IcseReader implements ListReader {

  static final List<String> HEADER =
      List.of(
          "MD5",
          "SHA1",
          "PhotoDNA",
          "Image ID",
          "Is distributed",
          "Victim identified",
          "Offender identified",
          "Series name",
          "Number of submissions",
          "File Available",
          "Media Type",
          "Baseline");

  /** The columns that become labels when they say yes. */
  static final Map<String, String> LABELS = labels();

  private static final Set<String> YES = Set.of("y", "yes", "t", "true");
  private static final Set<String> NO = Set.of("", "n", "no", "f", "false");

  private final ListOptions options;

  IcseReader(ListOptions options) {
    this.options = options;
  }

  private static Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("Is distributed", "icse-distributed");
    labels.put("Victim identified", "icse-victim-identified");
    labels.put("Offender identified", "icse-offender-identified");
    labels.put("Baseline", "icse-baseline");
    return labels;
  }

  @Override
  public void read(InputStream in, ListSink sink) throws IOException {
    new CsvRows(';', true, CsvRows.requiring(List.of("MD5", "SHA1", "Image ID")), IcseReader::row)
        .read(in, new RowSink(options, sink));
  }

  private static ListItem row(CsvRows.Row row, Draft draft) throws RowFault {
    if (row.text("Media Type").toLowerCase(Locale.ROOT).startsWith("video")) {
      throw RowFault.unsupported("Media Type", "a video");
    }
    draft.digest("MD5", DigestAlgorithm.MD5, row.text("MD5"));
    draft.digest("SHA1", DigestAlgorithm.SHA1, row.text("SHA1"));
    if (!row.text("PhotoDNA").isEmpty()) {
      draft.note(RowFault.unsupported("PhotoDNA", "is not used here"));
    }
    draft.checkFingerprints();
    for (Map.Entry<String, String> label : LABELS.entrySet()) {
      if (isYes(label.getKey(), row, draft)) {
        draft.label(label.getKey(), label.getValue());
      }
    }
    String image = row.text("Image ID");
    return draft.known(image.isEmpty() ? draft.idByFingerprint() : draft.idOf("Image ID", image));
  }

  private static boolean isYes(String column, CsvRows.Row row, Draft draft) throws RowFault {
    String text = row.text(column).toLowerCase(Locale.ROOT);
    if (!YES.contains(text) && !NO.contains(text)) {
      draft.note(RowFault.invalid(column, "is neither yes nor no"));
    }
    return YES.contains(text);
  }
}
