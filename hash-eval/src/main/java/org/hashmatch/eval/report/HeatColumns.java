package org.hashmatch.eval.report;

import java.util.ArrayList;
import java.util.List;

/** The columns of heat maps: all hashers, at the point where each is used, or at one for all. */
record HeatColumns(Findings findings) {

  /** Each hasher as deployed if it is, else at the strictest point. */
  List<HeatMap.Column> firstChoice() {
    List<HeatMap.Column> columns = new ArrayList<>();
    for (String hasher : findings.hashers()) {
      findings
          .firstChoice(hasher)
          .ifPresent(point -> columns.add(new HeatMap.Column(hasher, point)));
    }
    return columns;
  }

  /** All hashers at the strictest point. */
  List<HeatMap.Column> strictest() {
    return findings
        .strictest()
        .map(
            point ->
                findings.hashers().stream()
                    .map(hasher -> new HeatMap.Column(hasher, point))
                    .toList())
        .orElse(List.of());
  }

  /** Both, once each, none without columns. */
  List<List<HeatMap.Column>> both() {
    return List.of(firstChoice(), strictest()).stream()
        .filter(columns -> !columns.isEmpty())
        .distinct()
        .toList();
  }

  /** The points of some columns, as the end of a caption. */
  static String caption(String what, List<HeatMap.Column> columns) {
    List<OperatingPoint> points = columns.stream().map(HeatMap.Column::point).distinct().toList();
    boolean mixed = points.size() > 1;
    return what
        + (mixed
            ? ", each hasher as deployed, or else at the point named"
            : ", " + points.get(0).phrase());
  }
}
