package org.hashmatch.eval.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.testdata.TestImages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CodecEditTest {

  private static final Picture PHOTOGRAPH = decoded();

  static Picture photograph() {
    return PHOTOGRAPH;
  }

  private static Picture decoded() {
    try {
      return Picture.decode(TestImages.of("known/still-life-02.png").bytes()).limited(320);
    } catch (UnscreenableException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "webp"})
  void codec_lowerQuality_losesMore(String kind) {
    List<Double> lost = new ArrayList<>();
    Stream.of(5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95)
        .forEach(
            quality -> {
              Edit edit = Edit.parse(kind + " quality=" + quality);
              lost.add(Statistics.difference(PHOTOGRAPH, Applied.picture(edit, PHOTOGRAPH, 1)));
            });
    assertThat(lost).isSortedAccordingTo(Comparator.reverseOrder()).doesNotHaveDuplicates();
  }

  /** The quality is libjpeg's own scale: of the standard's table, whose first entry is 16. */
  @ParameterizedTest
  @ValueSource(ints = {10, 30, 50, 70, 90})
  void jpeg_quality_isThatOfItsQuantisationTable(int quality) {
    int scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
    byte[] file = PHOTOGRAPH.toJpeg(quality);
    assertThat(firstQuantiser(file)).isEqualTo((16 * scale + 50) / 100);
  }

  /** After the marker FF DB: two bytes of length, one of precision and number, then the table. */
  private static int firstQuantiser(byte[] file) {
    for (int i = 0; i < file.length - 5; i++) {
      if ((file[i] & 0xff) == 0xff && (file[i + 1] & 0xff) == 0xdb) {
        return file[i + 5] & 0xff;
      }
    }
    throw new AssertionError("no quantisation table");
  }
}
