package org.hashmatch.eval.attack;

import java.util.function.DoubleUnaryOperator;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/** What becomes of each of the 256 values that a sample can have. */
final class SampleTable {

  private static final int VALUES = 256;

  private final byte[] table;

  private SampleTable(byte[] table) {
    this.table = table;
  }

  /** Results are rounded and clipped to 0..255. */
  static SampleTable of(DoubleUnaryOperator change) {
    byte[] table = new byte[VALUES];
    for (int sample = 0; sample < VALUES; sample++) {
      long changed = Math.round(change.applyAsDouble(sample));
      table[sample] = (byte) Math.max(0, Math.min(VALUES - 1, changed));
    }
    return new SampleTable(table);
  }

  /** All three channels. */
  Picture apply(Picture picture) {
    return OpenCv.edit(
        picture,
        from -> {
          Mat to = new Mat();
          opencv_core.LUT(
              from, new Mat(1, VALUES, opencv_core.CV_8UC1, new BytePointer(table)), to);
          return to;
        });
  }
}
