package org.hashmatch.eval.study;

import org.hashmatch.eval.attack.AttackPack;
import org.hashmatch.eval.attack.Edit;

/** What decides a picture's hashes in a study, beside the picture: a change makes them others. */
final class PlanDigest {

  private PlanDigest() {}

  static String of(StudyPlan plan, PictureReader reader) {
    StringBuilder text = new StringBuilder();
    text.append("seed ").append(plan.seed()).append('\n');
    text.append("side ").append(plan.maxSide()).append('\n');
    text.append("distractor edits ").append(plan.distractorEdits()).append('\n');
    text.append("edits ").append(Edit.VERSION).append('\n');
    text.append("decoder ").append(reader.decoder().name()).append('\n');
    for (AttackPack pack : plan.packs()) {
      text.append(pack.toText()).append('\n');
    }
    for (StudiedHasher hasher : plan.hashers()) {
      text.append("hasher ").append(hasher).append('\n');
    }
    return Sha256.of(text.toString());
  }
}
