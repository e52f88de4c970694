package org.hashmatch.eval.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hashmatch.eval.ConfidenceInterval;
import org.hashmatch.eval.ImageBootstrap;
import org.hashmatch.eval.ImageRecall;

/** Counts which edited images lie within a radius of their originals, and says how sure that is. */
final class Recalls {

  private static final double CONFIDENCE = 0.95;

  private final List<StudyPlan.PackedAttack> attacks;
  private final List<String> images;
  private final ImageBootstrap bootstrap;

  Recalls(List<StudyPlan.PackedAttack> attacks, List<String> images, ImageBootstrap bootstrap) {
    this.attacks = attacks;
    this.images = images;
    this.bootstrap = bootstrap;
  }

  /** Of each image and edit, whether it was found. */
  List<Recall> of(boolean[][] found) {
    List<Recall> recalls = new ArrayList<>();
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    Map<String, List<Integer>> packs = new LinkedHashMap<>();
    for (int attack = 0; attack < attacks.size(); attack++) {
      StudyPlan.PackedAttack each = attacks.get(attack);
      recalls.add(
          recall(
              Recall.Level.EDIT,
              List.of(each.pack().name(), each.attack().group(), each.attack().name()),
              found,
              List.of(attack)));
      groups
          .computeIfAbsent(
              each.pack().name() + "\n" + each.attack().group(), key -> new ArrayList<>())
          .add(attack);
      packs.computeIfAbsent(each.pack().name(), key -> new ArrayList<>()).add(attack);
    }
    groups.forEach(
        (key, places) -> {
          String[] name = key.split("\n", -1);
          recalls.add(recall(Recall.Level.GROUP, List.of(name[0], name[1], ""), found, places));
        });
    packs.forEach(
        (pack, places) ->
            recalls.add(recall(Recall.Level.PACK, List.of(pack, "", ""), found, places)));
    List<Integer> all = IntStream.range(0, attacks.size()).boxed().toList();
    recalls.add(recall(Recall.Level.ALL, List.of("", "", ""), found, all));
    recalls.add(macro(found, List.copyOf(groups.values())));
    for (int image = 0; image < images.size(); image++) {
      recalls.add(picture(found, image));
    }
    return recalls;
  }

  private Recall recall(
      Recall.Level level, List<String> names, boolean[][] found, List<Integer> places) {
    int hits = 0;
    for (boolean[] image : found) {
      hits += hits(image, places);
    }
    return recall(
        level,
        names,
        hits,
        found.length * places.size(),
        Optional.of(interval(shares(found, places))));
  }

  private static Recall recall(
      Recall.Level level,
      List<String> names,
      int hits,
      int trials,
      Optional<ConfidenceInterval> bootstrap) {
    Recall.Independent independent =
        new Recall.Independent(
            ConfidenceInterval.wilson(hits, trials, CONFIDENCE),
            ConfidenceInterval.clopperPearson(hits, trials, CONFIDENCE));
    double share = (double) hits / trials;
    return new Recall(level, names, hits, trials, share, Optional.of(independent), bootstrap);
  }

  /** Of one image: there is but one to draw. */
  private Recall picture(boolean[][] found, int image) {
    int hits = 0;
    for (boolean isFound : found[image]) {
      hits += isFound ? 1 : 0;
    }
    List<String> names = List.of("", "", images.get(image));
    return recall(Recall.Level.PICTURE, names, hits, attacks.size(), Optional.empty());
  }

  private Recall macro(boolean[][] found, List<List<Integer>> groups) {
    double[] shares = new double[found.length];
    for (List<Integer> group : groups) {
      double[] ofGroup = shares(found, group);
      for (int i = 0; i < shares.length; i++) {
        shares[i] += ofGroup[i] / groups.size();
      }
    }
    double mean = ImageBootstrap.mean(byImage(shares));
    return new Recall(
        Recall.Level.MACRO,
        List.of("", "", ""),
        0,
        0,
        mean,
        Optional.empty(),
        Optional.of(interval(shares)));
  }

  private ConfidenceInterval interval(double[] shares) {
    return bootstrap.interval(byImage(shares), CONFIDENCE);
  }

  private List<ImageRecall> byImage(double[] shares) {
    return byImage(images, shares);
  }

  static List<ImageRecall> byImage(List<String> images, double[] shares) {
    return IntStream.range(0, shares.length)
        .mapToObj(i -> new ImageRecall(images.get(i), Math.min(1, shares[i])))
        .toList();
  }

  /** Of each image, which share of some edits was found. */
  static double[] shares(boolean[][] found, List<Integer> places) {
    double[] shares = new double[found.length];
    for (int i = 0; i < found.length; i++) {
      shares[i] = (double) hits(found[i], places) / places.size();
    }
    return shares;
  }

  private static int hits(boolean[] image, List<Integer> places) {
    int hits = 0;
    for (int place : places) {
      hits += image[place] ? 1 : 0;
    }
    return hits;
  }
}
