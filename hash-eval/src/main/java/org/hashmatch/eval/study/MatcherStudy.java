package org.hashmatch.eval.study;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
  private final String planDigest;

  MatcherStudy(
      StudyPlan plan,
      PictureReader reader,
      StudiedPictures pictures,
      String planDigest,
      Path work) {
    this.plan = plan;
    this.attacks = plan.attacks();
    this.reader = reader;
    this.pictures = pictures;
    this.planDigest = planDigest;
    this.work = work;
  }

  /**
   * A picture that is looked up.
   *
   * @param picture its place
   * @param edit the place of its edit among its own; -1 as it is
   */
  private record Query(int picture, int edit) {}

  Distances distances(StudiedMatcher matcher) throws IOException {
    List<Query> queries = queries();
    double[][] scores = new double[queries.size()][pictures.images()];
    for (double[] row : scores) {
      Arrays.fill(row, Double.NEGATIVE_INFINITY);
    }
    try (PictureFolder bank = PictureFolder.create()) {
      boolean isWritten = false;
      for (int from = 0; from < queries.size(); from += QUERIES_AT_A_TIME) {
        int to = Math.min(queries.size(), from + QUERIES_AT_A_TIME);
        Path written = work.resolve(name(matcher, from));
        if (!Files.exists(written)) {
          if (!isWritten) {
            writeBank(bank);
            isWritten = true;
          }
          ask(matcher, bank, queries.subList(from, to), written);
        }
        read(matcher, written, scores, from, to);
      }
    }
    return distances(matcher, queries, scores);
  }

  private String name(StudiedMatcher matcher, int from) {
    StringBuilder what = new StringBuilder(planDigest + "\n" + matcher + "\n" + from);
    for (int place = 0; place < pictures.size(); place++) {
      what.append('\n').append(pictures.get(place).sha256());
    }
    return PictureReader.sha256(what.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .substring(0, 32)
        + ".scores";
  }

  private List<Query> queries() {
    List<Query> queries = new ArrayList<>();
    for (int picture = 0; picture < pictures.size(); picture++) {
      for (int edit = -1; edit < pictures.get(picture).attacks().size(); edit++) {
        queries.add(new Query(picture, edit));
      }
    }
    return queries;
  }

  private Picture original(int place) throws IOException {
    StudyPicture source = pictures.source(place);
    try {
      return reader.read(source.file()).picture();
    } catch (UnscreenableException e) {
      throw new IOException(source.id() + " changed while it was studied: " + e.getMessage(), e);
    }
  }

  private void writeBank(PictureFolder bank) throws IOException {
    for (int image = 0; image < pictures.images(); image++) {
      bank.add("b" + image, original(image));
    }
  }

  private void ask(StudiedMatcher matcher, PictureFolder bank, List<Query> queries, Path written)
      throws IOException {
    try (PictureFolder folder = PictureFolder.create();
        PictureFolder printed = PictureFolder.create()) {
      Picture picture = null;
      int loaded = -1;
      for (int i = 0; i < queries.size(); i++) {
        Query query = queries.get(i);
        if (picture == null || query.picture() != loaded) {
          loaded = query.picture();
          picture = original(loaded);
        }
        folder.add("q" + i, edited(query, picture));
      }
      Path out = printed.file("scores.tsv");
      new ShellCommand(matcher.name(), matcher.command())
          .run(
              List.of(bank.path().toString(), folder.path().toString(), out.toString()),
              printed.file("printed.txt"));
      Path half = written.resolveSibling(written.getFileName() + ".half");
      Files.copy(out, half, StandardCopyOption.REPLACE_EXISTING);
      Files.move(half, written, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private Picture edited(Query query, Picture original) {
    if (query.edit() < 0) {
      return original;
    }
    PictureHashes hashes = pictures.get(query.picture());
    return attacks
        .get(hashes.attacks().get(query.edit()))
        .apply(original.limited(plan.maxSide()), plan.seed(), hashes.id())
        .picture();
  }

  private void read(StudiedMatcher matcher, Path written, double[][] scores, int from, int to)
      throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(written)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String[] fields = line.split("\t", -1);
        try {
          int query = from + place(fields[0], "q", to - from);
          int bank = place(fields[1], "b", pictures.images());
          scores[query][bank] = Math.max(scores[query][bank], score(fields[2]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
          throw new IOException(
              matcher.name() + " wrote no query<TAB>bank<TAB>score in line " + number, e);
        }
      }
    }
  }

  private static double score(String text) {
    double score = Double.parseDouble(text);
    if (!Double.isFinite(score)) {
      throw new IllegalArgumentException("a score must be finite (got " + score + ")");
    }
    return score;
  }

  private static int place(String name, String prefix, int count) {
    String number =
        name.startsWith(prefix) && name.endsWith(PictureFolder.SUFFIX)
            ? name.substring(1, name.length() - PictureFolder.SUFFIX.length())
            : "";
    int place = Integer.parseInt(number);
    if (place < 0 || place >= count) {
      throw new IllegalArgumentException("no such picture: " + name);
    }
    return place;
  }

  private Distances distances(StudiedMatcher matcher, List<Query> queries, double[][] scores) {
    Scale.Scores scale = Scale.Scores.of(scores);
    int[][] mates = new int[pictures.images()][attacks.size()];
    NonMates.Builder nonMates = new NonMates.Builder(pictures.size(), scale.levels());
    for (int i = 0; i < queries.size(); i++) {
      Query query = queries.get(i);
      int attack =
          query.edit() < 0 ? -1 : pictures.get(query.picture()).attacks().get(query.edit());
      for (int bank = 0; bank < pictures.images(); bank++) {
        int level = scale.level(scores[i][bank]);
        if (bank != query.picture()) {
          int half = pictures.isInSecondHalf(bank) ? 1 : 0;
          nonMates.add(query.picture(), half, level, attack, bank);
        } else if (attack >= 0) {
          mates[bank][attack] = level;
        }
      }
    }
    long[][] noTemplates = new long[attacks.size()][scale.levels()];
    return new Distances(matcher.name(), scale, mates, nonMates.build(), noTemplates);
  }
}
