package org.hashmatch.eval.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.hashmatch.eval.ImageBootstrap;

/** Makes figures of one hasher's distances. */
final class HasherEvaluation {

  private final StudyPlan plan;
  private final List<StudyPlan.PackedAttack> attacks;
  private final StudiedPictures pictures;
  private final Distances distances;
  private final ImageBootstrap images;
  private final ImageBootstrap uploads;

  HasherEvaluation(StudyPlan plan, StudiedPictures pictures, Distances distances) {
    this.plan = plan;
    this.attacks = plan.attacks();
    this.pictures = pictures;
    this.distances = distances;
    int resamples = plan.figures().resamples();
    this.images = new ImageBootstrap(resamples, Seeds.of(plan.seed(), "images"));
    this.uploads = new ImageBootstrap(resamples, Seeds.of(plan.seed(), "uploads"));
  }

  HasherResult result(Optional<BitUse> bits) {
    List<PointResult> points = new ArrayList<>();
    for (OperatingPoint point : points()) {
      points.add(result(point));
    }
    HasherSummary summary =
        HasherSummary.of(distances.mateShares(), distances.nonMateShares(), bits);
    return new HasherResult(distances, summary, List.copyOf(points));
  }

  private List<OperatingPoint> points() {
    List<OperatingPoint> points = new ArrayList<>();
    Integer deployed = plan.radii().get(distances.hasher());
    if (deployed != null && distances.scale() instanceof Scale.Bits) {
      points.add(OperatingPoint.deployed(deployed));
    }
    long[] first = nonMates(query -> !pictures.isInSecondHalf(query), half -> half == 0);
    long[] second = nonMates(pictures::isInSecondHalf, half -> half == 1);
    long[] all = nonMates(query -> true, half -> true);
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

  private long[] nonMates(IntPredicate queries, IntPredicate halves) {
    long[] counts = new long[distances.levels()];
    for (int query = 0; query < pictures.size(); query++) {
      for (int half = 0; half < 2; half++) {
        if (queries.test(query) && halves.test(half)) {
          distances.nonMates().addTo(counts, query, half);
        }
      }
    }
    return counts;
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

  private PointResult result(OperatingPoint point) {
    boolean[][] found = found(point);
    return new PointResult(
        point,
        found,
        new Recalls(attacks, pictures.imageIds(), images).of(found),
        falsePositives(point),
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

  private FalsePositives falsePositives(OperatingPoint point) {
    long[] hits = new long[pictures.size()];
    long[] pairs = new long[pictures.size()];
    for (int query = 0; query < pictures.size(); query++) {
      boolean isSecond = pictures.isInSecondHalf(query);
      for (int half = 0; half < 2; half++) {
        if (point.judges(isSecond, half == 1)) {
          hits[query] += distances.nonMates().within(query, half, point.radius(isSecond));
          pairs[query] += distances.nonMates().total(query, half);
        }
      }
    }
    return FalsePositives.of(hits, pairs, plan.figures(), uploads);
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
