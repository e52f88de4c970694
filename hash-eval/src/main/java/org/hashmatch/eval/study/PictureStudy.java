package org.hashmatch.eval.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hashmatch.eval.attack.Edited;
import org.hashmatch.eval.attack.Picture;
import org.hashmatch.hash.UnscreenableException;

/** Edits one picture in every way of a plan, and hashes it each time. */
final class PictureStudy {

  private final StudyPlan plan;
  private final List<StudyPlan.PackedAttack> attacks;
  private final PictureReader reader;
  private final String planDigest;
  private final Path work;

  PictureStudy(StudyPlan plan, PictureReader reader, String planDigest, Path work) {
    this.plan = plan;
    this.attacks = plan.attacks();
    this.reader = reader;
    this.planDigest = planDigest;
    this.work = work;
  }

  /** An image goes through all edits. */
  PictureHashes image(StudyPicture picture) throws IOException, UnscreenableException {
    return study("image", picture, IntStream.range(0, attacks.size()).boxed().toList());
  }

  /**
   * A distractor goes through some, drawn by its id and the seed: those whose names come first when
   * all are shuffled by their seeds.
   */
  PictureHashes distractor(StudyPicture picture) throws IOException, UnscreenableException {
    List<Integer> drawn =
        IntStream.range(0, attacks.size())
            .boxed()
            .sorted(Comparator.comparingLong(place -> draw(picture, attacks.get(place))))
            .limit(plan.distractorEdits())
            .sorted()
            .toList();
    return study("distractor", picture, drawn);
  }

  private long draw(StudyPicture picture, StudyPlan.PackedAttack attack) {
    return Seeds.of(
        plan.seed(), "distractor", picture.id(), attack.pack().name(), attack.attack().name());
  }

  private PictureHashes study(String role, StudyPicture picture, List<Integer> chosen)
      throws IOException, UnscreenableException {
    PictureReader.Read read = reader.read(picture.file());
    String key = Sha256.of(role + "\n" + picture.id());
    Path file = work.resolve(key.substring(0, 32) + ".hashes");
    Optional<PictureHashes> known = PictureFile.read(file, planDigest, picture);
    if (known.isPresent() && known.get().sha256().equals(read.sha256())) {
      return known.get();
    }
    PictureHashes hashes = hash(picture, read, chosen);
    PictureFile.write(file, planDigest, hashes);
    return hashes;
  }

  private PictureHashes hash(StudyPicture picture, PictureReader.Read read, List<Integer> chosen)
      throws IOException {
    Picture limited = read.picture().limited(plan.maxSide());
    List<Picture> pictures = new ArrayList<>();
    List<RealisedParameter> parameters = new ArrayList<>();
    pictures.add(read.picture());
    for (int place : chosen) {
      Edited edited = attacks.get(place).apply(limited, plan.seed(), picture.id());
      pictures.add(edited.picture());
      edited.parameters().forEach(each -> parameters.add(new RealisedParameter(place, each)));
    }
    List<List<StudiedHash>> byHasher = new ArrayList<>();
    for (StudiedHasher hasher : plan.hashers()) {
      byHasher.add(hasher.hash(pictures));
    }
    return new PictureHashes(
        picture,
        read.sha256(),
        read.picture().width(),
        read.picture().height(),
        chosen,
        byHasher,
        parameters);
  }
}
