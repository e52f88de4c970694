package org.hashmatch.eval.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hashmatch.eval.attack.Picture;
import org.hashmatch.hash.UnscreenableException;

/**
 * Has a matcher look every picture of a study up, plain and edited, among the originals of the
 * images. What it wrote is kept in the study's folder, so that a study that was stopped asks it
 * only for the rest.
 */
final class MatcherStudy {

  private static final int QUERIES_AT_A_TIME = 2000;

  private final StudyPlan plan;
  private final List<StudyPlan.PackedAttack> attacks;
  private final PictureReader reader;
  private final StudiedPictures pictures;
  private final Path work;
  private final Workers workers;
  private final StudyListener listener;
  private final List<Query> queries;

  MatcherStudy(
      StudyPlan plan,
      PictureReader reader,
      StudiedPictures pictures,
      Path work,
      Workers workers,
      StudyListener listener) {
    this.plan = plan;
    this.attacks = plan.attacks();
    this.reader = reader;
    this.pictures = pictures;
    this.work = work;
    this.workers = workers;
    this.listener = listener;
    this.queries = queries(pictures);
  }

  /**
   * A picture that is looked up.
   *
   * @param picture its place
   * @param edit the place of its edit among its own; -1 as it is
   */
  private record Query(int picture, int edit) {}

  /** Each picture as it is, then its edits. */
  private static List<Query> queries(StudiedPictures pictures) {
    List<Query> queries = new ArrayList<>();
    for (int picture = 0; picture < pictures.size(); picture++) {
      for (int edit = -1; edit < pictures.get(picture).attacks().size(); edit++) {
        queries.add(new Query(picture, edit));
      }
    }
    return queries;
  }

  Distances distances(StudiedMatcher matcher, String planDigest) throws IOException {
    MatcherScores scores = new MatcherScores(matcher.name(), queries.size(), pictures.images());
    try (PictureFolder bank = PictureFolder.create()) {
      boolean isWritten = false;
      for (int from = 0; from < queries.size(); from += QUERIES_AT_A_TIME) {
        int to = Math.min(queries.size(), from + QUERIES_AT_A_TIME);
        KeptScores kept = new KeptScores(work.resolve(fileName(matcher, planDigest, from)));
        if (!kept.isWhole()) {
          listener.phase(matcher.name() + " matches " + from + " of " + queries.size());
          if (!isWritten) {
            writeBank(bank);
            isWritten = true;
          }
          ask(matcher, bank, from, to, kept);
        }
        scores.read(kept.file(), from, to - from);
      }
    }
    return MatcherDistances.of(matcher.name(), pictures, attacks.size(), scores);
  }

  private String fileName(StudiedMatcher matcher, String planDigest, int from) {
    StringBuilder what = new StringBuilder(planDigest + "\n" + matcher + "\n" + from);
    for (int place = 0; place < pictures.size(); place++) {
      what.append('\n').append(pictures.get(place).sha256());
    }
    return Sha256.of(what.toString()).substring(0, 32) + ".scores";
  }

  private void writeBank(PictureFolder bank) throws IOException {
    List<Callable<Path>> each = new ArrayList<>();
    for (int image = 0; image < pictures.images(); image++) {
      int place = image;
      each.add(() -> bank.add(MatcherScores.BANK + place, original(place)));
    }
    workers.all(each);
  }

  private void ask(StudiedMatcher matcher, PictureFolder bank, int from, int to, KeptScores kept)
      throws IOException {
    try (PictureFolder folder = PictureFolder.create();
        PictureFolder printed = PictureFolder.create()) {
      write(from, to, folder);
      Path out = printed.file("scores.tsv");
      new ShellCommand(matcher.name(), matcher.command())
          .run(
              List.of(bank.path().toString(), folder.path().toString(), out.toString()),
              printed.file("printed.txt"));
      if (!Files.exists(out)) {
        throw new IOException(matcher.name() + " did not write its third argument, OUT.tsv");
      }
      kept.keep(out);
    }
  }

  /** Each picture is read once for all of its edits. */
  private void write(int from, int to, PictureFolder folder) throws IOException {
    Map<Integer, List<Integer>> byPicture = new LinkedHashMap<>();
    for (int i = from; i < to; i++) {
      byPicture.computeIfAbsent(queries.get(i).picture(), key -> new ArrayList<>()).add(i);
    }
    List<Callable<Integer>> each = new ArrayList<>();
    byPicture.forEach((place, some) -> each.add(() -> write(place, some, from, folder)));
    workers.all(each);
  }

  private int write(int place, List<Integer> some, int from, PictureFolder folder)
      throws IOException {
    Picture original = original(place);
    Picture limited = original.limited(plan.maxSide());
    for (int i : some) {
      int edit = queries.get(i).edit();
      folder.add(
          MatcherScores.QUERY + (i - from), edit < 0 ? original : edited(place, edit, limited));
    }
    return some.size();
  }

  private Picture original(int place) throws IOException {
    StudyPicture source = pictures.source(place);
    try {
      return reader.read(source.file()).picture();
    } catch (UnscreenableException e) {
      throw new IOException(source.id() + " changed while it was studied: " + e.getMessage(), e);
    }
  }

  private Picture edited(int place, int edit, Picture limited) {
    PictureHashes hashes = pictures.get(place);
    return attacks
        .get(hashes.attacks().get(edit))
        .apply(limited, plan.seed(), hashes.id())
        .picture();
  }
}
