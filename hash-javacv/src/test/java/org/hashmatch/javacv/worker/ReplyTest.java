package org.hashmatch.javacv.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.hashmatch.hash.Dihedral;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.HashedImage;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.ImageHashes;
import org.hashmatch.hash.Quality;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.UnscreenableReason;
import org.hashmatch.hash.decode.Completeness;
import org.hashmatch.hash.view.HashedPicture;
import org.hashmatch.hash.view.HashedView;
import org.hashmatch.hash.view.View;
import org.hashmatch.javacv.AvailableHashers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReplyTest {

  private static final int SEQUENCE = 7;

  private final Random random = new Random(5);
  private final Reply reply = new Reply(HashAlgorithm.PDQ);

  static Stream<HashAlgorithm> algorithms() {
    return AvailableHashers.algorithms().stream();
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void read_whatWasWritten_isTheSame(HashAlgorithm algorithm) throws Exception {
    Reply codec = new Reply(algorithm);
    for (int views = 1; views <= Reply.MAX_VIEWS; views++) {
      HashedPicture picture = picture(algorithm, views);
      byte[] bytes = codec.of(SEQUENCE, picture);

      assertThat(bytes).hasSize(codec.bytes());
      assertThat(codec.read(bytes, SEQUENCE)).isEqualTo(picture);
    }
  }

  @ParameterizedTest
  @EnumSource(UnscreenableReason.class)
  void read_reason_isThrownWithItsDetail(UnscreenableReason reason) {
    byte[] bytes = reply.of(SEQUENCE, new UnscreenableException(reason, "PNG of 3x4"));

    assertThatThrownBy(() -> reply.read(bytes, SEQUENCE))
        .isInstanceOf(UnscreenableException.class)
        .hasMessage(reason + ": PNG of 3x4");
  }

  @Test
  void read_detailWithControlCharacters_isPrintable() {
    String detail = "a\nb\u001b[31m\u00e9" + "x".repeat(500);
    byte[] bytes =
        reply.of(SEQUENCE, new UnscreenableException(UnscreenableReason.DAMAGED, detail));

    assertThatThrownBy(() -> reply.read(bytes, SEQUENCE))
        .hasMessageStartingWith("DAMAGED: a?b?[31m?xxx")
        .hasMessageMatching("[ -~]{100,180}");
  }

  @Test
  void read_everyFlippedByteAndEveryTruncation_isNoReply() {
    byte[] bytes = reply.of(SEQUENCE, picture(HashAlgorithm.PDQ, 3));
    for (int i = 0; i < bytes.length; i++) {
      byte[] flipped = bytes.clone();
      flipped[i] ^= 0x10;
      assertThatThrownBy(() -> reply.read(flipped, SEQUENCE))
          .isInstanceOf(IllegalArgumentException.class);
      byte[] cut = Arrays.copyOf(bytes, i);
      assertThatThrownBy(() -> reply.read(cut, SEQUENCE))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void read_anotherPicturesReply_isNoReply() {
    byte[] bytes = reply.of(SEQUENCE, picture(HashAlgorithm.PDQ, 1));

    assertThatThrownBy(() -> reply.read(bytes, SEQUENCE + 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not the reply to this request");
  }

  /** What a broken worker might say with a right checksum. */
  @Test
  void read_randomFields_areAPictureAReasonOrNoReply() {
    int pictures = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = reply.of(SEQUENCE, picture(HashAlgorithm.PDQ, 1));
      for (int n = random.nextInt(4); n >= 0; n--) {
        bytes[8 + random.nextInt(200)] = (byte) random.nextInt(256);
      }
      byte[] sealed = Reply.sealed(bytes);
      try {
        assertThat(reply.read(sealed, SEQUENCE).views()).isNotEmpty();
        pictures++;
      } catch (UnscreenableException e) {
        assertThat(e.detail()).matches("[ -~]*");
      } catch (IllegalArgumentException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
    assertThat(pictures).isPositive();
  }

  @Test
  void greeting_readAgain_isTheSame() {
    Greeting greeting = new Greeting("java", "OpenCV cannot be loaded");

    assertThat(Greeting.of(greeting.toBytes())).isEqualTo(greeting);
    assertThat(greeting.toBytes()).hasSize(Greeting.BYTES);
    assertThatThrownBy(() -> Greeting.of(new byte[Greeting.BYTES]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a worker's greeting");
  }

  private HashedPicture picture(HashAlgorithm algorithm, int views) {
    List<HashedView> all = new ArrayList<>();
    for (int i = 0; i < views; i++) {
      View frame = new View(i / 2, View.Background.STORED);
      View view = i % 2 == 0 ? frame : frame.on(View.Background.WHITE);
      all.add(new HashedView(view, hashed(algorithm)));
    }
    return new HashedPicture(all, Completeness.REPAIRED);
  }

  private HashedImage hashed(HashAlgorithm algorithm) {
    List<ImageHash> hashes = new ArrayList<>();
    for (int i = 0; i < Dihedral.values().length; i++) {
      hashes.add(ImageHash.of(algorithm, random.longs(algorithm.words()).toArray()));
    }
    Quality quality = new Quality(random.nextInt(101));
    return new HashedImage(1 + random.nextInt(65_535), 9, 8, new ImageHashes(quality, hashes));
  }
}
