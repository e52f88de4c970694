package org.hashmatch.hash.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelImageTest {

  private static final int WIDTH = 7;
  private static final int HEIGHT = 5;

  @Test
  void lumaRow_sameColoursInEveryLayout_isTheSame() {
    int[] argb = new Random(3).ints(WIDTH * HEIGHT).toArray();
    byte[] bgr = new byte[3 * WIDTH * HEIGHT];
    byte[] rgbaPadded = new byte[(4 * WIDTH + 3) * HEIGHT];
    for (int i = 0; i < argb.length; i++) {
      int at = i / WIDTH * (4 * WIDTH + 3) + i % WIDTH * 4;
      for (int band = 0; band < 3; band++) {
        bgr[3 * i + band] = (byte) (argb[i] >> (8 * band));
        rgbaPadded[at + 2 - band] = (byte) (argb[i] >> (8 * band));
      }
    }
    ByteLayout rgba = new ByteLayout(4, 4 * WIDTH + 3, 0, 1, 2);

    float[] luma = luma(PixelImage.argb(WIDTH, HEIGHT, argb));
    assertThat(luma(PixelImage.bgr(WIDTH, HEIGHT, 3 * WIDTH, bgr))).isEqualTo(luma);
    assertThat(luma(PixelImage.interleaved(WIDTH, HEIGHT, rgba, rgbaPadded))).isEqualTo(luma);
    assertThat(luma[0])
        .isEqualTo(
            0.299f * (argb[0] >> 16 & 255)
                + 0.587f * (argb[0] >> 8 & 255)
                + 0.114f * (argb[0] & 255));
  }

  @Test
  void buffer_fromItsPosition_isTheSamePicture() {
    byte[] samples = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    ByteLayout layout = new ByteLayout(3, 6, 0, 1, 2);
    ByteBuffer buffer = ByteBuffer.allocateDirect(20).position(4).put(samples).position(4);
    PixelImage image = PixelImage.interleaved(2, 2, layout, buffer);
    PixelImage expected = PixelImage.interleaved(2, 2, layout, samples);
    buffer.position(20);

    assertThat(luma(image)).isEqualTo(luma(expected));
    assertThat(image.luma(1, 1)).isEqualTo(expected.luma(1, 1));
    assertThat(image.rgb(1, 0)).isEqualTo(0x040506).isEqualTo(expected.rgb(1, 0));
    assertThatThrownBy(() -> PixelImage.interleaved(2, 2, layout, buffer.position(9)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2x2 picture needs 12 array elements (got 11)");
  }

  @Test
  void lumaRow_grey_isTheSampleItself() {
    byte[] samples = {0, 1, 127, (byte) 128, (byte) 255, 99};
    ByteLayout layout = new ByteLayout(1, 6, 0, 0, 0);

    assertThat(luma(PixelImage.interleaved(5, 1, layout, samples)))
        .containsExactly(0, 1, 127, 128, 255);

    assertThat(luma(PixelImage.grey(5, 1, 6, samples))).containsExactly(0, 1, 127, 128, 255);
  }

  @Test
  void rgbRow_ofEveryLayout_isTheColours() {
    int[] argb = {0xff010203, 0x00fffefd, 0x7f804020, 0xff000000, 0xffffffff, 0x12345678};
    byte[] bgr = new byte[18];
    for (int i = 0; i < 18; i++) {
      bgr[i] = (byte) (argb[i / 3] >> (8 * (i % 3)));
    }
    int[] row = new int[3];
    for (PixelImage image : List.of(PixelImage.argb(3, 2, argb), PixelImage.bgr(3, 2, 9, bgr))) {
      image.rgbRow(1, row);
      assertThat(row).containsExactly(0, 0xffffff, 0x345678);
      image.nearestNeighbour(3, 1).rgbRow(0, row);
      assertThat(row).containsExactly(0x010203, 0xfffefd, 0x804020);
    }
    PixelImage.grey(3, 1, 3, new byte[] {0, 7, (byte) 255}).rgbRow(0, row);
    assertThat(row).containsExactly(0, 0x070707, 0xffffff);
  }

  @Test
  void argbRow_ofEveryLayout_isTheColoursAndTheirOpacity() {
    int[] argb = {0xff010203, 0x00fffefd, 0x7f804020, 0xff000000, 0xffffffff, 0x12345678};
    byte[] bgra = new byte[24];
    byte[] argbBytes = new byte[24];
    for (int i = 0; i < 24; i++) {
      bgra[i] = (byte) (argb[i / 4] >> (8 * (i % 4)));
      argbBytes[i] = (byte) (argb[i / 4] >> (24 - 8 * (i % 4)));
    }
    ByteBuffer direct = ByteBuffer.allocateDirect(24).put(bgra).flip();
    ByteLayout blueFirst = new ByteLayout(4, 12, 2, 1, 0, 3);
    int[] row = new int[3];
    for (PixelImage image :
        List.of(
            PixelImage.argb(3, 2, argb),
            PixelImage.interleaved(3, 2, blueFirst, bgra),
            PixelImage.interleaved(3, 2, blueFirst, direct),
            PixelImage.interleaved(3, 2, new ByteLayout(4, 12, 1, 2, 3, 0), argbBytes))) {
      image.argbRow(1, row);
      assertThat(row).containsExactly(0xff000000, 0xffffffff, 0x12345678);
    }
  }

  @Test
  void argbRow_withoutAlpha_isOpaque() {
    int[] row = new int[2];
    PixelImage.bgr(2, 1, 6, new byte[] {3, 2, 1, 6, 5, 4}).argbRow(0, row);
    assertThat(row).containsExactly(0xff010203, 0xff040506);
    PixelImage.grey(2, 1, 2, new byte[] {7, (byte) 255}).argbRow(0, row);
    assertThat(row).containsExactly(0xff070707, 0xffffffff);
    PixelImage transparent = PixelImage.argb(2, 1, new int[] {0x00010203, 0x80ffffff});
    transparent.overWhite().argbRow(0, row);
    assertThat(row).containsExactly(0xffffffff, 0xffffffff);
  }

  @Test
  void overWhite_byRowOrByPixel_isTheSame() {
    int[] argb = new Random(5).ints(WIDTH * HEIGHT).toArray();
    argb[0] &= 0xffffff;
    argb[1] |= 0xff000000;
    PixelImage white = PixelImage.argb(WIDTH, HEIGHT, argb).overWhite();
    int[] row = new int[WIDTH];
    for (int y = 0; y < HEIGHT; y++) {
      white.rgbRow(y, row);
      for (int x = 0; x < WIDTH; x++) {
        assertThat(row[x]).isEqualTo(white.rgb(x, y));
      }
    }
    assertThat(white.rgb(0, 0)).isEqualTo(0xffffff);
    assertThat(white.rgb(1, 0)).isEqualTo(argb[1] & 0xffffff);
  }

  @Test
  void nearestNeighbour_takesTheSampleUpAndLeft() {
    byte[] samples = new byte[1000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) (i / 4);
    }
    PixelImage resized = PixelImage.grey(1000, 1, 1000, samples).nearestNeighbour(512, 2);

    float[] luma = luma(resized);
    assertThat(resized.height()).isEqualTo(2);
    for (int x = 0; x < 512; x++) {
      int nearest = (int) (x * 1000.0 / 512);
      assertThat((int) luma[x]).isEqualTo(nearest / 4);
      assertThat(luma[512 + x]).isEqualTo(luma[x]);
    }
  }

  @Test
  void reduced_ofAPicture_showsItsPixelsAndTheWholeSize() {
    PixelImage pixels = PixelImage.argb(3, 2, new int[] {1, 2, 3, 4, 5, 0xff0006});
    PixelImage reduced = PixelImage.reduced(pixels, 11, 8, 4);

    assertThat(List.of(reduced.width(), reduced.height())).containsExactly(3, 2);
    assertThat(List.of(reduced.fullWidth(), reduced.fullHeight())).containsExactly(11, 8);
    assertThat(reduced.reduction()).isEqualTo(4);
    assertThat(reduced.rgb(2, 1)).isEqualTo(0xff0006);
    assertThat(luma(reduced)).isEqualTo(luma(pixels));
    assertThat(List.of(pixels.fullWidth(), pixels.fullHeight(), pixels.reduction()))
        .containsExactly(3, 2, 1);
  }

  @ParameterizedTest
  @CsvSource({
    "13,8,4,'13x8 reduced by 4 is 4x2 (got 3x2)'",
    "8,8,4,'8x8 reduced by 4 is 2x2 (got 3x2)'",
    "3,2,0,reduction must be 1 or more (got 0)",
    "0,2,1,picture sides must be 1 or more (got 0x2)"
  })
  void reduced_sizesThatDoNotFit_areNamed(int width, int height, int reduction, String message) {
    PixelImage pixels = PixelImage.argb(3, 2, new int[6]);

    assertThatThrownBy(() -> PixelImage.reduced(pixels, width, height, reduction))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({"0,1", "1,0", "-1,5", "5,-2147483648"})
  void factories_sideBelowOne_nameTheSides(int width, int height) {
    String message = "picture sides must be 1 or more (got " + width + "x" + height + ")";
    assertThatThrownBy(() -> PixelImage.argb(width, height, new int[9]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> PixelImage.grey(1, 1, 1, new byte[1]).nearestNeighbour(width, height))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void factories_arrayTooShort_nameWhatIsNeeded() {
    assertThatThrownBy(() -> PixelImage.bgr(10, 10, 30, new byte[299]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("10x10 picture needs 300 array elements (got 299)");
    assertThatThrownBy(() -> PixelImage.argb(65536, 65536, new int[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs 4294967296 array elements (got 0)");
  }

  @Test
  void factories_strideTooSmall_nameTheBound() {
    assertThatThrownBy(() -> PixelImage.grey(10, 2, 9, new byte[100]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("row stride must be at least 10 (got 9)");
  }

  @ParameterizedTest
  @CsvSource({"0,0,0,0", "3,3,0,0", "3,0,-1,0", "3,0,0,3"})
  void byteLayout_offsetOutsideThePixel_isRefused(int pixelStride, int red, int green, int blue) {
    assertThatThrownBy(() -> new ByteLayout(3, 9, 2, 1, 0, 3))
        .hasMessage("offset of alpha must be 0..2 (got 3)");
    assertThatThrownBy(() -> new ByteLayout(pixelStride, 9, red, green, blue))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void overWhite_opaquePicture_isThatVeryPicture() {
    PixelImage argb = PixelImage.argb(1, 2, new int[] {0xff123456, 0xff000000});
    PixelImage bgr = PixelImage.bgr(1, 1, 3, new byte[3]);
    PixelImage grey = PixelImage.grey(1, 1, 1, new byte[1]);

    assertThat(argb.overWhite()).isSameAs(argb);
    assertThat(bgr.overWhite()).isSameAs(bgr);
    assertThat(grey.overWhite()).isSameAs(grey);
    assertThat(grey.nearestNeighbour(3, 3).overWhite().width()).isEqualTo(3);
  }

  @Test
  void overWhite_transparentPixels_areMixedWithWhite() {
    int[] pixels = {0x00123456, 0xff123456, 0x80000000, 0x01ff00ff};
    byte[] samples = {0x56, 0x34, 0x12, 0, 0x56, 0x34, 0x12, -1, 0, 0, 0, -128, -1, 0, -1, 1};
    PixelImage argb = PixelImage.argb(2, 2, pixels).overWhite();
    PixelImage bgra =
        PixelImage.interleaved(2, 2, new ByteLayout(4, 8, 2, 1, 0, 3), samples).overWhite();
    int[] expected = {0xffffff, 0x123456, 0x7f7f7f, 0xfffeff};

    for (int i = 0; i < expected.length; i++) {
      int x = i % 2;
      int y = i / 2;
      int[] row = new int[2];
      argb.rgbRow(y, row);
      assertThat(argb.rgb(x, y)).isEqualTo(bgra.rgb(x, y)).isEqualTo(row[x]).isEqualTo(expected[i]);
    }
    assertThat(luma(argb)).isEqualTo(luma(bgra));
    assertThat(luma(argb)[0]).isEqualTo(255f);
    assertThat(PixelImage.argb(2, 2, pixels).nearestNeighbour(4, 4).overWhite().rgb(3, 0))
        .isEqualTo(0x123456);
  }

  private static float[] luma(PixelImage image) {
    float[] all = new float[image.width() * image.height()];
    float[] row = new float[image.width()];
    for (int y = 0; y < image.height(); y++) {
      image.lumaRow(y, row);
      System.arraycopy(row, 0, all, y * image.width(), row.length);
    }
    return all;
  }
}
