package org.hashmatch.eval.attack;

import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/** Pixels in another order; none is changed. */
sealed interface MirrorEdit extends Edit {

  /** Left and right exchanged. */
  record Mirror() implements MirrorEdit {
    @Override
    public Picture apply(Picture picture, EditContext context) {
      return OpenCv.edit(
          picture,
          from -> {
            Mat to = new Mat();
            opencv_core.flip(from, to, 1);
            return to;
          });
    }
  }
}
