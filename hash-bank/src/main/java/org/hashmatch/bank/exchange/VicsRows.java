package org.hashmatch.bank.exchange;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hashmatch.bank.DigestAlgorithm;
import org.hashmatch.hash.HashAlgorithm;

/** Media of Project VIC's lists, 1.3 and 2.0, in a hash set or in cases. */
final class VicsRows implements JsonRowsReader.Format {

  static final String CONTAINER = "value";
  static final String CONTEXT = "@odata.context";
  static final String MORE_HASHES = "AlternativeHashes";

  private static final String CONTEXT_1 = "odata.metadata";
  private static final Pattern COUNTRY =
      Pattern.compile("/DataModels/[^/]*/([A-Za-z]{1,20})/\\$metadata");
  private static final Pattern VERSION = Pattern.compile("/DataModels/([0-9.]{1,8})\\.xml#");

  private static final JsonPages.Shape SHAPE =
      new JsonPages.Shape(
          List.of(CONTAINER, "Media"),
          false,
          Set.of(
              CONTEXT,
              CONTEXT_1,
              "CaseID",
              "MediaID",
              "Category",
              "MD5",
              "SHA1",
              "PhotoDNA",
              MORE_HASHES,
              "MimeType",
              "DateUpdated"));

  private String context = "";
  private String caseReference = "";

  @Override
  public JsonPages.Shape shape() {
    return SHAPE;
  }

  @Override
  public void enter(int level, JsonRow page) throws ListException {
    try {
      if (level == 0) {
        context = context(page);
        caseReference = "";
      } else {
        caseReference = page.name("CaseID");
      }
    } catch (RowFault fault) {
      throw new ListException("a case or its context is not of the format: " + fault.getMessage());
    }
  }

  /** A category means nothing without its context, so it may not come too late. */
  @Override
  public void leave(int level, JsonRow page) throws ListException {
    if (level == 0 && context.isEmpty() && (page.has(CONTEXT) || page.has(CONTEXT_1))) {
      throw new ListException("the list's context must stand before its value");
    }
    caseReference = "";
  }

  private static String context(JsonRow page) throws RowFault {
    String url = page.text(CONTEXT) + page.text(CONTEXT_1);
    Matcher country = COUNTRY.matcher(url);
    if (country.find()) {
      return Labels.word(country.group(1));
    }
    Matcher version = VERSION.matcher(url);
    return version.find() ? version.group(1) : "";
  }

  @Override
  public ListItem row(JsonRow row, Draft draft) throws RowFault {
    String mime = row.text("MimeType");
    if (mime.startsWith("video/")) {
      throw RowFault.unsupported("MimeType", "a video");
    }
    draft.digest("MD5", DigestAlgorithm.MD5, row.text("MD5"));
    draft.digest("SHA1", DigestAlgorithm.SHA1, row.text("SHA1"));
    for (JsonRow hash : moreHashes(row, draft)) {
      more(hash.text("HashName"), hash.text("HashValue"), draft);
    }
    if (row.has("Category")) {
      String where = context.isEmpty() ? "unknown" : context;
      draft.label("Category", "vics-" + where + "-" + row.whole("Category", 0));
    }
    draft.origin("CaseID", "", caseReference);
    updated(row, draft);
    draft.checkFingerprints();
    String media = row.name("MediaID");
    return draft.known(media.isEmpty() ? draft.idByFingerprint() : draft.idOf("MediaID", media));
  }

  /** PhotoDNA is one text or an array of hashes with names; the others are always such an array. */
  private static List<JsonRow> moreHashes(JsonRow row, Draft draft) throws RowFault {
    if (row.isArray("PhotoDNA")) {
      row.objects("PhotoDNA").forEach(each -> photoDna(draft));
    } else if (!row.text("PhotoDNA").isEmpty()) {
      photoDna(draft);
    }
    return row.objects(MORE_HASHES);
  }

  private static void photoDna(Draft draft) {
    draft.note(RowFault.unsupported("PhotoDNA", "is not used here"));
  }

  private static void more(String name, String value, Draft draft) {
    switch (name) {
      case "PDQ" -> draft.hash(MORE_HASHES, HashAlgorithm.PDQ, value);
      case "MD5" -> draft.digest(MORE_HASHES, DigestAlgorithm.MD5, value);
      case "SHA1" -> draft.digest(MORE_HASHES, DigestAlgorithm.SHA1, value);
      case "SHA256" -> draft.digest(MORE_HASHES, DigestAlgorithm.SHA256, value);
      default -> draft.note(RowFault.unsupported(MORE_HASHES, "a hash is " + Shown.of(name)));
    }
  }

  /** Dates come in several forms; one that is of no known form is passed over. */
  private static void updated(JsonRow row, Draft draft) throws RowFault {
    String date = row.text("DateUpdated");
    if (date.isEmpty()) {
      return;
    }
    try {
      draft.updatedAt(Times.iso("DateUpdated", date));
    } catch (RowFault fault) {
      draft.note(RowFault.unsupported("DateUpdated", "is a time of another form"));
    }
  }
}
