package org.hashmatch.eval.attack;

import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * A named list of attacks, as a text that people can read, extend and quote: results of two studies
 * compare if name and version are equal.
 *
 * <p>The text, in UTF-8, line by line. {@code #} begins a comment, which ends with the line; empty
 * lines say nothing. The first line that says something is the header: {@code hashmatch-attacks},
 * the version of this format, the pack's name and the pack's version. Every other line is an
 * attack: group, name and steps, separated by blanks, and a bar between two steps. A step is an
 * {@link Edit}.
 *
 * <pre>
 * hashmatch-attacks 1 mine 1
 * # group  name           steps
 * jpeg     jpeg_q50       jpeg quality=50
 * combo    mirror+jpeg    mirror | jpeg quality=30..60
 * </pre>
 *
 * <p>A pack whose attacks change in any pixel is a new version of it.
 *
 * @param name lower-case letters, digits and hyphens
 * @param version 1 or more
 * @param attacks the attacks, at least one, no name twice
 */
public record AttackPack(String name, int version, List<Attack> attacks) {

  private static final String NAME = "[a-z][a-z0-9-]*";

  /**
   * Checks the names and copies the list.
   *
   * @param name as above
   * @param version as above
   * @param attacks as above
   * @throws IllegalArgumentException if one of these is not as said above
   */
  public AttackPack {
    checkName(name);
    if (version < 1) {
      throw new IllegalArgumentException("pack version must be 1 or more (got " + version + ")");
    }
    attacks = List.copyOf(attacks);
    if (attacks.isEmpty()) {
      throw new IllegalArgumentException("pack " + name + " must have at least one attack");
    }
    Set<String> names = new HashSet<>();
    for (Attack attack : attacks) {
      if (!names.add(attack.name())) {
        throw new IllegalArgumentException("attack " + attack.name() + " is there twice");
      }
    }
  }

  static void checkName(String name) {
    if (!name.matches(NAME)) {
      throw new IllegalArgumentException("pack name must match " + NAME + " (got " + name + ")");
    }
  }

  /**
   * Reads a pack.
   *
   * @param text header and attacks, as above
   * @return the pack
   * @throws IllegalArgumentException if a line is not as said above; the message begins with its
   *     number, 1 the first
   */
  public static AttackPack parse(String text) {
    return PackText.read(text);
  }

  /**
   * One of the packs that come with the library.
   *
   * @param name one of {@link #builtIns()}
   * @return the pack
   * @throws IllegalArgumentException if there is no such pack
   */
  public static AttackPack builtIn(String name) {
    return BuiltInPacks.of(name);
  }

  /**
   * The packs that come with the library.
   *
   * @return their names; {@code core} is the first
   */
  public static List<String> builtIns() {
    return BuiltInPacks.NAMES;
  }

  /**
   * One attack.
   *
   * @param attackName its name
   * @return the attack
   * @throws NoSuchElementException if the pack has none of this name
   */
  public Attack attack(String attackName) {
    return attacks.stream()
        .filter(attack -> attack.name().equals(attackName))
        .findFirst()
        .orElseThrow(
            () -> new NoSuchElementException("pack " + name + " has no attack " + attackName));
  }

  /**
   * The groups of the attacks.
   *
   * @return each once, in the order of its first attack
   */
  public List<String> groups() {
    return attacks.stream().map(Attack::group).distinct().toList();
  }

  /**
   * What chance depends on when this pack is applied.
   *
   * @param study the seed of the whole study
   * @param picture an id of the picture that stays the same
   * @return the seed for {@link Attack#apply}
   */
  public AttackSeed seed(long study, String picture) {
    return new AttackSeed(study, name, picture);
  }

  /**
   * This pack as text, without comments.
   *
   * @return what {@link #parse} reads as an equal pack
   */
  public String toText() {
    return PackText.write(this);
  }
}
