package org.hashmatch.eval.report;

/** What a recall was measured over: one edit, a group or a pack of edits, everything, a picture. */
record Subject(String level, String pack, String group, String name) {

  static final String EDIT = "edit";
  static final String GROUP = "group";
  static final String PACK = "pack";
  static final String PICTURE = "picture";
  static final Subject ALL = new Subject("all", "", "", "");
  static final Subject MACRO = new Subject("macro", "", "", "");

  /** The subject of a row, without the cells that say nothing at its level. */
  static Subject of(Row row) {
    String level = row.cell("level");
    boolean edit = level.equals(EDIT);
    boolean group = edit || level.equals(GROUP);
    boolean pack = group || level.equals(PACK);
    boolean named = edit || level.equals(PICTURE);
    return new Subject(
        level,
        pack ? row.cell("pack") : "",
        group ? row.cell("group") : "",
        named ? row.cell("name") : "");
  }
}
