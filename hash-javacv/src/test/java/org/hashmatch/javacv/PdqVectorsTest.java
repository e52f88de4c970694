package org.hashmatch.javacv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hashmatch.hash.Dihedral;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.ImageHashes;
import org.hashmatch.hash.algorithm.PdqHasher;
import org.hashmatch.hash.decode.DecodedImage;
import org.hashmatch.hash.decode.ImageGuard;
import org.hashmatch.testdata.PdqVector;
import org.hashmatch.testdata.SharedData;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * The reference's pictures through OpenCV, whose pixels are the reference's own (both use
 * libjpeg-turbo and libpng), so hashes must be equal to the bit. The one exception is CMYK, which
 * each converts in its own way.
 */
class PdqVectorsTest {

  private static final String CMYK = "CMYK.jpg";

  @Test
  void hash_referencePicturesByOpenCv_isTheReferencesToTheBit() throws Exception {
    Optional<Path> folder = SharedData.folder("vectors/pdq");
    Assumptions.assumeTrue(folder.isPresent(), SharedData.ABSENT);
    List<PdqVector> vectors = PdqVector.readAll(folder.orElseThrow());
    for (PdqVector vector : vectors) {
      try (DecodedImage decoded =
          OpenCvDecoder.load().decode(ImageGuard.withDefaults().admit(vector.bytes()))) {
        checkFull(vector, PdqHasher.full().hash(decoded.pixels()).untrusted());
        checkNn512(vector, PdqHasher.nn512().hash(decoded.pixels()).untrusted());
      }
    }
    assertThat(vectors).hasSize(49);
  }

  private static void checkFull(PdqVector vector, ImageHashes hashes) {
    ImageHash expected = ImageHash.parse(HashAlgorithm.PDQ, vector.fullHash());
    int allowed = vector.file().endsWith(CMYK) ? 2 : 0;

    assertThat(hashes.original().distance(expected))
        .as("%s", vector.file())
        .isLessThanOrEqualTo(allowed);
    assertThat(hashes.quality().value()).as("%s", vector.file()).isEqualTo(vector.fullQuality());
  }

  private static void checkNn512(PdqVector vector, ImageHashes hashes) {
    for (Dihedral dihedral : Dihedral.values()) {
      assertThat(hashes.of(dihedral).toHex())
          .as("%s %s", vector.file(), dihedral)
          .isEqualTo(vector.nn512Hashes().get(List.of(Dihedral.values()).indexOf(dihedral)));
    }
    assertThat(hashes.quality().value()).as("%s", vector.file()).isEqualTo(vector.nn512Quality());
  }
}
