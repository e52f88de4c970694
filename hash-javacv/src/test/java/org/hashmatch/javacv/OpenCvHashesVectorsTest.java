package org.hashmatch.javacv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hashmatch.hash.decode.DecodedImage;
import org.hashmatch.hash.decode.ImageGuard;
import org.hashmatch.hash.image.PixelImage;
import org.hashmatch.testdata.TestImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** OpenCV's hashes as another build of OpenCV computed them; the file says which, and how. */
class OpenCvHashesVectorsTest {

  private record Vector(
      String picture, String marrHildreth, String blockMean, String radialVariance) {

    static Vector parse(String line) {
      List<String> fields = List.of(line.split(",", -1));
      return new Vector(fields.get(0), fields.get(1), fields.get(2), fields.get(3));
    }
  }

  static Stream<Vector> vectors() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            OpenCvHashesVectorsTest.class.getResourceAsStream("opencv-hashes.csv"))) {
      return new String(file.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Vector::parse);
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void hash_pictureOfAVector_isOpenCvsToTheBit(Vector vector) throws Exception {
    byte[] file = TestImages.of(vector.picture()).bytes();
    try (DecodedImage decoded =
        OpenCvDecoder.load().decode(ImageGuard.withDefaults().admit(file))) {
      check(vector, decoded.pixels());
    }
  }

  private static void check(Vector vector, PixelImage pixels) {
    assertThat(OpenCvHasher.marrHildreth().hash(pixels).untrusted().original().toHex())
        .isEqualTo(vector.marrHildreth());
    assertThat(OpenCvHasher.blockMean().hash(pixels).untrusted().original().toHex())
        .isEqualTo(vector.blockMean());
    assertThat(RadialVarianceHasher.load().hash(pixels).toHex()).isEqualTo(vector.radialVariance());
  }

  @Test
  void vectors_file_hasFour() throws IOException {
    assertThat(vectors()).hasSize(4);
  }
}
