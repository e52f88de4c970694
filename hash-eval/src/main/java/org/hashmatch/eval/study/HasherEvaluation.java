package org.hashmatch.eval.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hashmatch.eval.ImageBootstrap;

/** Makes figures of one hasher's distances. */
final class HasherEvaluation {

  private final StudyPlan plan;
  private final List<StudyPlan.PackedAttack> attacks;
  private final StudiedPictures pictures;
  private final Distances distances;
  private final ImageBootstrap bootstrap;

  HasherEvaluation(StudyPlan plan, StudiedPictures pictures, Distances distances) {
    this.plan = plan;
    this.attacks = plan.attacks();
    this.pictures = pictures;
    this.distances = distances;
    this.bootstrap =
        new ImageBootstrap(plan.figures().resamples(), Seeds.of(plan.seed(), "images"));
  }

  HasherResult result(Optional<BitUse> bits) {
    List<OperatingPoint> points = points();
    List<FalsePositives> falsePositives =
        FalsePositives.of(distances.nonMatePairs(), pictures, points, plan.figures());
    List<PointResult> results = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      results.add(result(points.get(i), falsePositives.get(i)));
    }
    HasherSummary summary =
        HasherSummary.of(distances.mateShares(), distances.nonMateShares(), bits);
    return new HasherResult(distances, summary, List.copyOf(results));
  }

  private List<OperatingPoint> points() {
    List<OperatingPoint> points = new ArrayList<>();
    Integer deployed = plan.radii().get(distances.hasher());
    if (deployed != null && distances.scale() instanceof Scale.Bits) {
      points.add(OperatingPoint.deployed(deployed));
    }
    long[] first = distances.nonMates().within(false);
    long[] second = distances.nonMates().within(true);
    long[] all = distances.nonMates().all();
    for (double rate : plan.figures().rates()) {
      addHeldOut(points, rate, first, second);
      if (isMeasurable(rate, all)) {
        int radius = radius(rate, all);
        points.add(
            new OperatingPoint(OperatingPoint.Kind.IN_SAMPLE, rate, new int[] {radius, radius}));
      }
    }
    return points;
  }

  /** The radius for the one half of the pictures is that of the pairs within the other half. */
  private void addHeldOut(List<OperatingPoint> points, double rate, long[] first, long[] second) {
    if (isMeasurable(rate, first) && isMeasurable(rate, second)) {
      int[] crossed = {radius(rate, second), radius(rate, first)};
      points.add(new OperatingPoint(OperatingPoint.Kind.HELD_OUT, rate, crossed));
    }
  }

  /** With fewer pairs than that, no false alarm would say nothing of the rate. */
  private static boolean isMeasurable(double rate, long[] counts) {
    return Arrays.stream(counts).sum() * rate >= 1;
  }

  /**
   * The largest radius within which no greater share of pairs lies than asked for; -1 if even equal
   * hashes are too many.
   */
  private int radius(double rate, long[] counts) {
    double most = rate * Arrays.stream(counts).sum();
    long within = 0;
    int radius = -1;
    int greatest = distances.scale().greatestRadius();
    while (radius < greatest && within + counts[radius + 1] <= most) {
      radius++;
      within += counts[radius];
    }
    return radius;
  }

  private PointResult result(OperatingPoint point, FalsePositives falsePositives) {
    boolean[][] found = found(point);
    return new PointResult(
        point,
        found,
        new Recalls(attacks, pictures.imageIds(), bootstrap).of(found),
        falsePositives,
        templates(point));
  }

  private boolean[][] found(OperatingPoint point) {
    boolean[][] found = new boolean[pictures.images()][attacks.size()];
    for (int i = 0; i < found.length; i++) {
      int radius = point.radius(pictures.isInSecondHalf(i));
      for (int attack = 0; attack < attacks.size(); attack++) {
        found[i][attack] = distances.mates()[i][attack] <= radius;
      }
    }
    return found;
  }

  private List<TemplateCollisions> templates(OperatingPoint point) {
    List<TemplateCollisions> collisions = new ArrayList<>();
    // Both are edited images; the stricter radius, where the halves have two.
    int radius = Math.min(point.radius(false), point.radius(true));
    for (int attack = 0; attack < attacks.size(); attack++) {
      long hits = 0;
      long pairs = 0;
      long[] counts = distances.templates()[attack];
      for (int distance = 0; distance < counts.length; distance++) {
        pairs += counts[distance];
        hits += distance <= radius ? counts[distance] : 0;
      }
      collisions.add(new TemplateCollisions(attack, hits, pairs));
    }
    return List.copyOf(collisions);
  }
}
