package org.hashmatch.hash.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.UnscreenableReason;
import org.hashmatch.hash.image.PixelImage;
import org.junit.jupiter.api.Test;

class FallbackDecoderTest {

  private static final PixelImage PIXELS = PixelImage.grey(1, 1, 1, new byte[1]);

  private final List<String> asked = new ArrayList<>();

  /** Gives pixels, or refuses for a reason, or does so unless the file ends as a JPEG must. */
  private final class Decoder implements ImageDecoder {

    private final String name;
    private final UnscreenableReason refusal;
    private final boolean onlyWithoutEnd;

    Decoder(String name, UnscreenableReason refusal, boolean onlyWithoutEnd) {
      this.name = name;
      this.refusal = refusal;
      this.onlyWithoutEnd = onlyWithoutEnd;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public DecodedImage decode(EncodedImage image) throws UnscreenableException {
      asked.add(name);
      byte[] file = image.stillBytes();
      boolean ends = file[file.length - 2] == (byte) 0xff && file[file.length - 1] == (byte) 0xd9;
      if (onlyWithoutEnd && ends) {
        return DecodedImage.of(PIXELS);
      }
      throw new UnscreenableException(refusal, name);
    }
  }

  private final ImageDecoder sound =
      new ImageDecoder() {
        @Override
        public String name() {
          return "sound";
        }

        @Override
        public DecodedImage decode(EncodedImage image) {
          asked.add("sound");
          return DecodedImage.of(PIXELS, Completeness.REPAIRED);
        }
      };

  private static EncodedImage jpeg() throws UnscreenableException {
    byte[] file = PictureFiles.jpegScans(8, 8, 1);
    return ImageGuard.withDefaults().admit(Arrays.copyOf(file, file.length - 2));
  }

  private static EncodedImage png() throws UnscreenableException {
    return ImageGuard.withDefaults().admit(PictureFiles.png(PictureFiles.ihdr(8, 8)));
  }

  private Decoder refusing(String name, UnscreenableReason reason) {
    return new Decoder(name, reason, false);
  }

  @Test
  void decode_firstCan_secondIsNotAsked() throws Exception {
    ImageDecoder both = new FallbackDecoder(sound, refusing("b", UnscreenableReason.DAMAGED));

    assertThat(both.decode(png()).pixels()).isSameAs(PIXELS);
    assertThat(asked).containsExactly("sound");
    assertThat(both.name()).isEqualTo("sound+b");
  }

  @Test
  void decode_firstRefuses_secondsPixelsAndCompletenessAreTaken() throws Exception {
    for (UnscreenableReason reason :
        List.of(UnscreenableReason.DAMAGED, UnscreenableReason.UNSUPPORTED_FORMAT)) {
      DecodedImage decoded = new FallbackDecoder(refusing("a", reason), sound).decode(png(), 64);

      assertThat(decoded.completeness()).isEqualTo(Completeness.REPAIRED);
    }
    assertThat(asked).containsExactly("a", "sound", "a", "sound");
  }

  @Test
  void decode_firstRunsOutOfMemory_secondIsNotAsked() {
    ImageDecoder both = new FallbackDecoder(refusing("a", UnscreenableReason.OUT_OF_MEMORY), sound);

    assertThatThrownBy(() -> both.decode(png()))
        .isInstanceOf(UnscreenableException.class)
        .hasMessage("OUT_OF_MEMORY: a");
    assertThat(asked).containsExactly("a");
  }

  @Test
  void decode_bothRefuseAJpegWithoutEnd_firstGetsItWithOne() throws Exception {
    ImageDecoder both =
        new FallbackDecoder(
            new Decoder("a", UnscreenableReason.DAMAGED, true),
            refusing("b", UnscreenableReason.UNSUPPORTED_FORMAT));

    assertThat(both.decode(jpeg()).completeness()).isEqualTo(Completeness.PARTIAL);
    assertThat(asked).containsExactly("a", "b", "a");
  }

  @Test
  void decode_allRefuse_theFirstRefusalIsSaid() {
    ImageDecoder both =
        new FallbackDecoder(
            refusing("a", UnscreenableReason.DAMAGED),
            refusing("b", UnscreenableReason.UNSUPPORTED_FORMAT));

    assertThatThrownBy(() -> both.decode(jpeg())).hasMessage("DAMAGED: a");
    assertThatThrownBy(() -> both.decode(png())).hasMessage("DAMAGED: a");
    assertThat(asked).containsExactly("a", "b", "a", "a", "b");
  }

  @Test
  void decodedImage_closed_givesItsMemoryBackOnceAndNoPixels() {
    List<String> released = new ArrayList<>();
    DecodedImage lent = DecodedImage.lent(PIXELS, () -> released.add("released"));
    assertThat(lent.pixels()).isSameAs(PIXELS);

    lent.close();
    lent.close();

    assertThat(released).hasSize(1);
    assertThatThrownBy(lent::pixels)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the picture is closed");
  }
}
