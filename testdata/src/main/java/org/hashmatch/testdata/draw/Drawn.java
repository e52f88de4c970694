package org.hashmatch.testdata.draw;

import java.io.IOException;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.hashmatch.testdata.TestImage;
import org.hashmatch.testdata.scene.Scene;
import org.hashmatch.testdata.scene.SceneKind;
import org.jspecify.annotations.Nullable;

/** A scene, edited and written to a file. */
record Drawn(TestImage row, Sketch sketch, UnaryOperator<Picture> edit, Encoding encoding) {

  /** A scene at the size at which it is drawn: once, as several files begin with the same. */
  static final class Sketch {

    private final Scene scene;
    private final int width;
    private final int height;
    private @Nullable Picture drawn;

    private Sketch(Scene scene, int width, int height) {
      this.scene = scene;
      this.width = width;
      this.height = height;
    }

    static Sketch of(SceneKind kind, long seed, int width, int height) {
      return new Sketch(Scene.of(kind, seed), width, height);
    }

    Picture picture() {
      Picture picture = drawn;
      if (picture == null) {
        picture = Picture.of(scene, width, height);
        drawn = picture;
      }
      return picture;
    }

    /** A picture of the same shape with nothing on it, to try an edit on. */
    Picture blank() {
      return Picture.flat(width, height, 0);
    }

    String shows() {
      return scene.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  Picture picture() {
    return edit.apply(sketch.picture());
  }

  byte[] bytes() throws IOException {
    return encoding.encode(picture());
  }
}
