package org.hashmatch.eval.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The recall table, asked by hasher, point and subject. */
final class Recalls {

  private record Key(String hasher, String point, Subject subject) {}

  private final Map<Key, Row> rows = new LinkedHashMap<>();
  private final Set<Subject> subjects = new LinkedHashSet<>();

  Recalls(List<Row> table) {
    for (Row row : table) {
      Subject subject = Subject.of(row);
      subjects.add(subject);
      if (rows.put(new Key(row.cell("hasher"), row.cell("point"), subject), row) != null) {
        throw new IllegalArgumentException("recall has two rows for " + subject);
      }
    }
  }

  Optional<Row> find(String hasher, OperatingPoint point, Subject subject) {
    return Optional.ofNullable(rows.get(new Key(hasher, point.name(), subject)));
  }

  /** The subjects of a level, in the table's order. */
  List<Subject> subjects(String level) {
    return subjects.stream().filter(subject -> subject.level().equals(level)).toList();
  }

  /** The packs of the groups and edits, in the table's order. */
  List<String> packs() {
    Set<String> packs = new LinkedHashSet<>();
    subjects.stream().map(Subject::pack).filter(pack -> !pack.isEmpty()).forEach(packs::add);
    return new ArrayList<>(packs);
  }
}
