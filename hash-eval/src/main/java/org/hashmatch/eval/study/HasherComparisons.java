package org.hashmatch.eval.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hashmatch.eval.Holm;
import org.hashmatch.eval.ImageBootstrap;
import org.hashmatch.eval.ImageRecall;
import org.hashmatch.eval.PairedComparison;

/** Compares each two hashers of a study, where they were judged by the same kind of radius. */
final class HasherComparisons {

  private static final double CONFIDENCE = 0.95;

  private final List<String> images;
  private final List<Integer> attacks;
  private final ImageBootstrap bootstrap;

  HasherComparisons(StudyPlan plan, StudiedPictures pictures) {
    this.images = pictures.imageIds();
    this.attacks = IntStream.range(0, plan.attacks().size()).boxed().toList();
    this.bootstrap =
        new ImageBootstrap(plan.figures().resamples(), Seeds.of(plan.seed(), "comparisons"));
  }

  /** A hasher's recall of each image at one point. */
  private record Recalled(String hasher, List<ImageRecall> images) {}

  List<HasherComparison> of(List<HasherResult> hashers) {
    Map<String, List<Recalled>> byPoint = new LinkedHashMap<>();
    for (HasherResult hasher : hashers) {
      for (PointResult point : hasher.points()) {
        List<ImageRecall> recalls = Recalls.byImage(images, Recalls.shares(point.found(), attacks));
        byPoint
            .computeIfAbsent(point.point().name(), name -> new ArrayList<>())
            .add(new Recalled(hasher.name(), recalls));
      }
    }
    List<HasherComparison> comparisons = new ArrayList<>();
    byPoint.forEach((point, recalls) -> comparisons.addAll(of(point, recalls)));
    return comparisons;
  }

  private List<HasherComparison> of(String point, List<Recalled> recalls) {
    List<HasherComparison> found = new ArrayList<>();
    for (int i = 0; i < recalls.size(); i++) {
      for (int j = i + 1; j < recalls.size(); j++) {
        Recalled one = recalls.get(i);
        Recalled other = recalls.get(j);
        PairedComparison paired = bootstrap.compare(one.images(), other.images(), CONFIDENCE);
        found.add(
            new HasherComparison(point, one.hasher(), other.hasher(), paired, paired.pValue()));
      }
    }
    double[] adjusted =
        Holm.adjust(found.stream().mapToDouble(each -> each.paired().pValue()).toArray());
    return IntStream.range(0, adjusted.length)
        .mapToObj(i -> found.get(i).adjusted(adjusted[i]))
        .toList();
  }
}
