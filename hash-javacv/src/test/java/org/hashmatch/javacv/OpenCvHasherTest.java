package org.hashmatch.javacv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_img_hash;
import org.bytedeco.opencv.opencv_core.Mat;
import org.hashmatch.hash.Dihedral;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.HashedImage;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.ImageHashes;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.algorithm.PdqHasher;
import org.hashmatch.hash.image.PixelImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpenCvHasherTest {

  static Stream<OpenCvHasher> hashers() {
    return OpenCvHasher.algorithms().stream().map(OpenCvHasher::of);
  }

  @ParameterizedTest
  @MethodSource("hashers")
  void toHex_anyPicture_isOpenCvsBytesInTheirOrder(OpenCvHasher hasher) {
    for (int seed = 0; seed < 4; seed++) {
      RandomPixels pixels = RandomPixels.of(seed, 333 + 100 * seed, 200);

      assertThat(hasher.hash(pixels.image()).untrusted().original().toHex())
          .as("seed %d", seed)
          .isEqualTo(HexFormat.of().formatHex(direct(hasher, pixels.bgrMat())));
    }
  }

  @ParameterizedTest
  @MethodSource("hashers")
  void hashOfDihedral_pictureReallyTurned_isEqual(OpenCvHasher hasher) {
    RandomPixels pixels = RandomPixels.of(5, 333, 201);
    ImageHashes hashes = hasher.hash(pixels.image()).untrusted();
    for (Dihedral dihedral : Dihedral.values()) {
      assertThat(hashes.of(dihedral))
          .as("%s", dihedral)
          .isEqualTo(hasher.hash(pixels.turned(dihedral).image()).untrusted().original());
    }
    assertThat(hashes.byDihedral()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("hashers")
  void hash_greyPicture_isThatOfOneChannel(OpenCvHasher hasher) {
    RandomPixels pixels = RandomPixels.of(6, 700, 301);

    assertThat(hasher.hash(pixels.greyImage()).untrusted().original().toHex())
        .isEqualTo(HexFormat.of().formatHex(direct(hasher, pixels.greyMat())));
  }

  @ParameterizedTest
  @MethodSource("hashers")
  void hash_anyPicture_hasPdqsQuality(OpenCvHasher hasher) {
    PixelImage rich = RandomPixels.of(7, 300, 400).image();
    PixelImage flat = PixelImage.grey(80, 90, 80, new byte[80 * 90]);
    for (PixelImage image : List.of(rich, flat)) {
      HashedImage hashed = hasher.hash(image);

      assertThat(hashed.quality()).isEqualTo(PdqHasher.full().quality(image));
      assertThat(List.of(hashed.width(), hashed.height(), hashed.reduction()))
          .containsExactly(image.width(), image.height(), 1);
    }
  }

  @ParameterizedTest
  @MethodSource("hashers")
  void hash_tinyOrNarrowPicture_isNotTrusted(OpenCvHasher hasher) {
    PixelImage pixel = PixelImage.grey(1, 1, 1, new byte[1]);
    int[][] sizes = {{1, 1}, {1, 2}, {2, 1}, {3, 7}, {63, 64}, {40_000, 1}, {1, 40_000}};
    for (int[] size : sizes) {
      HashedImage hashed = hasher.hash(pixel.nearestNeighbour(size[0], size[1]));

      assertThatThrownBy(hashed::trusted)
          .as("%dx%d", size[0], size[1])
          .isInstanceOf(UnscreenableException.class)
          .hasMessageStartingWith("TOO_SMALL");
    }
  }

  @ParameterizedTest
  @MethodSource("hashers")
  void hash_flatPicture_isNotTrusted(OpenCvHasher hasher) {
    for (int grey : new int[] {0, 1, 128, 254, 255}) {
      byte[] samples = new byte[200 * 100];
      Arrays.fill(samples, (byte) grey);
      HashedImage hashed = hasher.hash(PixelImage.grey(200, 100, 200, samples));

      assertThatThrownBy(hashed::trusted)
          .as("grey %d", grey)
          .isInstanceOf(UnscreenableException.class)
          .hasMessageStartingWith("FEATURELESS");
    }
  }

  /** More bytes than an address has bits for; OpenCV throws before a row is copied. */
  @ParameterizedTest
  @MethodSource("hashers")
  void hash_pictureBeyondMemory_isRefusedByItsSize(OpenCvHasher hasher) {
    PixelImage huge = PixelImage.grey(1, 1, 1, new byte[1]).nearestNeighbour(1 << 24, 1 << 30);

    assertThatThrownBy(() -> hasher.hash(huge))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "OpenCV cannot hash a picture of 16777216x1073741824 pixels (RuntimeException)");
  }

  @ParameterizedTest
  @MethodSource("hashers")
  void hash_byManyThreadsAtOnce_isTheSame(OpenCvHasher hasher) {
    List<ImageHash> alone = IntStream.range(0, 4).mapToObj(seed -> hash(hasher, seed)).toList();
    List<ImageHash> together =
        IntStream.range(0, 4).parallel().mapToObj(seed -> hash(hasher, seed)).toList();

    assertThat(together).isEqualTo(alone);
  }

  private static ImageHash hash(OpenCvHasher hasher, int seed) {
    return hasher.hash(RandomPixels.of(seed, 300, 200).image()).untrusted().original();
  }

  @ParameterizedTest
  @MethodSource("hashers")
  void hash_manyPictures_freesNativeMemory(OpenCvHasher hasher) {
    PixelImage image = RandomPixels.of(8, 256, 256).image();
    hasher.hash(image);
    long before = Pointer.totalBytes();
    long count = Pointer.totalCount();
    for (int i = 0; i < 5; i++) {
      hasher.hash(image);
    }

    assertThat(Pointer.totalBytes()).isEqualTo(before);
    assertThat(Pointer.totalCount()).isEqualTo(count);
  }

  @Test
  void hash_reducedPicture_isRefused() {
    PixelImage reduced =
        PixelImage.reduced(PixelImage.argb(300, 256, new int[300 * 256]), 1200, 1024, 4);

    assertThatThrownBy(() -> OpenCvHasher.blockMean().hash(reduced))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("opencv-block-mean/1/256 cannot hash a picture reduced by 4 to 300x256");
    assertThatThrownBy(() -> RadialVarianceHasher.load().hash(reduced))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("opencv-radial-variance/1 cannot hash a picture reduced by 4 to 300x256");
  }

  @Test
  void algorithms_each_isMadeByItsHasher() {
    assertThat(OpenCvHasher.algorithms())
        .extracting(HashAlgorithm::id)
        .containsExactly("opencv-marr-hildreth/1/576", "opencv-block-mean/1/256");
    assertThat(hashers().map(OpenCvHasher::algorithm)).isEqualTo(OpenCvHasher.algorithms());
    assertThat(hash(OpenCvHasher.blockMean(), 1).algorithm()).isEqualTo(OpenCvHasher.BLOCK_MEAN);
    assertThat(hash(OpenCvHasher.marrHildreth(), 1).algorithm())
        .isEqualTo(OpenCvHasher.MARR_HILDRETH);
  }

  @Test
  void of_anotherAlgorithm_isRefused() {
    assertThatThrownBy(() -> OpenCvHasher.of(HashAlgorithm.PDQ))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not an OpenCV algorithm: pdq/1/256");
    assertThatThrownBy(() -> OpenCvHasher.of(new HashAlgorithm("opencv-block-mean", 2, 256)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not an OpenCV algorithm: opencv-block-mean/2/256");
  }

  @SuppressWarnings("try") // the scope frees what is made while it is open
  private static byte[] direct(OpenCvHasher hasher, Mat pixels) {
    BiConsumer<Mat, Mat> function =
        hasher.algorithm().equals(OpenCvHasher.BLOCK_MEAN)
            ? opencv_img_hash::blockMeanHash
            : opencv_img_hash::marrHildrethHash;
    try (PointerScope scope = new PointerScope()) {
      Mat hash = new Mat();
      function.accept(pixels, hash);
      byte[] bytes = new byte[Math.toIntExact(hash.total())];
      hash.data().get(bytes);
      return bytes;
    }
  }
}
