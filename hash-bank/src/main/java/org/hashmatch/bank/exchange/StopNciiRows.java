package org.hashmatch.bank.exchange;

import java.util.List;
import java.util.Set;
import org.hashmatch.hash.HashAlgorithm;

/** StopNCII's hash records. */
final class StopNciiRows implements JsonRowsReader.Format {

  static final String CONTAINER = "hashRecords";
  static final String SIGNAL = "ImagePDQ";

  private static final JsonPages.Shape SHAPE =
      new JsonPages.Shape(
          List.of(CONTAINER),
          false,
          Set.of(
              "lastModtimestamp",
              "signalType",
              "hashValue",
              "hashStatus",
              "caseNumbers",
              "CSPFeedbacks"));
  private static final Set<String> OVER = Set.of("Withdrawn", "Deleted");
  private static final Set<String> HOLDS = Set.of("Active", "Received");

  @Override
  public JsonPages.Shape shape() {
    return SHAPE;
  }

  @Override
  public ListItem row(JsonRow row, Draft draft) throws RowFault {
    String signal = row.required("signalType");
    if (!signal.equals(SIGNAL)) {
      throw RowFault.unsupported("signalType", "is " + Shown.of(signal) + ", not " + SIGNAL);
    }
    String hex = row.required("hashValue");
    String hash = Fingerprints.hash("hashValue", HashAlgorithm.PDQ, hex).toHex();
    String id = Fingerprints.id(draft.options().source(), SIGNAL, hash);
    JsonRow cases = row.object("caseNumbers");
    if (isWithdrawn(row.required("hashStatus"), cases)) {
      return draft.withdrawn(id);
    }
    draft.hash("hashValue", HashAlgorithm.PDQ, hex);
    origins(cases, draft);
    tags(row, draft);
    if (row.has("lastModtimestamp")) {
      draft.updatedAt(Times.epochSecond("lastModtimestamp", row.whole("lastModtimestamp", 0)));
    }
    return draft.known(draft.checkedId("hashValue", id));
  }

  /** Withdrawn as a whole, or case by case. */
  private static boolean isWithdrawn(String status, JsonRow cases) throws RowFault {
    if (OVER.contains(status)) {
      return true;
    }
    if (!HOLDS.contains(status)) {
      throw RowFault.unsupported("hashStatus", "is " + Shown.of(status));
    }
    boolean all = !cases.fields().isEmpty();
    for (String number : cases.fields()) {
      all &= OVER.contains(status(cases, number));
    }
    return all;
  }

  private static String status(JsonRow cases, String number) throws RowFault {
    return cases.text(number, "caseNumbers");
  }

  private static void origins(JsonRow cases, Draft draft) throws RowFault {
    boolean held = cases.fields().isEmpty();
    for (String number : cases.fields()) {
      String status = status(cases, number);
      if (HOLDS.contains(status)) {
        draft.origin("caseNumbers", "", number);
        held = true;
      } else if (!OVER.contains(status)) {
        draft.note(RowFault.unsupported("caseNumbers", "a case's status is " + Shown.of(status)));
      }
    }
    if (!held) {
      throw RowFault.unsupported("caseNumbers", "no case is active");
    }
  }

  private static void tags(JsonRow row, Draft draft) throws RowFault {
    for (JsonRow feedback : row.objects("CSPFeedbacks")) {
      for (String tag : feedback.texts("tags")) {
        String label = Labels.clean(tag);
        if (!label.isEmpty()) {
          draft.label("CSPFeedbacks", label);
        }
      }
    }
  }
}
