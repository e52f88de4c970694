package org.hashmatch.bank.exchange;

import java.util.List;
import java.util.Set;
import org.hashmatch.bank.DigestAlgorithm;
import org.hashmatch.hash.HashAlgorithm;

/** The hash list of Tech Against Terrorism, version 2. */
final class TatRows implements JsonRowsReader.Format {

  static final String CONTAINER = "results";
  static final String LABEL = "tat-";

  private static final JsonPages.Shape SHAPE =
      new JsonPages.Shape(
          List.of(CONTAINER),
          false,
          Set.of("id", "hash_digest", "algorithm", "ideology", "deleted", "updated_on"));

  @Override
  public JsonPages.Shape shape() {
    return SHAPE;
  }

  @Override
  public ListItem row(JsonRow row, Draft draft) throws RowFault {
    String id = draft.idOf("id", row.name("id"));
    if (row.flag("deleted")) {
      return draft.withdrawn(id);
    }
    fingerprint(row.required("algorithm"), row.required("hash_digest"), draft);
    String ideology = Labels.word(row.text("ideology"));
    if (!ideology.isEmpty()) {
      draft.label("ideology", LABEL + ideology);
    }
    String updated = row.text("updated_on");
    if (!updated.isEmpty()) {
      draft.updatedAt(Times.iso("updated_on", updated));
    }
    return draft.known(id);
  }

  private static void fingerprint(String algorithm, String hex, Draft draft) throws RowFault {
    switch (algorithm) {
      case "PDQ" -> draft.hash("hash_digest", HashAlgorithm.PDQ, hex);
      case "MD5" -> draft.digest("hash_digest", DigestAlgorithm.MD5, hex);
      case "SHA256" -> draft.digest("hash_digest", DigestAlgorithm.SHA256, hex);
      default -> throw RowFault.unsupported("algorithm", "is " + Shown.of(algorithm));
    }
  }
}
