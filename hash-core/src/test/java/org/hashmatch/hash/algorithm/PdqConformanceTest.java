package org.hashmatch.hash.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.hashmatch.hash.Dihedral;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHashes;
import org.hashmatch.hash.image.KitImage;
import org.hashmatch.hash.image.PixelImage;
import org.hashmatch.hash.image.ReferenceTentFilter;
import org.hashmatch.testdata.ConformanceKit;
import org.hashmatch.testdata.ConformanceKit.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The conformance kit: PDQ as its C++ reference has it, bits, quality and what is in between. */
class PdqConformanceTest {

  private static final String MEDIAN = "median-";

  /** What the kit's README allows a port that rounds elsewhere. */
  private static final float GRID_TOLERANCE = 0.001f;

  private static final float COEFFICIENT_TOLERANCE = 0.005f;

  @Test
  void hash_everyRowOfTheKit_isEqualInAllEightAndQuality() {
    List<Row> rows = ConformanceKit.rows("pdq.csv");

    assertThat(rows).hasSize(30).allSatisfy(PdqConformanceTest::check);
  }

  private static void check(Row row) {
    ImageHashes hashes =
        PdqHasher.of(HashAlgorithm.parse(row.of("algorithm")))
            .hash(KitImage.of(row.of("file")))
            .untrusted();

    assertThat(hashes.quality().value()).isEqualTo(Integer.parseInt(row.of("quality")));
    for (Dihedral dihedral : Dihedral.values()) {
      assertThat(hashes.of(dihedral).toHex())
          .as("%s", dihedral)
          .isEqualTo(row.of(dihedral.label()));
    }
  }

  @Test
  void hash_picturesUpTo512_areTheSameByNn512() {
    List<Row> upTo512 =
        ConformanceKit.rows("pdq.csv").stream()
            .collect(Collectors.groupingBy(row -> row.of("file")))
            .values()
            .stream()
            .filter(rows -> rows.size() == 1)
            .map(rows -> rows.get(0))
            .toList();

    assertThat(upTo512)
        .hasSize(24)
        .allSatisfy(
            row ->
                assertThat(
                        PdqHasher.nn512()
                            .hash(KitImage.of(row.of("file")))
                            .untrusted()
                            .original()
                            .toHex())
                    .isEqualTo(row.of("original")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"skyline-127x128.pgm", "lake-255x257.pgm", "forest-384x385.ppm"})
  void analyse_stepsOfTheKit_areWithinTheTolerance(String file) {
    PdqAnalysis analysis = PdqHasher.full().analyse(KitImage.of(file));

    assertThat(steps(file))
        .hasSizeGreaterThan(30)
        .allSatisfy(
            row -> assertThat(value(analysis, row)).isCloseTo(expected(row), tolerance(row)));
  }

  /** Without the whole numbers of {@link PdqHasher}: every step rounded as in the reference. */
  @ParameterizedTest
  @ValueSource(strings = {"skyline-127x128.pgm", "lake-255x257.pgm", "forest-384x385.ppm"})
  void referenceSteps_stepsOfTheKit_areEqual(String file) {
    PixelImage image = KitImage.of(file);
    float[] grid = new float[64 * 64];
    float[] coefficients = new float[256];
    new ReferenceTentFilter().shrink(image, grid);
    new PdqTransform().apply(grid, coefficients);
    PdqAnalysis analysis = new PdqAnalysis(PdqHasher.full().hash(image), grid, coefficients);

    assertThat(steps(file))
        .allSatisfy(row -> assertThat(value(analysis, row)).isEqualTo(expected(row)));
  }

  /** All but the planes in the picture's own size, which an analysis does not keep. */
  private static List<Row> steps(String file) {
    return ConformanceKit.rows("pdq-steps.csv").stream()
        .filter(row -> row.of("file").equals(file))
        .filter(row -> !row.of("step").matches("luma|box[1-4]"))
        .toList();
  }

  private static float value(PdqAnalysis analysis, Row row) {
    String step = row.of("step");
    if (step.startsWith(MEDIAN)) {
      String label = step.substring(MEDIAN.length());
      return analysis.median(Dihedral.valueOf(label.toUpperCase(Locale.ROOT)));
    }
    int i = Integer.parseInt(row.of("row"));
    int j = Integer.parseInt(row.of("column"));
    return step.equals("grid")
        ? analysis.luma(i, j)
        : analysis.coefficient(Dihedral.ORIGINAL, 16 * i + j);
  }

  private static float expected(Row row) {
    return Float.parseFloat(row.of("value"));
  }

  private static Offset<Float> tolerance(Row row) {
    return within(row.of("step").equals("grid") ? GRID_TOLERANCE : COEFFICIENT_TOLERANCE);
  }
}
