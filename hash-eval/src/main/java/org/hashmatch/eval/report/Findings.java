package org.hashmatch.eval.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.hashmatch.eval.study.StudyTable;

/** A study's tables, checked, with the hashers and points that are in them. */
final class Findings {

  private static final Map<String, Set<String>> NEEDED =
      Map.of(
          "summary", Set.of("hasher"),
          "recall", Set.of("hasher", "point", "level", "pack", "group", "name", "recall"),
          "radii", Set.of("hasher", "point", "fpr"),
          "tails", Set.of("hasher", "fpr", "recall"),
          "comparisons", Set.of("point", "hasher", "other", "difference"),
          "templates", Set.of("hasher", "point", "pack", "group", "edit", "rate"),
          "nearest", Set.of("hasher", "distance", "query", "bank"),
          "roc", Set.of("hasher", "fpr", "recall"),
          "distances", Set.of("hasher", "distance", "mates", "non_mates"),
          "pictures", Set.of("picture"));

  private final Map<String, List<Row>> tables = new HashMap<>();
  private final Recalls recalls;
  private final List<String> hashers;
  private final List<OperatingPoint> points;
  private final Optional<OperatingPoint> strictest;

  Findings(List<StudyTable> tables) {
    for (StudyTable table : tables) {
      check(table);
      List<Row> rows = table.rows().stream().map(row -> new Row(table.header(), row)).toList();
      if (this.tables.put(table.name(), rows) != null) {
        throw new IllegalArgumentException(
            "a table must be given once (got two: " + table.name() + ")");
      }
    }
    this.recalls = new Recalls(rows("recall"));
    this.hashers = distinct("hasher", "summary", "recall", "radii", "roc", "distances");
    this.points = distinct("point", "recall", "radii").stream().map(OperatingPoint::new).toList();
    this.strictest =
        strictest(point -> hashers.stream().allMatch(hasher -> isAt(hasher, point)))
            .or(() -> strictest(point -> true));
  }

  /** A table's rows; none if the study has no such table. */
  List<Row> rows(String table) {
    return tables.getOrDefault(table, List.of());
  }

  /** A table's rows about one hasher. */
  List<Row> rows(String table, String hasher) {
    return rows(table).stream().filter(row -> row.cell("hasher").equals(hasher)).toList();
  }

  /** A table's only row about a hasher at a point. */
  Optional<Row> row(String table, String hasher, OperatingPoint point) {
    return rows(table, hasher).stream()
        .filter(row -> row.cell("point").equals(point.name()))
        .findFirst();
  }

  Recalls recalls() {
    return recalls;
  }

  /** All hashers, in the study's order. */
  List<String> hashers() {
    return hashers;
  }

  /** All points, in the study's order. */
  List<OperatingPoint> points() {
    return points;
  }

  /** The point of the lowest rate that all hashers have, or at least some; held out if any is. */
  Optional<OperatingPoint> strictest() {
    return strictest;
  }

  private Optional<OperatingPoint> strictest(Predicate<OperatingPoint> wanted) {
    Comparator<OperatingPoint> byRate =
        Comparator.comparing(point -> point.fpr().orElse(BigDecimal.ONE));
    List<OperatingPoint> set =
        points.stream().filter(point -> !point.isDeployed()).filter(wanted).toList();
    return set.stream()
        .filter(OperatingPoint::isHeldOut)
        .min(byRate)
        .or(() -> set.stream().min(byRate));
  }

  private boolean isAt(String hasher, OperatingPoint point) {
    return recalls.find(hasher, point, Subject.ALL).isPresent();
  }

  /** The points that are shown first: as deployed, and the strictest. */
  List<OperatingPoint> mainPoints() {
    List<OperatingPoint> main =
        new ArrayList<>(points.stream().filter(OperatingPoint::isDeployed).toList());
    strictest().ifPresent(main::add);
    return main;
  }

  /** Where a hasher is shown first: as deployed if it is, else at its strictest point. */
  Optional<OperatingPoint> firstChoice(String hasher) {
    return points.stream()
        .filter(OperatingPoint::isDeployed)
        .filter(point -> isAt(hasher, point))
        .findFirst()
        .or(() -> strictest.filter(point -> isAt(hasher, point)))
        .or(() -> strictest(point -> isAt(hasher, point)))
        .or(() -> strictest);
  }

  private List<String> distinct(String column, String... names) {
    Set<String> found = new LinkedHashSet<>();
    for (String name : names) {
      rows(name).forEach(row -> found.add(row.cell(column)));
    }
    return new ArrayList<>(found);
  }

  private static void check(StudyTable table) {
    if (table.rows().isEmpty()) {
      return;
    }
    for (String column : NEEDED.getOrDefault(table.name(), Set.of()).stream().sorted().toList()) {
      if (!table.header().contains(column)) {
        throw new IllegalArgumentException(
            "table "
                + table.name()
                + " must have a column "
                + column
                + " (got "
                + table.header()
                + ")");
      }
    }
  }
}
