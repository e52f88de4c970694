package org.hashmatch.testdata;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.hashmatch.testdata.TestImage.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestImagesTest {

  private static final Path FOLDER = Path.of("images");

  @Test
  void manifest_anyTime_listsExactlyTheFilesThereAre() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      Set<String> pictures =
          files
              .filter(Files::isRegularFile)
              .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
              .filter(file -> !file.endsWith(".csv"))
              .collect(Collectors.toSet());
      assertThat(TestImages.all().stream().map(TestImage::file))
          .containsExactlyInAnyOrderElementsOf(pictures);
    }
  }

  @Test
  void manifest_readAndWritten_isTheSame() throws IOException {
    assertThat(Manifest.text(TestImages.all()))
        .isEqualTo(Files.readString(FOLDER.resolve("manifest.csv")));
  }

  @Test
  void bytes_everyRow_areTheFile() throws IOException {
    for (TestImage image : TestImages.all()) {
      assertThat(image.bytes()).isEqualTo(Files.readAllBytes(FOLDER.resolve(image.file())));
    }
  }

  @ParameterizedTest
  @EnumSource
  void of_everyKind_isThereInItsFolder(Kind kind) {
    assertThat(TestImages.of(kind))
        .isNotEmpty()
        .allMatch(image -> image.file().startsWith(kind.folder()));
  }

  @Test
  void of_copies_areOfKnownPicturesAndExpectedToBlock() {
    List<String> known = TestImages.known().stream().map(TestImage::file).toList();
    assertThat(TestImages.all().stream().filter(image -> !image.of().isEmpty()))
        .hasSizeGreaterThan(20)
        .allMatch(image -> known.contains(image.of()) && image.expected().equals("BLOCK"));
    assertThat(TestImages.of(Kind.INNOCENT))
        .hasSizeGreaterThan(11)
        .allMatch(image -> image.of().isEmpty() && image.expected().equals("CLEAR"));
  }

  @Test
  void of_exactCopy_hasTheSameBytes() {
    for (TestImage copy : TestImages.of(Kind.EXACT)) {
      assertThat(copy.bytes()).isEqualTo(TestImages.of(copy.of()).bytes());
    }
  }

  @Test
  void of_unknownFile_isRefused() {
    assertThatThrownBy(() -> TestImages.of("known/none.jpg"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("no test image known/none.jpg");
    TestImage stray = new TestImage("known/none.jpg", Kind.KNOWN, "", "", 1, 1, "BLOCK");
    assertThatThrownBy(stray::bytes).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void all_together_areSmallEnoughToCommit() {
    int total = TestImages.all().stream().mapToInt(image -> image.bytes().length).sum();
    assertThat(total).isLessThan(6_000_000);
  }
}
