package org.hashmatch.eval.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hashmatch.hash.UnscreenableException;

/**
 * Runs a plan: edits and hashes its pictures on all processors, and makes figures of the distances.
 *
 * <p>What is done of the pictures is kept in a folder while the study runs, so that one that was
 * stopped goes on there: hashes only, no picture. Each picture is in memory with all its edits
 * while it is hashed: about 200 MB a processor at 640 pixels and 150 edits.
 */
public final class Study {

  private final StudyPlan plan;
  private final PictureReader reader;
  private final StudyListener listener;

  /**
   * A study.
   *
   * @param plan what is measured
   * @param reader what reads the pictures
   * @param listener is told how it goes on
   */
  public Study(StudyPlan plan, PictureReader reader, StudyListener listener) {
    this.plan = plan;
    this.reader = reader;
    this.listener = listener;
  }

  /**
   * Runs it.
   *
   * @param work a folder for what is done so far; made if needed, and not removed
   * @return what was measured: the tables of {@code docs/robustness.md}
   * @throws IOException if the folder cannot be written, a program fails that hashes, or fewer than
   *     two images can be looked at
   */
  public List<StudyTable> run(Path work) throws IOException {
    Files.createDirectories(work);
    String digest = PlanDigest.of(plan, reader);
    PictureStudy each = new PictureStudy(plan, reader, digest, work);
    try (Workers workers = new Workers()) {
      Progress progress = new Progress();
      Map<String, String> seen = new HashMap<>();
      List<PictureHashes> images =
          once(all(workers, plan.images(), each::image, progress), seen, progress);
      List<PictureHashes> distractors =
          once(all(workers, plan.distractors(), each::distractor, progress), seen, progress);
      if (images.size() < 2) {
        throw new IOException("a study needs 2 images or more (got " + images.size() + ")");
      }
      return new StudyTables(
              evaluate(
                  new StudiedPictures(images, distractors, plan.seed()), digest, work, workers))
          .all();
    }
  }

  private StudyResult evaluate(StudiedPictures pictures, String digest, Path work, Workers workers)
      throws IOException {
    listener.phase("comparing " + pictures.size() + " pictures");
    List<Callable<HasherResult>> each = new ArrayList<>();
    for (int hasher = 0; hasher < plan.hashers().size(); hasher++) {
      int place = hasher;
      each.add(() -> evaluate(pictures, place));
    }
    List<HasherResult> results = new ArrayList<>(workers.all(each));
    for (StudiedMatcher matcher : plan.matchers()) {
      Distances distances =
          new MatcherStudy(plan, reader, pictures, work, workers, listener)
              .distances(matcher, digest);
      results.add(new HasherEvaluation(plan, pictures, distances).result(Optional.empty()));
    }
    return new StudyResult(
        plan, pictures, results, new HasherComparisons(plan, pictures).of(results));
  }

  private HasherResult evaluate(StudiedPictures pictures, int hasher) {
    String name = plan.hashers().get(hasher).name();
    Distances distances = HashDistances.of(pictures, plan.attacks().size(), hasher, name);
    return new HasherEvaluation(plan, pictures, distances).result(BitUse.of(pictures, hasher));
  }

  private interface Work {
    PictureHashes of(StudyPicture picture) throws IOException, UnscreenableException;
  }

  private final class Progress {
    private int done;

    synchronized void step() {
      done++;
      listener.pictureDone(done, plan.images().size() + plan.distractors().size());
    }

    synchronized void leaveOut(StudyPicture picture, String problem) {
      listener.leftOut(picture, problem);
    }
  }

  private List<PictureHashes> all(
      Workers workers, List<StudyPicture> pictures, Work work, Progress progress)
      throws IOException {
    List<Callable<List<PictureHashes>>> each = new ArrayList<>();
    for (StudyPicture picture : pictures) {
      each.add(() -> one(picture, work, progress));
    }
    return workers.all(each).stream().flatMap(List::stream).toList();
  }

  /** The same file twice would be a false alarm that is none. */
  private static List<PictureHashes> once(
      List<PictureHashes> pictures, Map<String, String> seen, Progress progress) {
    List<PictureHashes> once = new ArrayList<>();
    for (PictureHashes picture : pictures) {
      String first = seen.putIfAbsent(picture.sha256(), picture.id());
      if (first == null) {
        once.add(picture);
      } else {
        progress.leaveOut(picture.source(), "is the same file as " + first);
      }
    }
    return once;
  }

  private static List<PictureHashes> one(StudyPicture picture, Work work, Progress progress)
      throws IOException {
    try {
      List<PictureHashes> hashes = List.of(work.of(picture));
      progress.step();
      return hashes;
    } catch (UnscreenableException e) {
      progress.leaveOut(picture, String.valueOf(e.getMessage()));
      progress.step();
      return List.of();
    }
  }
}
