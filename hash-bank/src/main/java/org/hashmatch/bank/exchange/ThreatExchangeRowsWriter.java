package org.hashmatch.bank.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.Change;

/** Writes ThreatExchange's updates: one row for each fingerprint. */
record ThreatExchangeRowsWriter(Names names) implements JsonPageWriter.Rows {

  @Override
  public int known(BankEntry entry, JsonGenerator out) throws IOException {
    List<Names.Named> all =
        Names.fingerprints(entry, ThreatExchangeRows.PDQ, ThreatExchangeRows.DIGESTS);
    for (int i = 0; i < all.size(); i++) {
      out.writeStartObject();
      out.writeStringField("id", names.id(entry.id(), i));
      out.writeStringField("indicator", all.get(i).hex());
      out.writeStringField("type", all.get(i).type());
      out.writeNumberField("last_updated", entry.updatedAt().getEpochSecond());
      out.writeBooleanField("should_delete", false);
      descriptors(entry, out);
      out.writeEndObject();
    }
    return all.size();
  }

  private void descriptors(BankEntry entry, JsonGenerator out) throws IOException {
    out.writeObjectFieldStart("descriptors");
    out.writeArrayFieldStart("data");
    for (String member : names.members(entry)) {
      out.writeStartObject();
      if (!member.isEmpty()) {
        out.writeObjectFieldStart("owner");
        out.writeStringField("id", member);
        out.writeEndObject();
      }
      out.writeStringField("status", "MALICIOUS");
      out.writeArrayFieldStart("tags");
      for (String label : entry.labels()) {
        out.writeString(label);
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  @Override
  public int gone(Change.Gone gone, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", names.id(gone.id()));
    out.writeNumberField("last_updated", gone.at().getEpochSecond());
    out.writeBooleanField("should_delete", true);
    out.writeEndObject();
    return 1;
  }
}
