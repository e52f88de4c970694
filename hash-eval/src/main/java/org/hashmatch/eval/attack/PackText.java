package org.hashmatch.eval.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Packs as text: the format is {@link AttackPack}'s. */
final class PackText {

  private static final String MAGIC = "hashmatch-attacks";
  private static final String FORMAT = "1";

  private final List<Attack> attacks = new ArrayList<>();
  private final Map<String, Integer> lines = new HashMap<>();
  private String @Nullable [] header;

  private PackText() {}

  static AttackPack read(String text) {
    PackText pack = new PackText();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      try {
        pack.line(i + 1, lines.get(i).replaceFirst("#.*", "").strip());
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("line " + (i + 1) + ": " + e.getMessage(), e);
      }
    }
    return pack.whole();
  }

  private void line(int number, String line) {
    if (line.isEmpty()) {
      return;
    }
    if (header == null) {
      header = header(line.split("\\s+"));
      return;
    }
    Attack attack = attack(line);
    Integer before = lines.put(attack.name(), number);
    if (before != null) {
      throw new IllegalArgumentException(
          "attack " + attack.name() + " is in line " + before + " already");
    }
    attacks.add(attack);
  }

  private static String[] header(String[] words) {
    if (words.length != 4 || !words[0].equals(MAGIC)) {
      throw new IllegalArgumentException(
          "header must be \""
              + MAGIC
              + " "
              + FORMAT
              + " name version\" (got "
              + String.join(" ", words)
              + ")");
    }
    if (!words[1].equals(FORMAT)) {
      throw new IllegalArgumentException(
          "format version must be " + FORMAT + " (got " + words[1] + ")");
    }
    AttackPack.checkName(words[2]);
    if (!words[3].matches("[1-9][0-9]{0,5}")) {
      throw new IllegalArgumentException(
          "pack version must be a number of 1 or more (got " + words[3] + ")");
    }
    return words;
  }

  private static Attack attack(String line) {
    String[] words = line.split("\\s+", 3);
    if (words.length < 3) {
      throw new IllegalArgumentException("attack must be group, name and steps (got " + line + ")");
    }
    List<Edit> steps = Arrays.stream(words[2].split("\\|", -1)).map(Edit::parse).toList();
    return new Attack(words[0], words[1], steps);
  }

  private AttackPack whole() {
    if (header == null) {
      throw new IllegalArgumentException(
          "line 1: header \"" + MAGIC + " " + FORMAT + " name version\" is missing");
    }
    return new AttackPack(header[2], Integer.parseInt(header[3]), attacks);
  }

  static String write(AttackPack pack) {
    String top = MAGIC + " " + FORMAT + " " + pack.name() + " " + pack.version() + "\n";
    return pack.attacks().stream().map(PackText::line).collect(Collectors.joining("", top, ""));
  }

  private static String line(Attack attack) {
    String steps = attack.steps().stream().map(Edit::toText).collect(Collectors.joining(" | "));
    return attack.group() + "  " + attack.name() + "  " + steps + "\n";
  }
}
