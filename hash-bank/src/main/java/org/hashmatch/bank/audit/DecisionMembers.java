package org.hashmatch.bank.audit;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.hashmatch.bank.BankMatch;
import org.hashmatch.bank.Decision;
import org.hashmatch.bank.Evidence;
import org.hashmatch.bank.Origin;
import org.hashmatch.bank.Screening;

/** What an audit line says of a decision. No hash and no digest: those are for the bank. */
record DecisionMembers(Screening screening, String uploadId) implements AuditLine.Members {

  @Override
  public void write(JsonGenerator json) throws IOException {
    Decision decision = screening.decision();
    json.writeStringField("uploadId", uploadId);
    json.writeStringField("decision", decision.word());
    if (decision instanceof Decision.Unscreenable unscreenable) {
      json.writeStringField("reason", unscreenable.reason().name());
      json.writeStringField("detail", unscreenable.detail());
    }
    matches(json, "matches", decision.findings().matches());
    matches(json, "noted", decision.findings().noted());
    innocents(json, decision.findings().innocents());
    json.writeNumberField("bytes", screening.bytes());
    json.writeNumberField("tookMicros", screening.took().toNanos() / 1000);
  }

  private static void matches(JsonGenerator json, String name, List<BankMatch> matches)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (BankMatch match : matches) {
      json.writeStartObject();
      json.writeStringField("bank", match.bank().name());
      json.writeStringField("entry", match.entry().id());
      texts(json, "sources", sources(match));
      texts(json, "labels", match.entry().labels());
      evidence(json, match.evidence());
      json.writeStringField("action", match.action().name());
      if (match.restraint().isPresent()) {
        json.writeStringField("restraint", match.restraint().get().name());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static List<String> sources(BankMatch match) {
    return match.entry().origins().stream()
        .map(Origin::source)
        .filter(source -> !source.isEmpty())
        .distinct()
        .toList();
  }

  private static void texts(JsonGenerator json, String name, Collection<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private static void evidence(JsonGenerator json, Evidence evidence) throws IOException {
    if (evidence instanceof Evidence.Exact exact) {
      json.writeStringField("evidence", "EXACT");
      json.writeStringField("algorithm", exact.algorithm().standardName());
    } else if (evidence instanceof Evidence.Perceptual near) {
      json.writeStringField("evidence", "PERCEPTUAL");
      json.writeStringField("algorithm", near.algorithm().id());
      json.writeNumberField("distance", near.distance());
      json.writeNumberField("radius", near.radius());
      json.writeStringField("view", near.rendition());
      json.writeNumberField("quality", near.quality().value());
    }
  }

  private static void innocents(JsonGenerator json, List<BankMatch> innocents) throws IOException {
    json.writeArrayFieldStart("innocents");
    for (BankMatch match : innocents) {
      json.writeStartObject();
      json.writeStringField("bank", match.bank().name());
      json.writeStringField("entry", match.entry().id());
      if (match.evidence() instanceof Evidence.Perceptual near) {
        json.writeNumberField("distance", near.distance());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
