package org.hashmatch.hash.decode;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every header parser on bytes of any kind behind its format's own first bytes, which a fuzzer
 * seldom guesses. An input's first byte picks the form.
 */
class HeaderFuzzTest {

  private static final FuzzCount COUNT = new FuzzCount();
  private static final HeaderForm[] FORMS = HeaderForm.values();

  /** What any form has room for: a JPEG's segment is the smallest. */
  private static final int MOST_BODY_BYTES = 60_000;

  static Stream<byte[]> seeds() {
    return IntStream.range(0, FORMS.length)
        .mapToObj(i -> PictureFiles.concat(new byte[] {(byte) i}, FORMS[i].soundBody()));
  }

  @MethodSource("seeds")
  @DictionaryFile(resourcePath = "headers.dict")
  @FuzzTest(maxDuration = "1m")
  void admit_anyBytesBehindAMagic_isAnAnswer(byte[] input) {
    COUNT.add();
    if (input.length == 0) {
      return;
    }
    HeaderForm form = FORMS[(input[0] & 0xff) % FORMS.length];
    byte[] body = Arrays.copyOfRange(input, 1, Math.min(input.length, 1 + MOST_BODY_BYTES));
    byte[] file = form.file(body);
    GuardAnswer.check(file)
        .ifPresent(
            image -> {
              assertThat(form.mayBe(image.format())).as("%s", image.format()).isTrue();
              if (form.isAroundExif()) {
                checkOrientation(form, body, image);
              }
            });
  }

  /** A block says the same wherever it stands; a JPEG's needs its name. */
  private static void checkOrientation(HeaderForm form, byte[] block, EncodedImage image) {
    boolean read = form != HeaderForm.EXIF_IN_JPEG || new ByteCursor(block).accept(Exif.NAME);
    assertThat(image.orientation())
        .isEqualTo(read ? Exif.orientation(new ByteCursor(block)) : Orientation.UPRIGHT);
  }

  @ParameterizedTest
  @EnumSource
  void form_aroundASoundBody_isAdmitted(HeaderForm form) throws Exception {
    EncodedImage image = ImageGuard.withDefaults().admit(form.file(form.soundBody()));

    assertThat(image.format()).isEqualTo(form.format());
    assertThat(image.width()).isEqualTo(21);
    assertThat(image.height()).isEqualTo(13);
  }

  @AfterAll
  static void checkCount() {
    COUNT.checkIfFuzzing();
  }
}
