package org.hashmatch.hash.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.HashedImage;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.decode.Completeness;
import org.hashmatch.hash.decode.DecodedImage;
import org.hashmatch.hash.decode.EncodedImage;
import org.hashmatch.hash.decode.ImageDecoder;
import org.hashmatch.hash.decode.JavaDecoder;
import org.junit.jupiter.api.Test;

class InProcessHasherTest {

  private final InProcessHasher hasher = InProcessHasher.pdq(new JavaDecoder());

  private static byte[] png(int type, int alpha) throws IOException {
    BufferedImage image = new BufferedImage(100, 100, type);
    Random random = new Random(2);
    for (int y = 0; y < 100; y += 10) {
      for (int x = 0; x < 100; x += 10) {
        int colour = alpha << 24 | random.nextInt(0x1000000);
        for (int i = 0; i < 100; i++) {
          image.setRGB(x + i % 10, y + i / 10, colour);
        }
      }
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageIO.write(image, "png", file);
    return file.toByteArray();
  }

  @Test
  void hashToMatch_opaquePicture_isOneView() throws Exception {
    HashedPicture picture = hasher.hashToMatch(png(BufferedImage.TYPE_INT_RGB, 0xff));

    assertThat(picture.views()).hasSize(1);
    assertThat(picture.completeness()).isEqualTo(Completeness.COMPLETE);
    assertThat(picture.stored().width()).isEqualTo(100);
    assertThat(hasher.algorithm()).isEqualTo(HashAlgorithm.PDQ);
  }

  @Test
  void hashToMatch_opaquePictureWithAlpha_isOneView() throws Exception {
    assertThat(hasher.hashToMatch(png(BufferedImage.TYPE_INT_ARGB, 0xff)).views()).hasSize(1);
  }

  @Test
  void hashToMatch_transparentPicture_isHashedAsStoredAndOnWhite() throws Exception {
    byte[] file = png(BufferedImage.TYPE_INT_ARGB, 0x40);
    HashedPicture picture = hasher.hashToMatch(file);

    assertThat(picture.views())
        .extracting(HashedView::view)
        .containsExactly(View.STORED, new View(0, View.Background.WHITE));
    assertThat(hasher.hash(file).views()).hasSize(1);
  }

  @Test
  void hash_outOfMemory_isAnOutcome() {
    ImageDecoder greedy =
        new ImageDecoder() {
          @Override
          public String name() {
            return "greedy";
          }

          @Override
          public DecodedImage decode(EncodedImage image) {
            throw new OutOfMemoryError("planted");
          }
        };

    assertThatThrownBy(
            () -> InProcessHasher.pdq(greedy).hash(png(BufferedImage.TYPE_INT_RGB, 0xff)))
        .isInstanceOf(UnscreenableException.class)
        .hasMessage("OUT_OF_MEMORY: decoding or hashing needs too much memory");
  }

  @Test
  void view_label_namesFrameAndBackground() {
    assertThat(View.STORED.label()).isEmpty();
    assertThat(View.STORED.on(View.Background.WHITE).label()).isEqualTo("on white");
    assertThat(new View(12, View.Background.STORED).label()).isEqualTo("frame 12");
    assertThat(new View(12, View.Background.WHITE).label()).isEqualTo("frame 12 on white");
    assertThatThrownBy(() -> new View(-1, View.Background.STORED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("frame must be 0 or more (got -1)");
  }

  @Test
  void hashedPicture_withoutStoredView_isRefused() throws Exception {
    HashedImage hashed = hasher.hash(png(BufferedImage.TYPE_INT_RGB, 0xff)).stored();
    HashedView frame = new HashedView(new View(3, View.Background.STORED), hashed);

    assertThatThrownBy(() -> new HashedPicture(List.of(), Completeness.COMPLETE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new HashedPicture(List.of(frame), Completeness.COMPLETE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the first view must be the stored one");
  }

  @Test
  void completeness_ofTwo_isTheWorse() {
    assertThat(Completeness.COMPLETE.and(Completeness.PARTIAL)).isEqualTo(Completeness.PARTIAL);
    assertThat(Completeness.REPAIRED.and(Completeness.COMPLETE)).isEqualTo(Completeness.REPAIRED);
  }
}
