package org.hashmatch.hash.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.ImageHashes;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.UnscreenableReason;
import org.hashmatch.hash.decode.ImageGuard;
import org.hashmatch.hash.decode.JavaDecoder;
import org.hashmatch.testdata.PdqVector;
import org.hashmatch.testdata.SharedData;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The reference's pictures through the Java decoder. */
class PdqVectorsTest {

  @Test
  void hash_referencePicturesByJavaDecoder_isWithinTwoBits() throws Exception {
    Optional<Path> folder = SharedData.folder("vectors/pdq");
    Assumptions.assumeTrue(folder.isPresent(), SharedData.ABSENT);
    List<String> undecoded = new ArrayList<>();
    int hashed = 0;
    for (PdqVector vector : PdqVector.readAll(folder.orElseThrow())) {
      try {
        check(vector);
        hashed++;
      } catch (UnscreenableException e) {
        assertThat(e.reason())
            .as("%s", vector.file())
            .isEqualTo(UnscreenableReason.UNSUPPORTED_FORMAT);
        undecoded.add(String.valueOf(vector.file().getFileName()));
      }
    }
    assertThat(hashed).isEqualTo(44);
    assertThat(undecoded)
        .containsExactlyInAnyOrder("F.webp", "HSV.webp", "I.webp", "LAB.webp", "PA.webp");
  }

  private static void check(PdqVector vector) throws Exception {
    ImageHashes hashes =
        PdqHasher.full()
            .hash(
                new JavaDecoder().decode(ImageGuard.withDefaults().admit(vector.bytes())).pixels())
            .untrusted();
    ImageHash expected = ImageHash.parse(HashAlgorithm.PDQ, vector.fullHash());

    assertThat(hashes.original().distance(expected)).as("%s", vector.file()).isLessThanOrEqualTo(2);
    assertThat(hashes.quality().value())
        .as("%s", vector.file())
        .isCloseTo(vector.fullQuality(), within(1));
  }
}
