package org.hashmatch.eval.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What each edit looks like. */
record ContactSheet(List<Thumbnail> sheet) implements Section {

  private record Group(String pack, String name) {}

  @Override
  public String id() {
    return "sheet";
  }

  @Override
  public String title() {
    return "What the edits look like";
  }

  @Override
  public boolean isEmpty() {
    return sheet.isEmpty();
  }

  @Override
  public void writeTo(HtmlWriter page) {
    Map<Group, List<Thumbnail>> groups =
        sheet.stream()
            .collect(
                Collectors.groupingBy(
                    edit -> new Group(edit.pack(), edit.group()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    boolean onePack = groups.keySet().stream().map(Group::pack).distinct().count() == 1;
    groups.forEach(
        (group, edits) -> {
          String heading = onePack ? group.name() : group.pack() + ": " + group.name();
          page.open("h3").element("bdi", heading).close("h3").open("div", "class", "sheet");
          edits.forEach(edit -> write(page, edit));
          page.close("div");
        });
  }

  private static void write(HtmlWriter page, Thumbnail edit) {
    page.open("figure");
    page.empty(
        "img",
        "src",
        edit.dataUri(),
        "width",
        String.valueOf(edit.width()),
        "height",
        String.valueOf(edit.height()),
        "loading",
        "lazy",
        "decoding",
        "async",
        "alt",
        "A picture after the edit " + edit.name() + " of " + edit.group());
    page.open("figcaption").element("bdi", edit.name()).close("figcaption").close("figure");
  }
}
