package org.hashmatch.eval.attack;

import java.util.function.UnaryOperator;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** Lighter, darker, harder, softer; nothing moves. */
sealed interface ToneEdit extends Edit {

  /**
   * Brighter or darker.
   *
   * @param by what is added to each sample, -255..255
   */
  record Bright(Span by) implements ToneEdit {
    public Bright {
      by.within("by", -255, 255);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      double added = context.draw("by", by);
      return SampleTable.of(sample -> sample + added).apply(picture);
    }
  }

  /**
   * Each sample's difference from 128 multiplied.
   *
   * @param factor 0..10; less than 1 is softer
   */
  record Contrast(Span factor) implements ToneEdit {
    public Contrast {
      factor.within("factor", 0, 10);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      double drawn = context.draw("factor", factor);
      return SampleTable.of(sample -> 128 + drawn * (sample - 128)).apply(picture);
    }
  }

  /**
   * Each sample, as a fraction of 255, to a power.
   *
   * @param power 0.1..10; less than 1 is brighter
   */
  record Gamma(Span power) implements ToneEdit {
    public Gamma {
      power.within("power", 0.1, 10);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      double drawn = context.draw("power", power);
      return SampleTable.of(sample -> 255 * StrictMath.pow(sample / 255, drawn)).apply(picture);
    }
  }

  /** The histogram of luma equalised over the whole picture. */
  record Equalise() implements ToneEdit {
    @Override
    public Picture apply(Picture picture, EditContext context) {
      return onLuma(
          picture,
          luma -> {
            Mat equalised = new Mat();
            opencv_imgproc.equalizeHist(luma, equalised);
            return equalised;
          });
    }
  }

  /**
   * The histogram of luma equalised locally, in 8x8 tiles (OpenCV's CLAHE).
   *
   * @param clip the limit of contrast, 1..40: how many times the mean a bin may hold
   */
  record Clahe(Span clip) implements ToneEdit {
    private static final int TILES = 8;

    public Clahe {
      clip.within("clip", 1, 40);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      double limit = context.draw("clip", clip);
      return onLuma(
          picture,
          luma -> {
            Mat equalised = new Mat();
            opencv_imgproc.createCLAHE(limit, new Size(TILES, TILES)).apply(luma, equalised);
            return equalised;
          });
    }
  }

  private static Picture onLuma(Picture picture, UnaryOperator<Mat> change) {
    return OpenCv.edit(
        picture,
        from -> {
          Mat planes = new Mat();
          opencv_imgproc.cvtColor(from, planes, opencv_imgproc.COLOR_BGR2YCrCb);
          Mat luma = new Mat();
          opencv_core.extractChannel(planes, luma, 0);
          opencv_core.insertChannel(change.apply(luma), planes, 0);
          opencv_imgproc.cvtColor(planes, from, opencv_imgproc.COLOR_YCrCb2BGR);
          return from;
        });
  }
}
