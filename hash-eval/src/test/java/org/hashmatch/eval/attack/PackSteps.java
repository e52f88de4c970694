package org.hashmatch.eval.attack;

import java.util.List;
import java.util.stream.Stream;

/** What the packs that come with the library are made of. */
final class PackSteps {

  private PackSteps() {}

  static Stream<AttackPack> packs() {
    return AttackPack.builtIns().stream().map(AttackPack::builtIn);
  }

  /** Every step of every attack of every pack, as text; equal ones once. */
  static List<String> all() {
    return packs()
        .flatMap(pack -> pack.attacks().stream())
        .flatMap(attack -> attack.steps().stream())
        .map(Edit::toText)
        .distinct()
        .sorted()
        .toList();
  }
}
