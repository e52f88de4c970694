package org.hashmatch.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hashmatch.eval.attack.Attack;
import org.hashmatch.eval.attack.AttackPack;
import org.hashmatch.eval.attack.Picture;
import org.hashmatch.eval.report.Thumbnail;
import org.hashmatch.eval.study.PictureReader;
import org.hashmatch.eval.study.StudyPlan;
import org.hashmatch.hash.UnscreenableException;
import org.jspecify.annotations.Nullable;

/**
 * What every edit of a study looks like, on one picture: of the project's own unless somebody
 * chooses one, since a page may be shown to people to whom the studied pictures may not.
 */
final class ContactSheet {

  private static final String OWN = "selftest/facade-01.jpg";
  private static final int SIDE = 150;
  private static final int QUALITY = 70;

  private ContactSheet() {}

  static List<Thumbnail> of(StudyPlan plan, PictureReader reader, @Nullable Path file)
      throws IOException {
    Picture picture = read(reader, file).limited(plan.maxSide());
    List<Thumbnail> sheet = new ArrayList<>();
    for (AttackPack pack : plan.packs()) {
      for (Attack attack : pack.attacks()) {
        Picture edited = attack.apply(picture, pack.seed(plan.seed(), "sheet")).picture();
        Picture small = edited.limited(SIDE);
        sheet.add(
            new Thumbnail(
                pack.name(),
                attack.group(),
                attack.name(),
                small.width(),
                small.height(),
                small.toJpeg(QUALITY)));
      }
    }
    return sheet;
  }

  private static Picture read(PictureReader reader, @Nullable Path file) throws IOException {
    try {
      if (file != null) {
        return reader.read(file).picture();
      }
      try (InputStream in = Required.of(ContactSheet.class.getResourceAsStream(OWN))) {
        return reader.decode(in.readAllBytes());
      }
    } catch (UnscreenableException e) {
      throw new IOException("the contact sheet's picture: " + e.getMessage(), e);
    }
  }
}
