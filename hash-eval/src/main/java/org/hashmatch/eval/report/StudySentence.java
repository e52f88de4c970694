package org.hashmatch.eval.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was measured, in a sentence. */
record StudySentence(Findings findings) {

  String text() {
    List<String> parts = new ArrayList<>();
    trials()
        .ifPresent(
            row ->
                parts.add(
                    CellFormat.COUNT.show(row) + " edited copies to be found again" + edits()));
    pairs()
        .ifPresent(
            pairs ->
                parts.add(
                    CellFormat.COUNT.show(pairs)
                        + " pairs of different pictures that must not match"));
    String hashers = counted(findings.hashers().size(), "hasher");
    String tried =
        parts.isEmpty()
            ? ""
            : (findings.hashers().size() == 1 ? " was" : " were")
                + " tried on "
                + String.join(", and on ", parts);
    return hashers + tried + pictures() + ".";
  }

  private Optional<String> trials() {
    return findings.rows("recall").stream()
        .filter(row -> Subject.of(row).equals(Subject.ALL) && !row.cell("trials").isEmpty())
        .findFirst()
        .map(row -> row.cell("trials"));
  }

  private String edits() {
    int edits = findings.recalls().subjects(Subject.EDIT).size();
    int groups = findings.recalls().subjects(Subject.GROUP).size();
    return edits == 0
        ? ""
        : " ("
            + counted(edits, "edit")
            + (groups == 0 ? "" : " in " + counted(groups, "group"))
            + ")";
  }

  private Optional<String> pairs() {
    return findings.rows("radii").stream()
        .filter(row -> row.number("pairs").isPresent())
        .max(Comparator.comparing(row -> row.number("pairs").orElse(BigDecimal.ZERO)))
        .map(row -> row.cell("pairs"));
  }

  private String pictures() {
    List<Row> pictures = findings.rows("pictures");
    if (pictures.isEmpty()) {
      return "";
    }
    Map<String, Integer> roles = new LinkedHashMap<>();
    pictures.stream()
        .map(row -> row.cell("role"))
        .filter(role -> !role.isEmpty())
        .forEach(role -> roles.merge(role, 1, Integer::sum));
    List<String> counts = new ArrayList<>();
    roles.forEach((role, count) -> counts.add(counted(count, role)));
    String detail = counts.isEmpty() ? "" : " (" + String.join(", ", counts) + ")";
    return ", from " + counted(pictures.size(), "picture") + detail;
  }

  private static String counted(int count, String noun) {
    return CellFormat.COUNT.show(String.valueOf(count)) + " " + noun + (count == 1 ? "" : "s");
  }
}
