package org.hashmatch.eval.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The rows of heat maps: groups, edits, pictures. */
record Subjects(Findings findings) {

  /** The groups of each pack, the packs, and everything. */
  List<HeatMap.Block> groups() {
    List<HeatMap.Block> blocks = new ArrayList<>();
    List<String> packs = packsOf(Subject.GROUP);
    for (String pack : packs) {
      List<HeatMap.Line> lines = new ArrayList<>();
      of(Subject.GROUP, pack).forEach(group -> lines.add(line(group.group(), group)));
      if (packs.size() > 1) {
        of(Subject.PACK, pack).forEach(whole -> lines.add(line("all of " + pack, whole)));
      }
      blocks.add(new HeatMap.Block(packs.size() > 1 ? pack : "", lines));
    }
    List<HeatMap.Line> whole =
        List.of(
            line("everything", Subject.ALL),
            new HeatMap.Line("mean over groups", "", Subject.MACRO));
    blocks.add(new HeatMap.Block("", whole));
    return blocks;
  }

  /** All edits, under pack and group. */
  List<HeatMap.Block> edits() {
    List<HeatMap.Block> blocks = new ArrayList<>();
    List<String> packs = packsOf(Subject.EDIT);
    for (String pack : packs) {
      List<Subject> edits = of(Subject.EDIT, pack);
      for (String group : edits.stream().map(Subject::group).distinct().toList()) {
        String heading = packs.size() > 1 ? pack + ": " + group : group;
        blocks.add(new HeatMap.Block(heading, edits(edits, group)));
      }
    }
    return blocks;
  }

  /** The pictures that the hashers together find least often, the worst first. */
  List<HeatMap.Line> worstPictures(int count, List<HeatMap.Column> columns) {
    List<Subject> pictures = new ArrayList<>(findings.recalls().subjects(Subject.PICTURE));
    Comparator<Subject> bySum = Comparator.comparingDouble(picture -> sum(picture, columns));
    pictures.sort(bySum.thenComparing(Subject::name));
    return pictures.stream()
        .limit(count)
        .map(picture -> new HeatMap.Line(picture.name(), size(picture.name()), picture))
        .toList();
  }

  private double sum(Subject picture, List<HeatMap.Column> columns) {
    return columns.stream()
        .map(column -> findings.recalls().find(column.hasher(), column.point(), picture))
        .flatMap(Optional::stream)
        .flatMap(row -> row.number("recall").stream())
        .mapToDouble(Number::doubleValue)
        .sum();
  }

  private String size(String picture) {
    return findings.rows("pictures").stream()
        .filter(row -> row.cell("picture").equals(picture) && !row.cell("width").isEmpty())
        .findFirst()
        .map(row -> row.cell("width") + " × " + row.cell("height"))
        .orElse("");
  }

  private HeatMap.Line line(String label, Subject subject) {
    return new HeatMap.Line(label, trials(subject), subject);
  }

  /** How many copies were looked for, if that is the same for all hashers. */
  private String trials(Subject subject) {
    List<String> trials =
        findings.points().stream()
            .flatMap(
                point ->
                    findings.hashers().stream()
                        .map(hasher -> findings.recalls().find(hasher, point, subject)))
            .flatMap(Optional::stream)
            .map(row -> row.cell("trials"))
            .distinct()
            .toList();
    boolean known = trials.size() == 1 && !trials.get(0).isEmpty();
    return known ? "of " + CellFormat.COUNT.show(trials.get(0)) : "";
  }

  private List<HeatMap.Line> edits(List<Subject> edits, String group) {
    return edits.stream()
        .filter(edit -> edit.group().equals(group))
        .map(edit -> line(edit.name(), edit))
        .toList();
  }

  private List<Subject> of(String level, String pack) {
    return findings.recalls().subjects(level).stream()
        .filter(subject -> subject.pack().equals(pack))
        .toList();
  }

  private List<String> packsOf(String level) {
    return findings.recalls().subjects(level).stream().map(Subject::pack).distinct().toList();
  }
}
