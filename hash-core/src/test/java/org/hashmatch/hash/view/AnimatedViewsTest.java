package org.hashmatch.hash.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.hashmatch.hash.HashedImage;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.algorithm.PdqHasher;
import org.hashmatch.hash.decode.AnimatedFiles;
import org.hashmatch.hash.decode.AnimatedFiles.Drawing;
import org.hashmatch.hash.decode.Completeness;
import org.hashmatch.hash.decode.JavaDecoder;
import org.hashmatch.hash.image.PixelImage;
import org.hashmatch.testdata.scene.Scene;
import org.hashmatch.testdata.scene.SceneKind;
import org.junit.jupiter.api.Test;

class AnimatedViewsTest {

  private static final int WIDTH = 160;
  private static final int HEIGHT = 120;

  private final InProcessHasher hasher = InProcessHasher.pdq(new JavaDecoder());

  @Test
  void hashToMatch_pictureInALaterFrame_isAmongTheViews() throws Exception {
    int[] harmless = drawn(SceneKind.BEACH);
    int[] hidden = drawn(SceneKind.VALLEY);
    byte[] gif =
        AnimatedFiles.gif(WIDTH, HEIGHT, List.of(whole(harmless), whole(hidden), whole(harmless)));
    HashedPicture picture = hasher.hashToMatch(gif);

    assertThat(picture.completeness()).isEqualTo(Completeness.COMPLETE);
    assertThat(picture.views().stream().map(HashedView::view).map(View::label))
        .containsExactly("", "frame 1", "frame 2");
    assertThat(hash(picture.stored())).isEqualTo(hash(harmless));
    assertThat(hash(picture.views().get(1).hashed())).isEqualTo(hash(hidden));
    assertThat(hash(picture.views().get(2).hashed())).isEqualTo(hash(harmless));
    assertThat(hasher.hash(gif).views()).hasSize(1);
  }

  /** The first frame is taken away, so the second is all there is, on nothing. */
  @Test
  void hashToMatch_frameWithTransparentPixels_isHashedOnWhiteToo() throws Exception {
    int[] hidden = drawn(SceneKind.VALLEY);
    Arrays.fill(hidden, 0, WIDTH * HEIGHT / 3, 0);
    Drawing first = new Drawing(0, 0, WIDTH, HEIGHT, 1, false, drawn(SceneKind.BEACH));
    HashedPicture picture =
        hasher.hashToMatch(AnimatedFiles.gif(WIDTH, HEIGHT, List.of(first, whole(hidden))));

    assertThat(picture.views().stream().map(HashedView::view).map(View::label))
        .containsExactly("", "frame 1", "frame 1 on white");
    assertThat(hash(picture.views().get(1).hashed())).isEqualTo(hash(hidden));
    Arrays.fill(hidden, 0, WIDTH * HEIGHT / 3, 0xffffffff);
    assertThat(hash(picture.views().get(2).hashed())).isEqualTo(hash(hidden));
  }

  @Test
  void hashToMatch_frameCutOff_isPartial() throws Exception {
    byte[] gif =
        AnimatedFiles.gif(
            WIDTH, HEIGHT, List.of(whole(drawn(SceneKind.BEACH)), whole(drawn(SceneKind.VALLEY))));

    assertThat(hasher.hashToMatch(Arrays.copyOf(gif, gif.length - 999)).completeness())
        .isEqualTo(Completeness.PARTIAL);
  }

  private static Drawing whole(int[] argb) {
    return Drawing.whole(WIDTH, HEIGHT, argb);
  }

  /** In the colours of the test's palette. */
  private static int[] drawn(SceneKind kind) {
    return Arrays.stream(Scene.of(kind, 1).draw(WIDTH, HEIGHT))
        .map(argb -> AnimatedFiles.colour(Math.max(1, (argb >> 8) & 0xff)))
        .toArray();
  }

  private static ImageHash hash(int[] argb) {
    return hash(PdqHasher.full().hash(PixelImage.argb(WIDTH, HEIGHT, argb)));
  }

  private static ImageHash hash(HashedImage hashed) {
    return hashed.untrusted().original();
  }
}
