package org.hashmatch.bank.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.Change;
import org.hashmatch.bank.DigestAlgorithm;
import org.hashmatch.bank.ExactDigest;
import org.jspecify.annotations.Nullable;

/**
 * Writes a hash set of Project VIC's model 2.0: one media record for each entry. PDQ hashes,
 * SHA-256 and further digests stand as named hashes, which is our extension.
 */
record VicsRowsWriter(Names names) implements JsonPageWriter.Rows {

  private static final String CONTEXT =
      "http://github.com/VICSDATAMODEL/ProjectVic/DataModels/2.0.xml/Default/$metadata#Media";
  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");

  @Override
  public void before(JsonGenerator out) throws IOException {
    out.writeStringField(VicsRows.CONTEXT, CONTEXT);
  }

  @Override
  public int known(BankEntry entry, JsonGenerator out) throws IOException {
    Map<DigestAlgorithm, String> first = new EnumMap<>(DigestAlgorithm.class);
    List<Names.Named> more = more(entry, first);
    if (first.isEmpty() && more.isEmpty()) {
      return 0;
    }
    out.writeStartObject();
    number("MediaID", names.id(entry.id()), out);
    number("Category", Names.labelAfter("vics-default-", entry), out);
    text("MD5", first.get(DigestAlgorithm.MD5), out);
    text("SHA1", first.get(DigestAlgorithm.SHA1), out);
    more(more, out);
    out.writeStringField("DateUpdated", entry.updatedAt().toString());
    out.writeEndObject();
    return 1;
  }

  /** All but the first MD5 and the first SHA-1, which have members of their own. */
  private static List<Names.Named> more(BankEntry entry, Map<DigestAlgorithm, String> first) {
    List<Names.Named> more = new ArrayList<>();
    Names.pdq(entry).forEach(hex -> more.add(new Names.Named("PDQ", hex)));
    for (ExactDigest digest : entry.digests()) {
      boolean hasMember = digest.algorithm() != DigestAlgorithm.SHA256;
      if (!hasMember || first.putIfAbsent(digest.algorithm(), digest.toHex()) != null) {
        more.add(new Names.Named(digest.algorithm().name(), digest.toHex()));
      }
    }
    return more;
  }

  private static void more(List<Names.Named> more, JsonGenerator out) throws IOException {
    if (more.isEmpty()) {
      return;
    }
    out.writeArrayFieldStart(VicsRows.MORE_HASHES);
    for (Names.Named hash : more) {
      out.writeStartObject();
      out.writeStringField("HashName", hash.type());
      out.writeStringField("HashValue", hash.hex());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void number(String field, String text, JsonGenerator out) throws IOException {
    if (NUMBER.matcher(text).matches()) {
      out.writeNumberField(field, Long.parseLong(text));
    }
  }

  private static void text(String field, @Nullable String text, JsonGenerator out)
      throws IOException {
    if (text != null) {
      out.writeStringField(field, text);
    }
  }

  @Override
  public int gone(Change.Gone gone, JsonGenerator out) {
    return 0;
  }
}
