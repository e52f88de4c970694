package org.hashmatch.eval.attack;

import java.util.List;

/** One edit applied to one picture. */
record Applied(Edited edited) {

  static Applied of(Edit edit, Picture picture, long seed) {
    Attack attack = new Attack("test", "test", List.of(edit));
    return new Applied(attack.apply(picture, new AttackSeed(seed, "test", "picture")));
  }

  static Picture picture(Edit edit, Picture picture, long seed) {
    return of(edit, picture, seed).picture();
  }

  Picture picture() {
    return edited.picture();
  }

  /** What the edit says it used. */
  double value(String name) {
    return edited.parameters().stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
