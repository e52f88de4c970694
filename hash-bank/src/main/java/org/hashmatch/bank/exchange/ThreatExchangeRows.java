package org.hashmatch.bank.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hashmatch.bank.DigestAlgorithm;
import org.hashmatch.hash.HashAlgorithm;

/** ThreatExchange's {@code threat_updates}. */
final class ThreatExchangeRows implements JsonRowsReader.Format {

  static final String CONTAINER = "data";
  static final String PDQ = "HASH_PDQ";
  static final Map<DigestAlgorithm, String> DIGESTS =
      Map.of(
          DigestAlgorithm.MD5, "HASH_MD5",
          DigestAlgorithm.SHA1, "HASH_SHA1",
          DigestAlgorithm.SHA256, "HASH_SHA256");

  private static final JsonPages.Shape SHAPE =
      new JsonPages.Shape(
          List.of(CONTAINER),
          true,
          Set.of("id", "indicator", "type", "last_updated", "should_delete", "descriptors"));

  @Override
  public JsonPages.Shape shape() {
    return SHAPE;
  }

  @Override
  public ListItem row(JsonRow row, Draft draft) throws RowFault {
    String id = draft.idOf("id", row.name("id"));
    boolean over = row.flag("should_delete");
    List<JsonRow> descriptors = row.object("descriptors").objects("data");
    if (over || descriptors.isEmpty()) {
      return draft.withdrawn(id);
    }
    indicator(row, draft);
    for (JsonRow descriptor : malicious(descriptors)) {
      draft.origin("descriptors", descriptor.object("owner").name("id"), "");
      for (String tag : tags(descriptor)) {
        draft.label("descriptors", tag);
      }
    }
    if (row.has("last_updated")) {
      draft.updatedAt(Times.epochSecond("last_updated", row.whole("last_updated", 0)));
    }
    return draft.known(id);
  }

  private static void indicator(JsonRow row, Draft draft) throws RowFault {
    String type = row.required("type");
    String indicator = row.required("indicator");
    if (type.equals(PDQ)) {
      draft.hash("indicator", HashAlgorithm.PDQ, indicator);
    } else if (DIGESTS.containsValue(type)) {
      draft.digest("indicator", algorithm(type), indicator);
    } else {
      throw RowFault.unsupported("type", "is " + Shown.of(type));
    }
    draft.checkFingerprints();
  }

  private static DigestAlgorithm algorithm(String type) {
    for (Map.Entry<DigestAlgorithm, String> digest : DIGESTS.entrySet()) {
      if (digest.getValue().equals(type)) {
        return digest.getKey();
      }
    }
    throw new IllegalStateException("a type without a digest");
  }

  private static List<JsonRow> malicious(List<JsonRow> descriptors) throws RowFault {
    List<JsonRow> malicious = new ArrayList<>();
    boolean negative = false;
    for (JsonRow descriptor : descriptors) {
      String status = descriptor.text("status");
      negative |= status.equals("NON_MALICIOUS");
      if (status.equals("MALICIOUS")) {
        malicious.add(descriptor);
      }
    }
    if (malicious.isEmpty()) {
      throw RowFault.unsupported(
          "descriptors",
          negative
              ? "the status is NON_MALICIOUS: a negative, which belongs in a negative bank"
              : "no descriptor's status is MALICIOUS: no more than a seed of an investigation");
    }
    return malicious;
  }

  private static List<String> tags(JsonRow descriptor) throws RowFault {
    if (!descriptor.isObject("tags")) {
      return descriptor.texts("tags");
    }
    List<String> tags = new ArrayList<>();
    for (JsonRow tag : descriptor.object("tags").objects("data")) {
      tags.add(tag.text("text"));
    }
    return tags;
  }
}
