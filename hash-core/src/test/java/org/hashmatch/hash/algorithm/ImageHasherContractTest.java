package org.hashmatch.hash.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hashmatch.hash.Dihedral;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.HashedImage;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.ImageHashes;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.image.PixelImage;
import org.hashmatch.testdata.scene.SceneKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every hasher of this library keeps, whatever its algorithm. */
class ImageHasherContractTest {

  private static final PixelImage FOREST = scene(300, 200);
  private static final List<PixelImage> SIZES =
      List.of(scene(700, 500), scene(90, 70), scene(333, 600));
  private static final TurnedPictures STILL_LIFE =
      TurnedPictures.of(SceneKind.STILL_LIFE, 3, 300, 200);

  static List<HashAlgorithm> algorithms() {
    return ImageHashers.algorithms();
  }

  /** PDQ's hashes are not those of a turned grid, and its own tests say how near they are. */
  static List<HashAlgorithm> turnedAsGrids() {
    return algorithms().stream().filter(algorithm -> !algorithm.name().startsWith("pdq")).toList();
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void hash_anyPicture_hasItsAlgorithmSizeAndPdqsQuality(HashAlgorithm algorithm) {
    HashedImage hashed = ImageHashers.of(algorithm).hash(FOREST);

    assertThat(hashed.untrusted().byDihedral())
        .extracting(ImageHash::algorithm)
        .containsOnly(algorithm);
    assertThat(List.of(hashed.width(), hashed.height(), hashed.reduction()))
        .containsExactly(300, 200, 1);
    assertThat(hashed.quality()).isEqualTo(PdqHasher.full().quality(FOREST));
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void hash_tinyPictures_hasAResultThatIsNotTrusted(HashAlgorithm algorithm) {
    ImageHasher hasher = ImageHashers.of(algorithm);
    int[] sides = {1, 2, 3, 7, 8, 9, 15, 17, 63};
    for (int width : sides) {
      for (int height : sides) {
        HashedImage hashed = hasher.hash(noise(width, height));

        assertThatExceptionOfType(UnscreenableException.class)
            .isThrownBy(hashed::trusted)
            .withMessageContaining(width + "x" + height);
      }
    }
    assertThat(hasher.hash(noise(1, 1000)).untrusted().byDihedral()).hasSize(8);
    assertThat(hasher.hash(noise(1000, 1)).untrusted().byDihedral()).hasSize(8);
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void hash_flatPictures_isNotTrusted(HashAlgorithm algorithm) {
    ImageHasher hasher = ImageHashers.of(algorithm);
    for (int grey : new int[] {0, 1, 127, 128, 255}) {
      byte[] samples = new byte[200 * 100];
      Arrays.fill(samples, (byte) grey);
      HashedImage hashed = hasher.hash(PixelImage.grey(200, 100, 200, samples));

      assertThatExceptionOfType(UnscreenableException.class)
          .isThrownBy(hashed::trusted)
          .withMessageContaining("quality 0");
    }
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void hash_reducedPicture_isRefusedUnlessTheSideSuffices(HashAlgorithm algorithm) {
    ImageHasher hasher = ImageHashers.of(algorithm);
    PixelImage reduced = PixelImage.reduced(scene(300, 256), 1200, 1024, 4);

    if (hasher.sufficientSide() == 256) {
      assertThat(hasher.hash(reduced).reduction()).isEqualTo(4);
    } else {
      assertThat(hasher.sufficientSide()).isEqualTo(ImageHasher.ALL_PIXELS);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> hasher.hash(reduced))
          .withMessage(algorithm + " cannot hash a picture reduced by 4 to 300x256");
    }
  }

  @ParameterizedTest
  @MethodSource("turnedAsGrids")
  void hashOfDihedral_pictureReallyTurned_isNearAndTheOthersAreFar(HashAlgorithm algorithm) {
    ImageHasher hasher = ImageHashers.of(algorithm);
    ImageHashes asStored = hasher.hash(STILL_LIFE.turned(Dihedral.ORIGINAL)).untrusted();
    for (Dihedral dihedral : Dihedral.values()) {
      ImageHash turned = hasher.hash(STILL_LIFE.turned(dihedral)).untrusted().original();
      for (Dihedral other : Dihedral.values()) {
        int distance = asStored.of(other).distance(turned);
        if (other == dihedral) {
          assertThat(distance).as("%s", dihedral).isLessThanOrEqualTo(algorithm.bits() / 32);
        } else {
          assertThat(distance).as("%s, %s", dihedral, other).isGreaterThan(algorithm.bits() / 8);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void hash_greyPictureInAnyLayout_isTheSame(HashAlgorithm algorithm) {
    ImageHasher hasher = ImageHashers.of(algorithm);
    byte[] samples = new byte[90 * 70];
    new Random(3).nextBytes(samples);
    int[] argb = new int[samples.length];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = (samples[i] & 0xff) * 0x10101;
    }
    PixelImage grey = PixelImage.grey(90, 70, 90, samples);

    // PDQ rounds the three colours' weights, so that its luma of grey is off in the last bit.
    assertThat(
            hasher
                .hash(PixelImage.argb(90, 70, argb))
                .untrusted()
                .original()
                .distance(hasher.hash(grey).untrusted().original()))
        .isLessThanOrEqualTo(algorithm.name().startsWith("pdq") ? 2 : 0);
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void hash_byManyThreads_isTheSameAsByOne(HashAlgorithm algorithm) throws Exception {
    ImageHasher hasher = ImageHashers.of(algorithm);
    List<PixelImage> pictures = List.of(noise(200, 130), FOREST, noise(64, 300), noise(1, 1));
    List<HashedImage> expected = pictures.stream().map(hasher::hash).toList();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<List<HashedImage>>> results = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        results.add(threads.submit(() -> pictures.stream().map(hasher::hash).toList()));
      }
      for (Future<List<HashedImage>> result : results) {
        assertThat(result.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Eight hashes of two objects each, what holds them, and some more for code not compiled yet. */
  @ParameterizedTest
  @MethodSource("algorithms")
  void hash_inSteadyState_allocatesTheResultWhateverThePicturesSize(HashAlgorithm algorithm) {
    ImageHasher hasher = ImageHashers.of(algorithm);
    for (int i = 0; i < 20; i++) {
      SIZES.forEach(hasher::hash);
    }
    for (PixelImage picture : SIZES) {
      assertThat(allocated(() -> hasher.hash(picture)))
          .as("%dx%d", picture.width(), picture.height())
          .isBetween(0L, 8L * (algorithm.words() * 8 + 80) + 500);
    }
  }

  /** The least of some runs: the compiler may allocate on the side. */
  private static long allocated(Runnable action) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    List<Long> runs = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      action.run();
      runs.add(threads.getCurrentThreadAllocatedBytes() - before);
    }
    return Collections.min(runs);
  }

  private static PixelImage scene(int width, int height) {
    return TurnedPictures.of(SceneKind.FOREST, 1, width, height).turned(Dihedral.ORIGINAL);
  }

  private static PixelImage noise(int width, int height) {
    byte[] samples = new byte[3 * width * height];
    new Random(31L * width + height).nextBytes(samples);
    return PixelImage.bgr(width, height, 3 * width, samples);
  }
}
