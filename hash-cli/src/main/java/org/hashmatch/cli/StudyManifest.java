package org.hashmatch.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hashmatch.eval.attack.AttackPack;
import org.hashmatch.eval.attack.Edit;
import org.hashmatch.eval.report.ReportFacts;
import org.hashmatch.eval.study.PictureReader;
import org.hashmatch.eval.study.Sha256;
import org.hashmatch.eval.study.StudyPlan;
import org.hashmatch.eval.study.StudyTable;

/**
 * What must be known to do a study again, and by what it was done: the plan, the program, the
 * machine, and the SHA-256 of each table. The pictures' own are in {@code pictures.csv}, every
 * parameter of every edit in {@code edits.csv}.
 */
final class StudyManifest {

  static final String FILE = "manifest.json";

  private final StudyPlan plan;
  private final PictureReader reader;
  private final List<StudyTable> tables;

  StudyManifest(StudyPlan plan, PictureReader reader, List<StudyTable> tables) {
    this.plan = plan;
    this.reader = reader;
    this.tables = tables;
  }

  /** What a reader of the page wants to know, in order. */
  Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("program", new Main.Version().getVersion()[0]);
    facts.put("commit", commit());
    facts.put(
        "jvm",
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
    facts.put(
        "system",
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch")
            + ", "
            + Runtime.getRuntime().availableProcessors()
            + " processors");
    facts.put("decoder", reader.decoder().name());
    facts.put("seed", Long.toString(plan.seed()));
    facts.put("longer side", plan.maxSide() + " pixels");
    facts.put("edits of a distractor", Integer.toString(plan.distractorEdits()));
    facts.put(
        "false-positive rates",
        plan.figures().rates().stream()
            .map(rate -> BigDecimal.valueOf(rate).stripTrailingZeros().toPlainString())
            .collect(Collectors.joining(", ")));
    facts.put("pictures in the bank", Long.toString(plan.figures().bankSize()));
    facts.put("uploads a day", Long.toString(plan.figures().uploadsADay()));
    facts.put("edits' version", Integer.toString(Edit.VERSION));
    facts.put("resamples", Integer.toString(plan.figures().resamples()));
    return facts;
  }

  ReportFacts reportFacts() {
    ReportFacts facts = ReportFacts.none();
    for (Map.Entry<String, String> fact : facts().entrySet()) {
      facts = facts.with(fact.getKey(), fact.getValue());
    }
    return facts;
  }

  /** The working copy's commit, where this runs in one. */
  private static String commit() {
    String home = System.getProperty("hashmatch.home", "");
    if (home.isEmpty()) {
      return "not known";
    }
    try {
      Process git =
          new ProcessBuilder("git", "-C", home, "describe", "--always", "--dirty", "--abbrev=40")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return git.waitFor() == 0 && !said.isEmpty() ? said : "not known";
    } catch (IOException e) {
      return "not known";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "not known";
    }
  }

  void writeTo(Path folder, List<Path> written) throws IOException {
    Path half = folder.resolve(FILE + ".half");
    try (JsonGenerator json =
        new JsonFactory()
            .createGenerator(Files.newBufferedWriter(half, StandardCharsets.UTF_8))
            .useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeNumberField("manifest", 1);
      for (Map.Entry<String, String> fact : facts().entrySet()) {
        json.writeStringField(fact.getKey(), fact.getValue());
      }
      writePlan(json);
      json.writeObjectFieldStart("sha256");
      for (Path file : written) {
        json.writeStringField(String.valueOf(file.getFileName()), Sha256.of(file));
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    Files.move(
        half,
        folder.resolve(FILE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private void writePlan(JsonGenerator json) throws IOException {
    json.writeNumberField("images", count("image"));
    json.writeNumberField("distractors", count("distractor"));
    json.writeArrayFieldStart("hashers");
    for (var hasher : plan.hashers()) {
      json.writeString(hasher.toString());
    }
    for (var matcher : plan.matchers()) {
      json.writeString(matcher.name() + "=" + matcher.command());
    }
    json.writeEndArray();
    json.writeObjectFieldStart("radii");
    for (Map.Entry<String, Integer> radius : plan.radii().entrySet()) {
      json.writeNumberField(radius.getKey(), radius.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("packs");
    for (AttackPack pack : plan.packs()) {
      json.writeStartObject();
      json.writeStringField("name", pack.name());
      json.writeNumberField("version", pack.version());
      json.writeNumberField("edits", pack.attacks().size());
      json.writeStringField("sha256", Sha256.of(pack.toText()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private long count(String role) {
    StudyTable pictures = StudyTable.named(tables, "pictures");
    return pictures.rows().stream().filter(row -> pictures.cell(row, "role").equals(role)).count();
  }
}
