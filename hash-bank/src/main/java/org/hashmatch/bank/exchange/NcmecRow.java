package org.hashmatch.bank.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.DigestAlgorithm;
import org.hashmatch.hash.HashAlgorithm;

/** One image or video of NCMEC's answer, as its elements came. */
final class NcmecRow {

  static final Set<String> FIELDS = Set.of("id", "timestamp", "classification");
  static final String IMAGE = "image";
  static final String DELETED_IMAGE = "deletedImage";
  static final String LABEL = "ncmec-";

  /** Most characters of a text that are looked at; a longer one is too long for any field. */
  static final int MOST = 4096;

  private record Fingerprint(String name, String text) {}

  private final String kind;
  private final Map<String, String> fields = new HashMap<>();
  private final List<Fingerprint> fingerprints = new ArrayList<>();
  private String memberId = "";
  private String memberName = "";

  NcmecRow(String kind) {
    this.kind = kind;
  }

  void member(String id, String name) {
    memberId = id;
    memberName = name;
  }

  void field(String name, String text) {
    fields.put(name, text);
  }

  /** More than an entry may have are not kept; the count alone then refuses the row. */
  void fingerprint(String name, String text) {
    if (fingerprints.size() <= 2 * BankEntry.MAX_HASHES) {
      fingerprints.add(new Fingerprint(name, text));
    }
  }

  private String text(String field) {
    return fields.getOrDefault(field, "");
  }

  ListItem item(Draft draft) throws RowFault {
    return switch (kind) {
      case IMAGE -> image(draft);
      case DELETED_IMAGE -> draft.withdrawn(id(draft));
      default -> throw RowFault.unsupported("", "is " + Shown.of(kind) + ", not an image");
    };
  }

  private String id(Draft draft) throws RowFault {
    if (memberId.isEmpty()) {
      throw RowFault.invalid("member", "has no id");
    }
    if (text("id").isEmpty()) {
      throw RowFault.invalid("id", "is missing");
    }
    return draft.idOf("id", memberId + "-" + text("id"));
  }

  private ListItem image(Draft draft) throws RowFault {
    String id = id(draft);
    fingerprints.forEach(fingerprint -> add(fingerprint, draft));
    draft.checkFingerprints();
    draft.origin("member", memberName.isEmpty() ? memberId : memberName, text("id"));
    String classification = Labels.word(text("classification"));
    if (!classification.isEmpty()) {
      draft.label("classification", LABEL + classification);
    }
    String timestamp = text("timestamp");
    if (!timestamp.isEmpty()) {
      draft.updatedAt(Times.iso("timestamp", timestamp));
    }
    return draft.known(id);
  }

  private static void add(Fingerprint fingerprint, Draft draft) {
    switch (fingerprint.name().toLowerCase(Locale.ROOT)) {
      case "pdq" -> draft.hash("pdq", HashAlgorithm.PDQ, fingerprint.text());
      case "md5" -> draft.digest("md5", DigestAlgorithm.MD5, fingerprint.text());
      case "sha1" -> draft.digest("sha1", DigestAlgorithm.SHA1, fingerprint.text());
      default ->
          draft.note(
              RowFault.unsupported("fingerprints", Shown.of(fingerprint.name()) + " is not used"));
    }
  }
}
