package org.hashmatch.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.hashmatch.bank.BankMatch;
import org.hashmatch.bank.Decision;
import org.hashmatch.bank.exchange.HashLine;
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
    String name = HashLine.onOneLine(file);
    if (decision instanceof Decision.Unscreenable unscreenable) {
      return String.format(
          "%-12s  %s  (%s: %s)",
          decision.word(), name, unscreenable.reason(), unscreenable.detail());
    }
    if (decision instanceof Decision.Clear clear && clear.completeness() == Completeness.REPAIRED) {
      return String.format("%-12s  %s  (repaired)", decision.word(), name);
    }
    return decision
        .best()
        .map(match -> String.format("%-12s  %s  (%s)", decision.word(), name, explanation(match)))
        .orElseGet(() -> String.format("%-12s  %s", decision.word(), name));
  }

  private static String explanation(BankMatch match) {
    return String.format(
        Locale.ROOT,
        "%s in %s, distance %d of %d, %s, quality %s",
        match.entry().id(),
        match.bank().name(),
        match.distance(),
        match.bank().policy().radius(),
        DecisionRow.view(match),
        match.quality());
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
      if (decision instanceof Decision.Unscreenable unscreenable) {
        json.writeStringField("reason", unscreenable.reason().name());
        json.writeStringField("detail", unscreenable.detail());
      }
      if (decision instanceof Decision.Clear clear) {
        json.writeNumberField("quality", clear.quality().value());
        json.writeBooleanField("repaired", clear.completeness() == Completeness.REPAIRED);
      }
      json.writeArrayFieldStart("matches");
      for (BankMatch match : decision.matches()) {
        write(json, match);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, BankMatch match) throws IOException {
    json.writeStartObject();
    json.writeStringField("bank", match.bank().name());
    json.writeStringField("action", match.bank().policy().action().name());
    json.writeStringField("entry", match.entry().id());
    json.writeStringField("source", match.entry().source());
    json.writeStringField("case", match.entry().caseReference());
    json.writeArrayFieldStart("labels");
    for (String label : match.entry().labels()) {
      json.writeString(label);
    }
    json.writeEndArray();
    json.writeStringField("algorithm", match.bank().algorithm().id());
    json.writeNumberField("distance", match.distance());
    json.writeNumberField("radius", match.bank().policy().radius());
    json.writeStringField("view", DecisionRow.view(match));
    json.writeNumberField("quality", match.quality().value());
    json.writeEndObject();
  }
}
