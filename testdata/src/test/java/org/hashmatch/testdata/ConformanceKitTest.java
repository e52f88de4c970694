package org.hashmatch.testdata;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConformanceKitTest {

  private static final Path FOLDER = Path.of("conformance");

  @ParameterizedTest
  @ValueSource(strings = {"imagehash.csv", "blockhash.csv", "pdq.csv"})
  void rows_everyTable_nameEveryPictureThereIs(String table) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      Set<String> pictures =
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(file -> file.matches(".*\\.p[gp]m"))
              .collect(Collectors.toSet());
      assertThat(pictures).hasSizeGreaterThan(25);
      assertThat(ConformanceKit.rows(table).stream().map(row -> row.of("file")).distinct())
          .containsExactlyInAnyOrderElementsOf(pictures);
    }
  }

  @Test
  void rows_imagehash_haveNineAlgorithmsEach() {
    assertThat(ConformanceKit.rows("imagehash.csv"))
        .extracting(row -> row.of("algorithm"))
        .hasSize(9 * 27)
        .contains("phash/1/64", "whash/1/64", "dhash-vertical/1/256");
  }

  @Test
  void rows_pdq_haveNn512OfPicturesAbove512Only() {
    assertThat(ConformanceKit.rows("pdq.csv"))
        .hasSize(27 + 3)
        .filteredOn(row -> row.of("algorithm").equals("pdq-nn512/1/256"))
        .extracting(row -> row.of("file"))
        .containsExactly("facade-640x480.pgm", "skyline-37x1000.pgm", "wall-1000x37.pgm");
  }

  @Test
  void rows_pdqSteps_areOfThreePictures() {
    assertThat(ConformanceKit.rows("pdq-steps.csv").stream().map(row -> row.of("file")).distinct())
        .containsExactly("skyline-127x128.pgm", "lake-255x257.pgm", "forest-384x385.ppm");
  }

  @Test
  void picture_colourAndGrey_haveTheSizeInTheirName() {
    PlainPicture grey = ConformanceKit.picture("leaves-63x64.pgm");
    PlainPicture colour = ConformanceKit.picture("forest-384x385.ppm");

    assertThat(List.of(grey.width(), grey.height(), grey.channels())).containsExactly(63, 64, 1);
    assertThat(grey.samples()).hasSize(63 * 64);
    assertThat(List.of(colour.width(), colour.height(), colour.channels()))
        .containsExactly(384, 385, 3);
    assertThat(colour.samples()).hasSize(3 * 384 * 385);
  }

  @Test
  void samples_aSmallFile_areItsBytes() {
    PlainPicture picture = PlainPicture.parse("P5\n3 2\n255\nabcdef".getBytes(US_ASCII));

    assertThat(picture.samples()).isEqualTo("abcdef".getBytes(US_ASCII));
    assertThat(List.of(picture.width(), picture.height())).containsExactly(3, 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "P5", "P2\n1 1\n255\n0", "P5\n0 1\n255\n", "P5\n1 1\n65535\nab"})
  void parse_otherFile_isRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PlainPicture.parse(text.getBytes(US_ASCII)))
        .withMessage("no binary PGM or PPM of 8 bits without comments");
  }

  @ParameterizedTest
  @ValueSource(strings = {"P6\n2 2\n255\nabcdefghijk", "P6\n2 2\n255\nabcdefghijklm"})
  void parse_cutOrTooLong_isRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PlainPicture.parse(text.getBytes(US_ASCII)))
        .withMessageStartingWith("picture must have 12 samples (got 1");
  }

  @Test
  void anything_unknownFile_isRefused() {
    assertThatThrownBy(() -> ConformanceKit.picture("none.pgm"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("no file none.pgm in the conformance kit");
    assertThatThrownBy(() -> ConformanceKit.rows("none.csv"))
        .isInstanceOf(UncheckedIOException.class);
    ConformanceKit.Row row = ConformanceKit.rows("imagehash.csv").get(0);
    assertThatThrownBy(() -> row.of("colour"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("no column colour");
  }

  /** Two thirds are the three largest pictures, which no smaller ones can replace. */
  @Test
  void kit_allOfIt_isSmallEnoughToCommit() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.mapToLong(file -> file.toFile().length()).sum()).isLessThan(2_000_000);
    }
  }
}
