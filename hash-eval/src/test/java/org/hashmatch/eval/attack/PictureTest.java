package org.hashmatch.eval.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.image.PixelImage;
import org.hashmatch.testdata.TestImages;
import org.junit.jupiter.api.Test;

final class PictureTest {

  @Test
  void bgr_array_isCopied() {
    byte[] samples = {1, 2, 3};
    Picture picture = Picture.bgr(1, 1, samples);
    samples[0] = 9;
    assertThat(picture.pixels().rgb(0, 0)).isEqualTo(0x030201);
  }

  @Test
  void bgr_wrongSizes_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Picture.bgr(0, 1, new byte[0]))
        .withMessage("sides must be 1 or more (got 0x1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Picture.bgr(2, 1, new byte[5]))
        .withMessage("samples must be 3 * 2 * 1 (got 5)");
  }

  @Test
  void of_transparentPixels_areOverWhite() {
    PixelImage image = PixelImage.argb(2, 1, new int[] {0x00123456, 0xff123456});
    Picture picture = Picture.of(image);
    assertThat(picture.pixels().rgb(0, 0)).isEqualTo(0xffffff);
    assertThat(picture.pixels().rgb(1, 0)).isEqualTo(0x123456);
  }

  @Test
  void toPng_read_isThePicture() throws IOException, UnscreenableException {
    byte[] png = TestPictures.markers().toPng();
    assertThat(Picture.decode(png)).isEqualTo(TestPictures.markers());
    assertThat(ImageIO.read(new ByteArrayInputStream(png)).getRGB(200, 100) & 0xffffff)
        .isEqualTo(TestPictures.markers().pixels().rgb(200, 100));
  }

  @Test
  void toJpeg_read_isAlmostThePicture() throws UnscreenableException {
    Picture picture = CodecEditTest.photograph();
    assertThat(Statistics.difference(Picture.decode(picture.toJpeg(95)), picture)).isLessThan(6);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> picture.toJpeg(0))
        .withMessage("quality must be 1..100 (got 0)");
  }

  @Test
  void decode_noPicture_isRefused() {
    assertThatThrownBy(() -> Picture.decode(new byte[100]))
        .isInstanceOf(UnscreenableException.class);
  }

  @Test
  void limited_largerPicture_keepsItsShape() throws UnscreenableException {
    Picture picture = Picture.decode(TestImages.of("known/valley-01.jpg").bytes());
    Picture limited = picture.limited();
    assertThat(limited.width()).isEqualTo(640);
    assertThat(limited.height()).isEqualTo(480);
    assertThat(Statistics.mean(limited))
        .isCloseTo(Statistics.mean(picture), org.assertj.core.api.Assertions.within(0.5));
    assertThat(limited.limited()).isSameAs(limited);
    assertThat(TestPictures.flat(3000, 1, 0).limited()).hasToString("Picture[640x1]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> picture.limited(0))
        .withMessage("maxSide must be 1 or more (got 0)");
  }

  @Test
  void equals_samePixelsInAnotherShape_isFalse() {
    Picture picture = TestPictures.flat(4, 2, 7);
    assertThat(picture)
        .isEqualTo(TestPictures.flat(4, 2, 7))
        .hasSameHashCodeAs(TestPictures.flat(4, 2, 7));
    assertThat(picture)
        .isNotEqualTo(TestPictures.flat(2, 4, 7))
        .isNotEqualTo(TestPictures.flat(4, 2, 8));
  }
}
