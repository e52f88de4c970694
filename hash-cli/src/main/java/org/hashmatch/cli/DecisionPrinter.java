package org.hashmatch.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.hashmatch.bank.BankMatch;
import org.hashmatch.bank.Decision;
import org.hashmatch.bank.Evidence;
import org.hashmatch.bank.Findings;
import org.hashmatch.bank.NearestMiss;
import org.hashmatch.bank.OneLine;
import org.hashmatch.bank.Origin;
import org.hashmatch.hash.decode.Completeness;

/** Prints decisions one by one, in one of three forms. */
interface DecisionPrinter {

  /** The forms there are. */
  enum Format {
    /** For people. */
    TEXT,
    /** For tables. */
    CSV,
    /** For programs: a JSON object a line. */
    JSONL
  }

  void print(String file, Decision decision);

  static DecisionPrinter of(Format format, PrintWriter out) {
    return switch (format) {
      case TEXT -> (file, decision) -> out.println(text(file, decision));
      case CSV -> csv(out);
      case JSONL -> (file, decision) -> out.println(json(file, decision));
    };
  }

  private static String text(String file, Decision decision) {
    String explanation = explanation(decision);
    String line = String.format("%-12s  %s", decision.word(), OneLine.of(file));
    return explanation.isEmpty() ? line : line + "  (" + explanation + ")";
  }

  private static String explanation(Decision decision) {
    StringBuilder words = new StringBuilder();
    if (decision instanceof Decision.Unscreenable unscreenable) {
      words.append(unscreenable.reason()).append(": ").append(unscreenable.detail());
    } else if (decision instanceof Decision.Clear clear
        && clear.completeness() == Completeness.REPAIRED) {
      words.append("repaired");
    }
    Findings findings = decision.findings();
    findings.matches().stream().limit(1).forEach(match -> append(words, "", match.words()));
    findings.noted().stream().limit(1).forEach(match -> append(words, "noted ", match.words()));
    findings.innocents().stream()
        .limit(1)
        .forEach(match -> append(words, "innocent ", match.words()));
    findings.nearestMiss().ifPresent(miss -> append(words, "", miss.words()));
    return words.toString();
  }

  private static void append(StringBuilder words, String kind, String more) {
    words.append(words.isEmpty() ? "" : "; ").append(kind).append(more);
  }

  private static DecisionPrinter csv(PrintWriter out) {
    CsvWriter csv = Csv.to(out);
    csv.writeRecord("file", "decision", "bank", "entry", "distance", "view", "quality", "reason");
    return (file, decision) -> {
      DecisionRow row = DecisionRow.of(file, decision, false).get(0);
      csv.writeRecord(
          row.file(),
          row.decision(),
          row.bank(),
          row.entry(),
          row.distance(),
          row.view(),
          row.quality(),
          row.reason());
    };
  }

  private static String json(String file, Decision decision) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("file", file);
      json.writeStringField("decision", decision.word());
      json.writeStringField("sentence", decision.sentence());
      if (decision instanceof Decision.Unscreenable unscreenable) {
        json.writeStringField("reason", unscreenable.reason().name());
        json.writeStringField("detail", unscreenable.detail());
      }
      if (decision instanceof Decision.Clear clear) {
        json.writeNumberField("quality", clear.quality().value());
        json.writeBooleanField("repaired", clear.completeness() == Completeness.REPAIRED);
      }
      write(json, "matches", decision.matches());
      write(json, "noted", decision.findings().noted());
      write(json, "innocents", decision.findings().innocents());
      if (decision.findings().nearestMiss().isPresent()) {
        write(json, decision.findings().nearestMiss().get());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, String name, List<BankMatch> matches)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (BankMatch match : matches) {
      write(json, match);
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, BankMatch match) throws IOException {
    json.writeStartObject();
    json.writeStringField("bank", match.bank().name());
    json.writeStringField("action", match.action().name());
    if (match.restraint().isPresent()) {
      json.writeStringField("restraint", match.restraint().get().name());
    }
    json.writeStringField("entry", match.entry().id());
    json.writeArrayFieldStart("origins");
    for (Origin origin : match.entry().origins()) {
      json.writeStartObject();
      json.writeStringField("source", origin.source());
      json.writeStringField("case", origin.caseReference());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("labels");
    for (String label : match.entry().labels()) {
      json.writeString(label);
    }
    json.writeEndArray();
    if (match.evidence() instanceof Evidence.Exact exact) {
      json.writeStringField("digest", exact.algorithm().standardName());
    } else if (match.evidence() instanceof Evidence.Perceptual near) {
      json.writeStringField("algorithm", near.algorithm().id());
      json.writeNumberField("distance", near.distance());
      json.writeNumberField("radius", near.radius());
      json.writeStringField("view", near.rendition());
      json.writeNumberField("quality", near.quality().value());
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, NearestMiss miss) throws IOException {
    json.writeObjectFieldStart("nearestMiss");
    json.writeStringField("bank", miss.bank());
    json.writeStringField("entry", miss.entry());
    json.writeStringField("algorithm", miss.algorithm().id());
    json.writeNumberField("distance", miss.distance());
    json.writeNumberField("radius", miss.radius());
    json.writeEndObject();
  }
}
