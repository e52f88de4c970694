package org.hashmatch.javacv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.hashmatch.hash.decode.Completeness;
import org.hashmatch.hash.view.HashedPicture;
import org.hashmatch.hash.view.InProcessHasher;
import org.hashmatch.testdata.TestImage;
import org.hashmatch.testdata.TestImages;
import org.junit.jupiter.api.Test;

/** A JPEG that was cut a little is as good as whole; OpenCV alone opens few of these. */
class DamagedJpegTest {

  /** Two decoders of one picture. */
  private static final int TOLERANCE_BITS = 2;

  private final InProcessHasher hasher = InProcessHasher.pdq(AvailableDecoder.load().decoder());

  private static List<TestImage> jpegs() {
    return TestImages.all().stream()
        .filter(image -> image.file().endsWith(".jpg") && !image.file().contains("broken"))
        .toList();
  }

  @Test
  void hash_withoutEndMarker_isThatOfTheWholeAndNotSaidToBeAPart() throws Exception {
    int repaired = 0;
    for (TestImage image : jpegs()) {
      byte[] whole = image.bytes();
      for (int missing = 1; missing <= 2; missing++) {
        HashedPicture cut = hasher.hash(Arrays.copyOf(whole, whole.length - missing));

        repaired += cut.completeness() == Completeness.REPAIRED ? 1 : 0;
        assertThat(cut.completeness()).as(image.file()).isNotEqualTo(Completeness.PARTIAL);
        assertThat(distance(cut, hasher.hash(whole)))
            .as(image.file())
            .isLessThanOrEqualTo(TOLERANCE_BITS);
      }
    }
    assertThat(repaired).isGreaterThan(jpegs().size());
    assertThat(jpegs()).hasSizeGreaterThan(20);
  }

  @Test
  void hash_withoutItsLastSixteenth_isNearThatOfTheWholeAndSaidToBeAPart() throws Exception {
    int far = 0;
    for (TestImage image : jpegs()) {
      byte[] whole = image.bytes();
      HashedPicture cut = hasher.hash(Arrays.copyOf(whole, whole.length * 15 / 16));

      assertThat(cut.completeness()).as(image.file()).isEqualTo(Completeness.PARTIAL);
      far += distance(cut, hasher.hash(whole)) > 31 ? 1 : 0;
    }
    assertThat(far).isLessThanOrEqualTo(jpegs().size() / 5);
  }

  private static int distance(HashedPicture a, HashedPicture b) {
    return a.stored().untrusted().original().distance(b.stored().untrusted().original());
  }
}
