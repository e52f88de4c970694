package org.hashmatch.testdata.draw;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.hashmatch.testdata.TestImage;
import org.hashmatch.testdata.TestImage.Kind;
import org.hashmatch.testdata.TestImages;
import org.hashmatch.testdata.scene.Scene;
import org.hashmatch.testdata.scene.SceneKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {

  private static final Picture SMALL = Picture.of(Scene.of(SceneKind.LAKE, 1), 64, 48);

  @Test
  void encode_everyFormat_readsBack() throws IOException {
    Picture dithered = SMALL.dithered();
    assertThat(difference(ImageIoFormats.png(), SMALL)).isZero();
    assertThat(difference(ImageIoFormats.bmp(), SMALL)).isZero();
    assertThat(difference(ImageIoFormats.greyPng(), SMALL.grey())).isZero();
    assertThat(difference(ImageIoFormats.palettePng(), dithered)).isZero();
    assertThat(difference(ImageIoFormats.gif(), dithered)).isZero();
    assertThat(difference(WebP.lossless(), SMALL)).isZero();
    assertThat(difference(WebP.lossy(90), SMALL)).isBetween(0.1, 10.0);
    assertThat(difference(ImageIoFormats.jpeg(90), SMALL)).isBetween(0.1, 10.0);
    assertThat(difference(ImageIoFormats.greyJpeg(90), SMALL.grey())).isBetween(0.1, 10.0);
    assertThat(difference(ImageIoFormats.progressiveJpeg(90), SMALL)).isBetween(0.1, 10.0);
  }

  private static double difference(Encoding encoding, Picture picture) throws IOException {
    return Decoded.from(encoding.encode(picture)).meanDifference(picture);
  }

  @ParameterizedTest
  @CsvSource({
    "known/lake-01.jpg, ffc0, 3",
    "known/lake-02.jpg, ffc2, 3",
    "known/forest-02.jpg, ffc0, 1"
  })
  void bytes_jpeg_areOfThisFrameTypeAndColours(String file, String marker, int components) {
    String hex = HexFormat.of().formatHex(TestImages.of(file).bytes());
    int frame = hex.indexOf(marker + "00");
    assertThat(frame).isPositive();
    assertThat(Integer.parseInt(hex, frame + 18, frame + 20, 16)).isEqualTo(components);
  }

  @ParameterizedTest
  @CsvSource({"known/facade-02.png, 2", "known/wall-02.png, 0", "known/still-life-02.png, 3"})
  void bytes_png_areOfThisColourType(String file, int colourType) {
    assertThat(TestImages.of(file).bytes()[25]).isEqualTo((byte) colourType);
  }

  @Test
  void bytes_webP_areLossyAndLossless() {
    assertThat(new String(TestImages.of("known/leaves-02.webp").bytes(), 12, 4, US_ASCII))
        .isEqualTo("VP8 ");
    assertThat(new String(TestImages.of("known/beach-02.webp").bytes(), 12, 4, US_ASCII))
        .isEqualTo("VP8L");
  }

  @Test
  void turned_exifSix_isUprightAfterAQuarterClockwise() throws IOException {
    TestImage stored = TestImages.of("uploads/rotated/exif-6.jpg");
    assertThat(HexFormat.of().formatHex(stored.bytes(), 0, 40))
        .isEqualTo(
            "ffd8ffe10022457869660000"
                + "4d4d002a00000008"
                + "0001"
                + "011200030000000100060000"
                + "00000000"
                + "ffe0");
    Picture upright = Picture.of(Scene.of(SceneKind.STILL_LIFE, 1), 800, 600);
    Decoded file = Decoded.from(stored.bytes());
    assertThat(file.meanDifference(upright.turned(3))).isLessThan(8);
    assertThat(file.meanDifference(upright.turned(1))).isGreaterThan(20);
  }

  @Test
  void turned_oneQuarter_bringsTheLeftEdgeUp() {
    Picture turned = SMALL.turned(1);
    assertThat(turned.at(47, 0)).isEqualTo(SMALL.at(0, 0));
    assertThat(turned.at(0, 0)).isEqualTo(SMALL.at(0, 47));
  }

  @Test
  void resized_flatPicture_staysFlat() throws IOException {
    Picture flat = Picture.flat(33, 17, 0x123456);
    for (Picture resized : List.of(flat.resized(5, 4), flat.resized(90, 71))) {
      byte[] png = ImageIoFormats.png().encode(resized);
      assertThat(Decoded.from(png).argb()).containsOnly(0xff123456);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"empty.jpg", "text.jpg", "document.pdf.jpg"})
  void broken_textual_isNoImage(String name) throws IOException {
    TestImage broken = broken(name, "NOT_AN_IMAGE");
    assertThat(ImageIO.read(new ByteArrayInputStream(broken.bytes()))).isNull();
  }

  @Test
  void broken_cutFiles_beginWellAndEndTooSoon() throws IOException {
    byte[] jpeg = broken("cut.jpg", "PARTIAL").bytes();
    assertThat(jpeg).startsWith(0xff, 0xd8, 0xff);
    assertThat(HexFormat.of().formatHex(jpeg)).contains("ffda").doesNotContain("ffd9");
    byte[] png = broken("cut.png", "DAMAGED").bytes();
    assertThatThrownBy(() -> ImageIO.read(new ByteArrayInputStream(png)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void broken_flatAndTiny_arePictures() throws IOException {
    assertThat(Decoded.from(broken("flat.png", "FEATURELESS").bytes()).argb())
        .containsOnly(0xff7f8fa0);
    Decoded tiny = Decoded.from(broken("tiny.png", "TOO_SMALL").bytes());
    assertThat(List.of(tiny.width(), tiny.height())).containsExactly(16, 12);
  }

  @Test
  void broken_huge_isAValidHeaderOfThirtyThousandASide() throws IOException {
    byte[] huge = broken("huge.png", "TOO_LARGE").bytes();
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(huge));
    in.skipBytes(16);
    assertThat(in.readInt()).isEqualTo(30_000);
    assertThat(in.readInt()).isEqualTo(30_000);
    in.skipBytes(5);
    CRC32 checksum = new CRC32();
    checksum.update(huge, 12, 17);
    assertThat(in.readInt()).isEqualTo((int) checksum.getValue());
    assertThat(HexFormat.of().formatHex(huge)).endsWith("0000000049454e44ae426082");
  }

  @Test
  void bytes_brokenWithoutPixels_areTheCommittedOnes() throws IOException {
    for (BrokenFile broken : BrokenFile.all()) {
      if (Set.of("NOT_AN_IMAGE", "TOO_LARGE").contains(broken.row().expected())) {
        assertThat(broken.content().bytes()).isEqualTo(broken.row().bytes());
      }
    }
  }

  @Test
  void main_withoutFolder_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(DrawImages::main)
        .withMessage("one argument: the folder (got 0)");
  }

  private static TestImage broken(String name, String expected) {
    TestImage image = TestImages.of(Kind.BROKEN.folder() + name);
    assertThat(image.expected()).isEqualTo(expected);
    return image;
  }
}
