package org.hashmatch.eval.attack;

import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Hue turned in HSV. OpenCV makes the HSV, by tables of whole numbers; the way back is here,
 * because OpenCV's is float arithmetic and differs between processors with and without AVX2.
 */
final class HueTurn {

  /** OpenCV's hue goes from 0 to 179, two degrees each. */
  private static final int HUES = 180;

  private static final int SECTOR = HUES / 6;
  private static final int FULL = 255 * SECTOR;

  private final int by;

  private HueTurn(int by) {
    this.by = by;
  }

  static HueTurn by(double degrees) {
    return new HueTurn((int) Math.round(degrees / 2));
  }

  Picture apply(Picture picture) {
    byte[] hsv =
        OpenCv.edit(
                picture,
                from -> {
                  Mat to = new Mat();
                  opencv_imgproc.cvtColor(from, to, opencv_imgproc.COLOR_BGR2HSV);
                  return to;
                })
            .samples();
    return picture.mapped(
        (at, sample) -> {
          int channel = at % Picture.CHANNELS;
          int pixel = at - channel;
          int hue = ((hsv[pixel] & 0xff) + by) % HUES;
          return channel(channel, hue, hsv[pixel + 1] & 0xff, hsv[pixel + 2] & 0xff);
        });
  }

  /** Red is full around 0, green around a third of the circle, blue around two thirds. */
  private static int channel(int channel, int hue, int saturation, int value) {
    int full = (2 - channel) * HUES / 3;
    int distance = Math.abs(hue - full);
    int away = Math.min(distance, HUES - distance) - SECTOR;
    int lost = Math.max(0, Math.min(SECTOR, away));
    return (value * (FULL - saturation * lost) + FULL / 2) / FULL;
  }
}
