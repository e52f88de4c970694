package org.hashmatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hashmatch.bank.exchange.HashLine;
import org.hashmatch.eval.BitStatistics;
import org.hashmatch.hash.HashAlgorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BitsCommandTest {

  private static final Path KNOWN = Cli.image("known");
  private static final Path LAKE = Cli.image("known/lake-02.jpg");
  private static final Path VALLEY = Cli.image("known/valley-02.jpg");

  @TempDir private Path folder;

  @Test
  void bits_withoutAlgorithm_hasARowForEachThereIs() {
    Cli run = Cli.run("bits", "--format", "csv", KNOWN);

    List<NamedCsvRecord> rows = rows(run);
    assertThat(rows.stream().map(row -> row.getField("algorithm")))
        .containsExactlyElementsOf(Algorithms.all().stream().map(HashAlgorithm::id).toList());
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.getField("pictures")).isEqualTo("20");
              assertThat(row.getField("left_out")).isEqualTo("0");
              assertThat(row.getFields()).doesNotContain("");
            });
  }

  /** Its highest bit asks whether the mean is above the median of the frequencies; it always is. */
  @Test
  void bits_phash_hasOneConstantBitAndSaysSo() {
    Cli run = Cli.run("bits", "--algorithm", "phash/64", "--format", "csv", KNOWN);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo("hashmatch: phash/1/64: constant bits: 1 of 64, over 20 pictures\n");
    assertThat(rows(run).get(0).getField("constant_bits")).isEqualTo("1");
    assertThat(rows(run).get(0).getField("largest_share_bit")).isEqualTo("63");
    assertThat(rows(run).get(0).getField("largest_share_upper")).isEqualTo("1.000000");
  }

  @Test
  void bits_csv_isWhatTheHashesSay() throws IOException {
    BitStatistics.Builder builder = BitStatistics.builder(HashAlgorithm.DHASH_64);
    try (Stream<Path> files = Files.list(KNOWN)) {
      Cli.run(Stream.concat(Stream.of("hash", "--algorithm", "dhash/64"), files).toArray())
          .out()
          .lines()
          .forEach(line -> builder.add(HashLine.parse(HashAlgorithm.DHASH_64, line).hash()));
    }
    BitStatistics expected = builder.build();
    Cli run = Cli.run("bits", "--algorithm", "dhash/1/64", "--format", "csv", KNOWN);

    NamedCsvRecord row = rows(run).get(0);
    assertThat(number(row, "smallest_share")).isEqualTo(expected.smallestShare().value());
    assertThat(number(row, "largest_share_bit")).isEqualTo(expected.largestShare().bit());
    assertThat(row.getField("mean_imbalance")).isEqualTo(six(expected.meanImbalance()));
    assertThat(row.getField("mean_correlation"))
        .isEqualTo(six(expected.meanCorrelationStrength().orElseThrow()));
    assertThat(row.getField("strongest_correlation"))
        .isEqualTo(six(expected.strongestCorrelation().orElseThrow().coefficient()));
    assertThat(row.getField("mean_distance")).isEqualTo(six(expected.meanDistance()));
    assertThat(row.getField("distance_deviation")).isEqualTo(six(expected.distanceDeviation()));
    assertThat(row.getField("effective_bits"))
        .isEqualTo(six(expected.effectiveBits().orElseThrow()));
  }

  @Test
  void bits_text_hasTwoTablesInTheOrderAskedFor() {
    Cli run =
        Cli.run(
            "bits", "--algorithm", "pdq", "--algorithm", "dhash/64", "--algorithm", "pdq", KNOWN);

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines().map(line -> line.strip().split(" ", 2)[0]))
        .containsExactly(
            "Bits,",
            "",
            "algorithm",
            "pdq/1/256",
            "dhash/1/64",
            "",
            "Pairs",
            "",
            "algorithm",
            "pdq/1/256",
            "dhash/1/64");
    assertThat(run.out().lines().toList().get(3))
        .containsPattern("0\\.\\d{3} \\(0\\.\\d{3}\\.\\.0\\.\\d{3}\\) bit \\d+");
  }

  @Test
  void bits_flatAndTinyPictures_areLeftOutAndNoFailure() {
    Cli run =
        Cli.run(
            "bits",
            "--algorithm",
            "pdq",
            "--format",
            "csv",
            KNOWN,
            Cli.image("uploads/broken/flat.png"),
            Cli.image("uploads/broken/tiny.png"));

    assertThat(rows(run).get(0).getField("pictures")).isEqualTo("20");
    assertThat(rows(run).get(0).getField("left_out")).isEqualTo("2");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }

  @Test
  void bits_unreadableFiles_areNamedAndTheRestIsCounted() {
    Path text = Cli.image("uploads/broken/text.jpg");
    Path none = folder.resolve("none.jpg");
    Cli run = Cli.run("bits", "--algorithm", "pdq", "--format", "csv", KNOWN, text, none);

    assertThat(run.err())
        .isEqualTo(
            text
                + ": NOT_AN_IMAGE: does not begin like any picture format\n"
                + none
                + ": UNREADABLE: no such file or folder\n");
    assertThat(rows(run).get(0).getField("pictures")).isEqualTo("20");
    assertThat(rows(run).get(0).getField("left_out")).isEqualTo("2");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void bits_emptyFolder_isSaid() {
    Cli run = Cli.run("bits", folder);

    assertThat(run.err()).isEqualTo("hashmatch: " + folder + ": no files there\n");
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void bits_fewerThanTwoPictures_isSaid() {
    Path flat = Cli.image("uploads/broken/flat.png");
    Cli one = Cli.run("bits", LAKE, flat);

    assertThat(one.err())
        .isEqualTo(
            "hashmatch: bit statistics need 2 pictures or more (got 1 that can be counted)\n");
    assertThat(one.out()).isEmpty();
    assertThat(one.code()).isEqualTo(2);
    assertThat(Cli.run("bits", folder.resolve("none")).err())
        .contains("no such file or folder", "(got 0 that can be counted)");
  }

  /** Two pictures have one distance, and every bit is equal, opposite or constant. */
  @Test
  void bits_twoPictures_leaveEmptyWhatTwoCannotTell() {
    Cli run = Cli.run("bits", "--algorithm", "pdq", "--format", "csv", LAKE, VALLEY);

    assertThat(rows(run).get(0).getField("effective_bits")).isEmpty();
    assertThat(rows(run).get(0).getField("distance_deviation")).isEqualTo("0.000000");
    assertThat(run.code()).isEqualTo(1);
    assertThat(Cli.run("bits", "--algorithm", "pdq", LAKE, LAKE).out())
        .contains("pdq/1/256", "256  0.000");
  }

  @Test
  void report_ofAnAlgorithmWithoutEnough_leavesItsCellsEmpty() {
    BitReport report =
        new BitReport(List.of(new BitSurvey.Result(HashAlgorithm.PDQ, 1, 3, Optional.empty())));
    for (BitReport.Format format : BitReport.Format.values()) {
      StringWriter text = new StringWriter();
      report.print(format, new PrintWriter(text, true));

      assertThat(text.toString()).contains("pdq/1/256").doesNotContain("0.0");
    }
  }

  private static List<NamedCsvRecord> rows(Cli run) {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(run.out())) {
      return rows.stream().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static double number(NamedCsvRecord row, String field) {
    return Double.parseDouble(row.getField(field));
  }

  private static String six(double value) {
    return String.format(java.util.Locale.ROOT, "%.6f", value);
  }
}
