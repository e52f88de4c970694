package org.hashmatch.testdata.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.hashmatch.testdata.TestImage;
import org.hashmatch.testdata.TestImages;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed files against what the generator draws now. */
@Tag("exhaustive")
class CommittedImagesTest {

  /** Per pixel and colour, of 255: what quality 30 costs on textures as dense as ours. */
  private static final double LOSSY_TOLERANCE = 14;

  private static final List<Drawn> PICTURES = Catalogue.pictures();

  @Test
  void rows_ofTheGenerator_areTheManifest() {
    List<TestImage> rows = new ArrayList<>(PICTURES.stream().map(Drawn::row).toList());
    BrokenFile.all().forEach(broken -> rows.add(broken.row()));
    assertThat(rows).isEqualTo(TestImages.all());
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void picture_everyFile_isWhatTheGeneratorDrawsAndFullOfFeatures(Drawn drawn) throws IOException {
    TestImage row = drawn.row();
    Decoded file = Decoded.from(row.bytes());
    assertThat(List.of(file.width(), file.height())).containsExactly(row.width(), row.height());
    assertThat(file.meanDifference(drawn.picture()))
        .as(row.file())
        .isLessThanOrEqualTo(isLossless(row) ? 0 : LOSSY_TOLERANCE);
    assertThat(file.quality()).as(row.file()).isGreaterThan(130);
  }

  static List<Drawn> pictures() {
    return PICTURES;
  }

  private static boolean isLossless(TestImage row) {
    String file = row.file();
    return file.endsWith(".png")
        || file.endsWith(".bmp")
        || file.endsWith(".gif")
        || file.equals("known/beach-02.webp");
  }
}
