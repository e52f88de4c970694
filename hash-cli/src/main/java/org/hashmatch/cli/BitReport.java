package org.hashmatch.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.hashmatch.eval.BitCorrelation;
import org.hashmatch.eval.BitShare;
import org.hashmatch.eval.BitStatistics;
import org.hashmatch.eval.ConfidenceInterval;

/** Prints how algorithms use their bits, a row each; empty where there was not enough to count. */
record BitReport(List<BitSurvey.Result> results) {

  /** The forms there are. */
  enum Format {
    /** For people: two tables, one of bits and one of pairs. */
    TEXT,
    /** For tables: all in one row. */
    CSV
  }

  private static final double CONFIDENCE = 0.95;

  private static final String[] CSV_HEADER = {
    "algorithm",
    "pictures",
    "left_out",
    "constant_bits",
    "smallest_share",
    "smallest_share_bit",
    "smallest_share_lower",
    "smallest_share_upper",
    "largest_share",
    "largest_share_bit",
    "largest_share_lower",
    "largest_share_upper",
    "mean_imbalance",
    "mean_correlation",
    "strongest_correlation",
    "strongest_first_bit",
    "strongest_second_bit",
    "mean_distance",
    "distance_deviation",
    "effective_bits"
  };

  void print(Format format, PrintWriter out) {
    switch (format) {
      case TEXT -> printText(out);
      case CSV -> printCsv(out);
    }
  }

  private void printText(PrintWriter out) {
    Table bits =
        new Table(
            "algorithm",
            "pictures",
            "left out",
            "constant bits",
            "smallest share (95 %)",
            "largest share (95 %)",
            "mean |share - 0.5|");
    Table pairs =
        new Table(
            "algorithm",
            "mean |correlation|",
            "largest correlation",
            "mean distance",
            "deviation",
            "effective bits");
    for (BitSurvey.Result result : results) {
      bits.add(bitCells(result));
      pairs.add(pairCells(result));
    }
    out.println("Bits, and in which share of the pictures they are one:");
    out.println();
    bits.print(out);
    out.println();
    out.println("Pairs of bits, and of pictures:");
    out.println();
    pairs.print(out);
  }

  private static String[] bitCells(BitSurvey.Result result) {
    List<String> cells = counts(result);
    result
        .statistics()
        .ifPresentOrElse(
            bits ->
                Collections.addAll(
                    cells,
                    Integer.toString(bits.constantBits()),
                    text(bits.smallestShare()),
                    text(bits.largestShare()),
                    number(3, bits.meanImbalance())),
            () -> Collections.addAll(cells, "", "", "", ""));
    return cells.toArray(String[]::new);
  }

  private static String[] pairCells(BitSurvey.Result result) {
    List<String> cells = new ArrayList<>(List.of(result.algorithm().id()));
    result
        .statistics()
        .ifPresentOrElse(
            bits ->
                Collections.addAll(
                    cells,
                    number(3, bits.meanCorrelationStrength()),
                    bits.strongestCorrelation().map(BitReport::text).orElse(""),
                    number(1, bits.meanDistance()),
                    number(1, bits.distanceDeviation()),
                    number(1, bits.effectiveBits())),
            () -> Collections.addAll(cells, "", "", "", "", ""));
    return cells.toArray(String[]::new);
  }

  private static String text(BitShare share) {
    ConfidenceInterval interval = share.interval(CONFIDENCE);
    return String.format(
        Locale.ROOT,
        "%.3f (%.3f..%.3f) bit %d",
        share.value(),
        interval.lower(),
        interval.upper(),
        share.bit());
  }

  private static String text(BitCorrelation correlation) {
    return String.format(
        Locale.ROOT,
        "%+.3f bits %d, %d",
        correlation.coefficient(),
        correlation.first(),
        correlation.second());
  }

  private void printCsv(PrintWriter out) {
    CsvWriter csv = Csv.to(out);
    csv.writeRecord(CSV_HEADER);
    for (BitSurvey.Result result : results) {
      List<String> fields = counts(result);
      result.statistics().ifPresent(bits -> addFields(bits, fields));
      while (fields.size() < CSV_HEADER.length) {
        fields.add("");
      }
      csv.writeRecord(fields);
    }
  }

  private static void addFields(BitStatistics bits, List<String> fields) {
    fields.add(Integer.toString(bits.constantBits()));
    addFields(bits.smallestShare(), fields);
    addFields(bits.largestShare(), fields);
    fields.add(number(6, bits.meanImbalance()));
    fields.add(number(6, bits.meanCorrelationStrength()));
    bits.strongestCorrelation()
        .ifPresentOrElse(
            strongest ->
                Collections.addAll(
                    fields,
                    number(6, strongest.coefficient()),
                    Integer.toString(strongest.first()),
                    Integer.toString(strongest.second())),
            () -> Collections.addAll(fields, "", "", ""));
    fields.add(number(6, bits.meanDistance()));
    fields.add(number(6, bits.distanceDeviation()));
    fields.add(number(6, bits.effectiveBits()));
  }

  private static void addFields(BitShare share, List<String> fields) {
    ConfidenceInterval interval = share.interval(CONFIDENCE);
    Collections.addAll(
        fields,
        number(6, share.value()),
        Integer.toString(share.bit()),
        number(6, interval.lower()),
        number(6, interval.upper()));
  }

  private static List<String> counts(BitSurvey.Result result) {
    return new ArrayList<>(
        List.of(
            result.algorithm().id(),
            Integer.toString(result.counted()),
            Integer.toString(result.leftOut())));
  }

  private static String number(int digits, OptionalDouble value) {
    return value.isPresent() ? number(digits, value.getAsDouble()) : "";
  }

  private static String number(int digits, double value) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
