package org.hashmatch.eval.attack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AttackPackTest {

  @Test
  void core_text_readsBack() {
    AttackPack core = AttackPack.builtIn("core");
    assertThat(AttackPack.parse(core.toText())).isEqualTo(core);
  }
}
