package org.hashmatch.hash.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.hashmatch.hash.Dihedral;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.HashedImage;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.ImageHashes;
import org.hashmatch.hash.image.PixelImage;
import org.hashmatch.testdata.scene.SceneKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdqHasherTest {

  private static final int SIDE = 640;

  @Test
  void hash_anyPicture_setsHalfTheBits() {
    for (int seed = 0; seed < 20; seed++) {
      ImageHashes hashes = PdqHasher.full().hash(blocks(seed, SIDE, SIDE)).untrusted();
      for (Dihedral dihedral : Dihedral.values()) {
        assertThat(hashes.of(dihedral).bitCount()).as("seed %d, %s", seed, dihedral).isEqualTo(128);
      }
    }
  }

  @Test
  void hash_samePictureTwiceByOneHasher_isTheSame() {
    PdqHasher hasher = PdqHasher.full();
    ImageHashes first = hasher.hash(blocks(1, SIDE, 400)).untrusted();
    hasher.hash(blocks(2, 300, SIDE));

    assertThat(hasher.hash(blocks(1, SIDE, 400)).untrusted()).isEqualTo(first);
  }

  @ParameterizedTest
  @EnumSource(Dihedral.class)
  void hashOfDihedral_pictureReallyTurned_isNear(Dihedral dihedral) {
    TurnedPictures blocks = new TurnedPictures(SIDE, SIDE, blockPixels(5, SIDE, SIDE));
    ImageHashes asStored = PdqHasher.full().hash(blocks.turned(Dihedral.ORIGINAL)).untrusted();
    ImageHashes turned = PdqHasher.full().hash(blocks.turned(dihedral)).untrusted();

    assertThat(asStored.of(dihedral).distance(turned.original())).isLessThanOrEqualTo(12);
    for (Dihedral other : Dihedral.values()) {
      if (other != dihedral) {
        assertThat(asStored.of(other).distance(turned.original()))
            .as("%s", other)
            .isGreaterThan(60);
      }
    }
  }

  /** Sides of which PDQ's boxes are even and lean, and sides of which they are not. */
  @ParameterizedTest
  @CsvSource({"400,300", "300,420", "640,640", "333,229"})
  void hashToMatch_ofEveryRendition_isTheHashOfThePictureReallyTurned(int width, int height) {
    TurnedPictures scene = TurnedPictures.of(SceneKind.FOREST, 4, width, height);
    PdqHasher hasher = PdqHasher.full();
    ImageHashes query = hasher.hashToMatch(scene.turned(Dihedral.ORIGINAL)).untrusted();
    for (Dihedral dihedral : Dihedral.values()) {
      ImageHash turned = hasher.hash(scene.turned(dihedral)).untrusted().original();

      assertThat(query.of(dihedral).distance(turned)).as("%s", dihedral).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"4,9", "64,64"})
  void hashToMatch_whereNothingIsFiltered_isTheHash(int width, int height) {
    PixelImage image = blocks(3, width, height);

    assertThat(PdqHasher.full().hashToMatch(image)).isEqualTo(PdqHasher.full().hash(image));
  }

  @Test
  void hashToMatch_nn512_isTheHash() {
    PixelImage image = blocks(3, 700, 600);

    assertThat(PdqHasher.nn512().hashToMatch(image)).isEqualTo(PdqHasher.nn512().hash(image));
  }

  @Test
  void hashToMatch_reducedPicture_findsTurnedCopies() {
    PixelImage reduced = PixelImage.reduced(blocks(4, 300, 256), 1199, 1021, 4);
    HashedImage hashed = PdqHasher.full().hashToMatch(reduced);

    assertThat(hashed.reduction()).isEqualTo(4);
    assertThat(hashed.untrusted().original())
        .isEqualTo(PdqHasher.full().hash(reduced).untrusted().original());
  }

  @Test
  void of_anotherAlgorithm_isRefused() {
    assertThat(PdqHasher.of(HashAlgorithm.PDQ_NN512).algorithm())
        .isEqualTo(HashAlgorithm.PDQ_NN512);
    assertThatThrownBy(() -> PdqHasher.of(new HashAlgorithm("phash", 1, 64)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a PDQ algorithm: phash/1/64");
  }

  @Test
  void nn512_smallPicture_hasTheSameBitsAsFull() {
    PixelImage image = blocks(7, 512, 300);

    assertThat(PdqHasher.nn512().hash(image).untrusted().original().toHex())
        .isEqualTo(PdqHasher.full().hash(image).untrusted().original().toHex());
    assertThat(PdqHasher.nn512().hash(image).untrusted().original().algorithm())
        .isEqualTo(HashAlgorithm.PDQ_NN512);
  }

  @Test
  void nn512_largePicture_equalsItsNearestNeighbourResize() {
    PixelImage image = blocks(8, 700, 300);

    assertThat(PdqHasher.nn512().hash(image).untrusted())
        .isEqualTo(PdqHasher.nn512().hash(image.nearestNeighbour(512, 512)).untrusted());
  }

  @Test
  void hash_reducedPicture_saysSo() {
    PixelImage reduced = PixelImage.reduced(blocks(4, 300, 256), 1199, 1021, 4);
    HashedImage hashed = PdqHasher.full().hash(reduced);

    assertThat(hashed.reduction()).isEqualTo(4);
    assertThat(List.of(hashed.width(), hashed.height())).containsExactly(1199, 1021);
  }

  @Test
  void hash_reducedTooFar_isRefused() {
    PixelImage reduced = PixelImage.reduced(blocks(4, 300, 255), 1199, 1020, 4);

    assertThatThrownBy(() -> PdqHasher.full().hash(reduced))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pdq/1/256 cannot hash a picture reduced by 4 to 300x255");
    assertThatThrownBy(() -> PdqHasher.full().quality(reduced))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PdqHasher.nn512().hash(reduced))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pdq-nn512/1/256 cannot hash a picture reduced by 4 to 300x255");
  }

  @ParameterizedTest
  @CsvSource({"1,1", "4,4", "4,100", "100,4"})
  void hash_belowFivePixels_isTrivialWithQualityZero(int width, int height) {
    ImageHashes hashes = PdqHasher.full().hash(blocks(9, width, height)).untrusted();

    assertThat(hashes.original().isTrivial()).isTrue();
    assertThat(hashes.quality().value()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 128, 255})
  void hash_flatPicture_hasQualityZero(int grey) {
    byte[] samples = new byte[200 * 100];
    java.util.Arrays.fill(samples, (byte) grey);

    assertThat(
            PdqHasher.full()
                .hash(PixelImage.grey(200, 100, 200, samples))
                .untrusted()
                .quality()
                .value())
        .isZero();
  }

  @Test
  void hash_picturesRichInFeatures_haveQualityHundred() {
    assertThat(PdqHasher.full().hash(blocks(11, SIDE, SIDE)).untrusted().quality().value())
        .isEqualTo(100);
  }

  @Test
  void hash_gridSizedPicture_isNotFiltered() {
    // One bright pixel: any filter would spread it, and the differences of quality would shrink.
    byte[] samples = new byte[64 * 64];
    for (int i = 0; i < 64 * 64; i += 7) {
      samples[i] = (byte) 255;
    }

    assertThat(
            PdqHasher.full()
                .hash(PixelImage.grey(64, 64, 64, samples))
                .untrusted()
                .quality()
                .value())
        .isEqualTo(100);
  }

  /** Rectangles of random grey, small and large: no two seeds alike, rich in low frequencies. */
  private static PixelImage blocks(long seed, int width, int height) {
    return PixelImage.argb(width, height, blockPixels(seed, width, height));
  }

  private static int[] blockPixels(long seed, int width, int height) {
    Random random = new Random(seed);
    int[] pixels = new int[width * height];
    for (int i = 0; i < 300; i++) {
      int size = 1 + random.nextInt(1 + width / (1 + i / 20));
      int left = random.nextInt(width);
      int top = random.nextInt(height);
      int grey = random.nextInt(256);
      for (int y = top; y < Math.min(height, top + size); y++) {
        for (int x = left; x < Math.min(width, left + size); x++) {
          pixels[y * width + x] = grey * 0x10101;
        }
      }
    }
    return pixels;
  }
}
