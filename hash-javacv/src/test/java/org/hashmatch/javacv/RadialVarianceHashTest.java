package org.hashmatch.javacv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.hashmatch.hash.image.PixelImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RadialVarianceHashTest {

  private static final String TEXT =
      "4f96ff808339178ec303db0d2c4a5c9400046c4d4364344b5e3a625753362e6142276a515a4b4470";

  private final RadialVarianceHasher hasher = RadialVarianceHasher.load();

  @Test
  void similarity_randomBytes_isThatOfOpenCvsCompare() {
    Random random = new Random(21);
    for (int i = 0; i < 500; i++) {
      byte[] one = new byte[RadialVarianceHash.BYTES];
      byte[] other = new byte[RadialVarianceHash.BYTES];
      random.nextBytes(one);
      random.nextBytes(other);

      assertSimilarity(RadialVarianceHash.of(one), RadialVarianceHash.of(other));
    }
  }

  @Test
  void similarity_pictures_isThatOfOpenCvsCompare() {
    for (int seed = 0; seed < 10; seed++) {
      RadialVarianceHash one = hasher.hash(RandomPixels.of(seed, 300, 200).image());
      RadialVarianceHash other = hasher.hash(RandomPixels.of(seed + 1, 200, 333).image());

      assertSimilarity(one, other);
    }
  }

  private static void assertSimilarity(RadialVarianceHash one, RadialVarianceHash other) {
    assertThat(one.similarity(other))
        .isBetween(0.0, 1.0)
        .isEqualTo(other.similarity(one))
        .isEqualTo(compareByOpenCv(one, other), within(1e-6));
  }

  @Test
  void similarity_sameHash_isOne() {
    RadialVarianceHash hash = RadialVarianceHash.parse(TEXT);

    assertThat(hash.similarity(RadialVarianceHash.parse(TEXT))).isEqualTo(1);
  }

  @Test
  void similarity_shiftedBytes_isOne() {
    String shifted = TEXT.substring(14) + TEXT.substring(0, 14);

    assertThat(RadialVarianceHash.parse(TEXT).similarity(RadialVarianceHash.parse(shifted)))
        .isEqualTo(1);
  }

  @Test
  void similarity_constantHash_isZeroEvenToItself() {
    RadialVarianceHash constant = RadialVarianceHash.of(new byte[RadialVarianceHash.BYTES]);

    assertThat(constant.similarity(constant)).isZero();
    assertThat(constant.similarity(RadialVarianceHash.parse(TEXT))).isZero();
    assertThat(compareByOpenCv(constant, constant)).isEqualTo(0, within(1e-6));
  }

  @Test
  void hash_greyPicture_isThatOfItsColoursAllEqual() {
    RandomPixels pixels = RandomPixels.of(3, 300, 201);

    assertThat(hasher.hash(pixels.greyImage())).isEqualTo(hasher.hash(pixels.greyInColours()));
  }

  /** Why quality must be asked first. */
  @Test
  void hash_flatPicturesOfOneSize_lookTheSame() {
    byte[] dark = new byte[200 * 100];
    byte[] bright = new byte[200 * 100];
    Arrays.fill(dark, (byte) 1);
    Arrays.fill(bright, (byte) 200);

    RadialVarianceHash one = hasher.hash(PixelImage.grey(200, 100, 200, dark));
    RadialVarianceHash other = hasher.hash(PixelImage.grey(200, 100, 200, bright));

    assertThat(one.similarity(other)).isGreaterThan(0.99);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 64, 40_000})
  void hash_narrowPicture_isAnAnswer(int length) {
    PixelImage black = PixelImage.grey(1, 1, 1, new byte[1]);

    assertThat(hasher.hash(black.nearestNeighbour(length, 1)).toHex()).matches("0{80}");
    assertThat(hasher.hash(black.nearestNeighbour(1, length)).toHex()).matches("0{80}");
  }

  @Test
  void hash_pictureBeyondMemory_isRefusedByItsSize() {
    PixelImage huge = PixelImage.grey(1, 1, 1, new byte[1]).nearestNeighbour(1 << 24, 1 << 30);

    assertThatThrownBy(() -> hasher.hash(huge))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("16777216x1073741824");
  }

  @Test
  void parse_toHex_isTheSame() {
    RadialVarianceHash hash = RadialVarianceHash.parse(TEXT);

    assertThat(hash.toHex()).isEqualTo(TEXT);
    assertThat(RadialVarianceHash.parse(TEXT.toUpperCase(Locale.ROOT)))
        .isEqualTo(hash)
        .hasSameHashCodeAs(hash);
    assertThat(hash).hasToString("RadialVarianceHash[opencv-radial-variance/1]");
  }

  @Test
  void parse_badText_saysWhatIsWrongWithoutTheText() {
    assertThatThrownBy(() -> RadialVarianceHash.parse(TEXT + " "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("radial variance hash must be 80 hex digits (got 81 characters)");
    assertThatThrownBy(() -> RadialVarianceHash.parse("g" + TEXT.substring(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hash has a character that is no hex digit at position 1");
    assertThatThrownBy(() -> RadialVarianceHash.parse(TEXT.substring(1) + "\uff11"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hash has a character that is no hex digit at position 80");
  }

  @Test
  void of_wrongNumberOfBytes_isRefused() {
    assertThatThrownBy(() -> RadialVarianceHash.of(new byte[39]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("radial variance hash must have 40 bytes (got 39)");
  }

  @Test
  void of_bytes_areCopied() {
    byte[] bytes = new byte[RadialVarianceHash.BYTES];
    RadialVarianceHash hash = RadialVarianceHash.of(bytes);
    bytes[0] = 1;

    assertThat(hash.toHex()).matches("0{80}");
  }

  @SuppressWarnings("try") // the scope frees what is made while it is open
  private static double compareByOpenCv(RadialVarianceHash one, RadialVarianceHash other) {
    try (PointerScope scope = new PointerScope()) {
      return org.bytedeco.opencv.opencv_img_hash.RadialVarianceHash.create()
          .compare(row(one), row(other));
    }
  }

  private static Mat row(RadialVarianceHash hash) {
    byte[] bytes = HexFormat.of().parseHex(hash.toHex());
    return new Mat(1, bytes.length, opencv_core.CV_8UC1, new BytePointer(bytes));
  }
}
