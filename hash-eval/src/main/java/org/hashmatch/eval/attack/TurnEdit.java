package org.hashmatch.eval.attack;

import java.util.function.BiConsumer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/** Pixels in another order; none is changed. */
sealed interface TurnEdit extends Edit {

  /**
   * Turned by quarters.
   *
   * @param quarters how many, clockwise, 1..3
   */
  record Turn(Span quarters) implements TurnEdit {
    public Turn {
      quarters.wholeWithin("quarters", 1, 3);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      int code = context.drawWhole("quarters", quarters) - 1;
      return reordered(picture, (from, to) -> opencv_core.rotate(from, to, code));
    }
  }

  /** Left and right exchanged. */
  record Mirror() implements TurnEdit {
    @Override
    public Picture apply(Picture picture, EditContext context) {
      return reordered(picture, (from, to) -> opencv_core.flip(from, to, 1));
    }
  }

  /** Top and bottom exchanged. */
  record Flip() implements TurnEdit {
    @Override
    public Picture apply(Picture picture, EditContext context) {
      return reordered(picture, (from, to) -> opencv_core.flip(from, to, 0));
    }
  }

  private static Picture reordered(Picture picture, BiConsumer<Mat, Mat> order) {
    return OpenCv.edit(
        picture,
        from -> {
          Mat to = new Mat();
          order.accept(from, to);
          return to;
        });
  }
}
