package org.hashmatch.bank.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.Change;
import org.hashmatch.bank.Origin;

/** Writes StopNCII's page: one record for each PDQ hash. What is gone has no hash to name it by. */
record StopNciiRowsWriter(ListOptions options) implements JsonPageWriter.Rows {

  @Override
  public int known(BankEntry entry, JsonGenerator out) throws IOException {
    List<String> hashes = Names.pdq(entry);
    for (String hash : hashes) {
      record(entry, hash, out);
    }
    return hashes.size();
  }

  private void record(BankEntry entry, String hash, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeNumberField("lastModtimestamp", entry.updatedAt().getEpochSecond());
    out.writeStringField("signalType", StopNciiRows.SIGNAL);
    out.writeStringField("hashValue", hash);
    out.writeStringField("hashStatus", "Active");
    out.writeObjectFieldStart("caseNumbers");
    for (String number : cases(entry)) {
      out.writeStringField(number, "Active");
    }
    out.writeEndObject();
    tags(entry, out);
    out.writeEndObject();
  }

  private static List<String> cases(BankEntry entry) {
    return entry.origins().stream()
        .map(Origin::caseReference)
        .filter(number -> !number.isEmpty())
        .distinct()
        .toList();
  }

  private void tags(BankEntry entry, JsonGenerator out) throws IOException {
    if (entry.labels().isEmpty()) {
      return;
    }
    out.writeArrayFieldStart("CSPFeedbacks");
    out.writeStartObject();
    out.writeStringField("source", options.source());
    out.writeStringField("feedbackValue", "None");
    out.writeArrayFieldStart("tags");
    for (String label : entry.labels()) {
      out.writeString(label);
    }
    out.writeEndArray();
    out.writeEndObject();
    out.writeEndArray();
  }

  @Override
  public int gone(Change.Gone gone, JsonGenerator out) {
    return 0;
  }

  @Override
  public void after(long rows, JsonGenerator out) throws IOException {
    out.writeNumberField("count", rows);
    out.writeBooleanField("hasMoreRecords", false);
  }
}
