package org.hashmatch.eval.study;

import java.util.List;
import java.util.Optional;
import org.hashmatch.eval.ConfidenceInterval;
import org.hashmatch.eval.FalseAlarms;

/** Everything a study measured, in tables. */
final class StudyTables {

  private final StudyResult result;
  private final List<StudyPlan.PackedAttack> attacks;

  StudyTables(StudyResult result) {
    this.result = result;
    this.attacks = result.plan().attacks();
  }

  List<StudyTable> all() {
    return List.of(
        summary(),
        recall(),
        radii(),
        tails(),
        comparisons(),
        templates(),
        nearest(),
        roc(),
        distances(),
        pictures(),
        edits());
  }

  private StudyTable summary() {
    StudyTable.Builder table =
        new StudyTable.Builder(
            "summary",
            "hasher",
            "levels",
            "mates",
            "non_mates",
            "auc",
            "eer",
            "decidability",
            "mate_mean",
            "non_mate_mean",
            "non_mate_deviation",
            "constant_bits",
            "mean_imbalance",
            "mean_correlation",
            "effective_bits",
            "entropy_bits");
    for (HasherResult hasher : result.hashers()) {
      HasherSummary summary = hasher.summary();
      table.add(
          hasher.name(),
          hasher.distances().levels() - 1,
          summary.mates(),
          summary.nonMates(),
          summary.auc(),
          summary.equalErrorRate(),
          summary.decidability(),
          summary.mateMean(),
          summary.nonMateMean(),
          summary.nonMateDeviation(),
          summary.bits().map(bits -> Integer.toString(bits.constantBits())).orElse(""),
          summary.bits().map(bits -> Decimals.share(bits.meanImbalance())).orElse(""),
          summary.bits().map(bits -> Decimals.share(bits.meanCorrelation())).orElse(""),
          summary.bits().map(bits -> Decimals.share(bits.effectiveBits())).orElse(""),
          summary.bits().map(bits -> Decimals.share(bits.entropyBits())).orElse(""));
    }
    return table.build();
  }

  private StudyTable recall() {
    StudyTable.Builder table =
        new StudyTable.Builder(
            "recall",
            "hasher",
            "point",
            "level",
            "pack",
            "group",
            "name",
            "hits",
            "trials",
            "recall",
            "wilson_lower",
            "wilson_upper",
            "exact_lower",
            "exact_upper",
            "bootstrap_lower",
            "bootstrap_upper");
    for (HasherResult hasher : result.hashers()) {
      for (PointResult point : hasher.points()) {
        for (Recall recall : point.recalls()) {
          table.add(
              hasher.name(),
              point.point().name(),
              recall.level().label(),
              recall.names().get(0),
              recall.names().get(1),
              recall.names().get(2),
              recall.hits(),
              recall.trials(),
              recall.share(),
              lower(recall.independent().map(Recall.Independent::wilson)),
              upper(recall.independent().map(Recall.Independent::wilson)),
              lower(recall.independent().map(Recall.Independent::exact)),
              upper(recall.independent().map(Recall.Independent::exact)),
              lower(recall.bootstrap()),
              upper(recall.bootstrap()));
        }
      }
    }
    return table.build();
  }

  private static String lower(Optional<ConfidenceInterval> interval) {
    return interval.map(each -> Decimals.figure(each.lower())).orElse("");
  }

  private static String upper(Optional<ConfidenceInterval> interval) {
    return interval.map(each -> Decimals.figure(each.upper())).orElse("");
  }

  private StudyTable radii() {
    StudyTable.Builder table =
        new StudyTable.Builder(
            "radii",
            "hasher",
            "point",
            "radius_first_half",
            "radius_second_half",
            "false_positives",
            "pairs",
            "fpr",
            "exact_lower",
            "exact_upper",
            "clustered_lower",
            "clustered_upper",
            "design_effect",
            "bank",
            "uploads_a_day",
            "alarms_a_day",
            "alarms_a_day_at_most",
            "share_of_uploads");
    for (HasherResult hasher : result.hashers()) {
      for (PointResult point : hasher.points()) {
        FalsePositives falsePositives = point.falsePositives();
        FalseAlarms alarms = falsePositives.alarms();
        Scale scale = hasher.distances().scale();
        table.add(
            hasher.name(),
            point.point().name(),
            scale.text(point.point().radius(false)),
            scale.text(point.point().radius(true)),
            falsePositives.rate().hits(),
            falsePositives.rate().pairs(),
            Decimals.figure(alarms.falsePositiveRate()),
            Decimals.figure(falsePositives.exact().lower()),
            Decimals.figure(falsePositives.exact().upper()),
            Decimals.figure(alarms.interval().lower()),
            Decimals.figure(alarms.interval().upper()),
            Decimals.figure(falsePositives.rate().designEffect()),
            alarms.bankEntries(),
            alarms.uploadsPerDay(),
            Decimals.figure(alarms.perDay()),
            Decimals.figure(alarms.perDayUpper()),
            Decimals.figure(alarms.perUpload()));
      }
    }
    return table.build();
  }

  private StudyTable tails() {
    StudyTable.Builder table =
        new StudyTable.Builder(
            "tails",
            "hasher",
            "fpr",
            "radius",
            "recall",
            "fitted_from",
            "fitted_to",
            "fitted_pairs",
            "misfit",
            "dispersion");
    for (HasherResult hasher : result.hashers()) {
      Extrapolation.of(hasher.distances().scale(), hasher.mateShares(), hasher.nonMateShares())
          .ifPresent(tail -> addTail(table, hasher.name(), tail));
    }
    return table.build();
  }

  private static void addTail(StudyTable.Builder table, String hasher, Extrapolation tail) {
    for (double rate : tail.rates()) {
      table.add(
          hasher,
          Decimals.figure(rate),
          tail.radius(rate),
          tail.recall(rate),
          tail.fittedFrom(),
          tail.fittedTo(),
          tail.fit().distances(),
          tail.fit().misfit(),
          tail.fit().dispersion());
    }
  }

  private StudyTable comparisons() {
    StudyTable.Builder table =
        new StudyTable.Builder(
            "comparisons",
            "point",
            "hasher",
            "other",
            "difference",
            "lower",
            "upper",
            "p",
            "p_holm");
    for (HasherComparison comparison : result.comparisons()) {
      table.add(
          comparison.point(),
          comparison.hasher(),
          comparison.other(),
          comparison.paired().difference(),
          comparison.paired().lower(),
          comparison.paired().upper(),
          Decimals.figure(comparison.paired().pValue()),
          Decimals.figure(comparison.adjusted()));
    }
    return table.build();
  }

  private StudyTable templates() {
    StudyTable.Builder table =
        new StudyTable.Builder(
            "templates", "hasher", "point", "pack", "group", "edit", "collisions", "pairs", "rate");
    for (HasherResult hasher : result.hashers()) {
      for (PointResult point : hasher.points()) {
        for (TemplateCollisions each : point.templates()) {
          StudyPlan.PackedAttack attack = attacks.get(each.attack());
          table.add(
              hasher.name(),
              point.point().name(),
              attack.pack().name(),
              attack.attack().group(),
              attack.attack().name(),
              each.hits(),
              each.pairs(),
              each.rate());
        }
      }
    }
    return table.build();
  }

  private StudyTable nearest() {
    StudyTable.Builder table =
        new StudyTable.Builder("nearest", "hasher", "distance", "query", "edit", "bank");
    for (HasherResult hasher : result.hashers()) {
      for (NearPair pair : hasher.distances().nonMates().nearest()) {
        table.add(
            hasher.name(),
            hasher.distances().scale().text(pair.distance()),
            result.pictures().get(pair.query()).id(),
            pair.attack() < 0 ? "" : attacks.get(pair.attack()).attack().name(),
            result.pictures().get(pair.bank()).id());
      }
    }
    return table.build();
  }

  private StudyTable roc() {
    StudyTable.Builder table = new StudyTable.Builder("roc", "hasher", "radius", "fpr", "recall");
    for (HasherResult hasher : result.hashers()) {
      DistanceShares mates = hasher.mateShares();
      DistanceShares nonMates = hasher.nonMateShares();
      for (int level = 0; level < hasher.distances().levels(); level++) {
        if (mates.count(level) + nonMates.count(level) > 0) {
          table.add(
              hasher.name(),
              hasher.distances().scale().text(level),
              Decimals.figure(nonMates.within(level)),
              mates.within(level));
        }
      }
    }
    return table.build();
  }

  private StudyTable distances() {
    StudyTable.Builder table =
        new StudyTable.Builder("distances", "hasher", "distance", "mates", "non_mates");
    for (HasherResult hasher : result.hashers()) {
      DistanceShares mateShares = hasher.mateShares();
      DistanceShares nonMateShares = hasher.nonMateShares();
      for (int level = 0; level < hasher.distances().levels(); level++) {
        long mates = mateShares.count(level);
        long nonMates = nonMateShares.count(level);
        if (mates + nonMates > 0) {
          table.add(hasher.name(), hasher.distances().scale().text(level), mates, nonMates);
        }
      }
    }
    return table.build();
  }

  private StudyTable pictures() {
    StudyTable.Builder table =
        new StudyTable.Builder("pictures", "picture", "role", "half", "sha256", "width", "height");
    for (int place = 0; place < result.pictures().size(); place++) {
      PictureHashes picture = result.pictures().get(place);
      table.add(
          picture.id(),
          result.pictures().isImage(place) ? "image" : "distractor",
          result.pictures().isInSecondHalf(place) ? 2 : 1,
          picture.sha256(),
          picture.width(),
          picture.height());
    }
    return table.build();
  }

  private StudyTable edits() {
    StudyTable.Builder table =
        new StudyTable.Builder(
            "edits",
            "picture",
            "role",
            "pack",
            "group",
            "edit",
            "step",
            "kind",
            "parameter",
            "value");
    for (int place = 0; place < result.pictures().size(); place++) {
      PictureHashes picture = result.pictures().get(place);
      for (RealisedParameter parameter : picture.parameters()) {
        StudyPlan.PackedAttack attack = attacks.get(parameter.attack());
        table.add(
            picture.id(),
            result.pictures().isImage(place) ? "image" : "distractor",
            attack.pack().name(),
            attack.attack().group(),
            attack.attack().name(),
            parameter.realised().step(),
            parameter.realised().kind(),
            parameter.realised().name(),
            Decimals.figure(parameter.realised().value()));
      }
    }
    return table.build();
  }
}
