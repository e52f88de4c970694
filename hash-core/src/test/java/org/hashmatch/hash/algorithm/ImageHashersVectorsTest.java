package org.hashmatch.hash.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.image.KitImage;
import org.hashmatch.testdata.ConformanceKit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The conformance kit: every bit as other projects' programs have it. */
class ImageHashersVectorsTest {

  @ParameterizedTest
  @CsvSource({"imagehash.csv, 243", "blockhash.csv, 27"})
  void hash_everyRowOfTheKit_isEqual(String table, int rows) {
    List<ConformanceKit.Row> wrong =
        ConformanceKit.rows(table).stream()
            .filter(row -> !hash(row.of("file"), row.of("algorithm")).equals(row.of("hash")))
            .toList();

    assertThat(wrong).isEmpty();
    assertThat(ConformanceKit.rows(table)).hasSize(rows);
  }

  private static String hash(String file, String algorithm) {
    return ImageHashers.of(HashAlgorithm.parse(algorithm))
        .hash(KitImage.of(file))
        .untrusted()
        .original()
        .toHex();
  }
}
