package org.hashmatch.javacv;

import static org.assertj.core.api.Assertions.assertThat;

import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.algorithm.PdqHasher;
import org.hashmatch.hash.decode.DecodedImage;
import org.hashmatch.hash.decode.ImageGuard;
import org.hashmatch.hash.image.PixelImage;
import org.hashmatch.testdata.TestImages;
import org.junit.jupiter.api.Test;

class LentMemoryTest {

  private final OpenCvDecoder decoder = OpenCvDecoder.load();

  private DecodedImage decoded() throws Exception {
    byte[] file = TestImages.of("known/wall-02.png").bytes();
    return decoder.decode(ImageGuard.withDefaults().admit(file));
  }

  @Test
  void decode_closed_isNotKept() throws Exception {
    int before = LentMemory.count();
    try (DecodedImage decoded = decoded()) {
      assertThat(decoded.pixels().width()).isPositive();
      assertThat(LentMemory.count()).isEqualTo(before + 1);
    }
    assertThat(LentMemory.count()).isEqualTo(before);
  }

  /** Only the pixels are kept: the collector must not free what they lie in. */
  @Test
  void decode_neverClosed_keepsItsPixels() throws Exception {
    PixelImage pixels = decoded().pixels();
    ImageHash before = PdqHasher.full().hash(pixels).untrusted().original();
    for (int i = 0; i < 50; i++) {
      System.gc();
      decoded().close();
    }

    assertThat(PdqHasher.full().hash(pixels).untrusted().original()).isEqualTo(before);
  }
}
