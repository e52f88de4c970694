package org.hashmatch.eval.attack;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;

/**
 * Where in an edited picture the original is, found by editing two pictures that differ everywhere:
 * pixels that differ afterwards are the original's, and their colours say which of its pixels.
 */
final class Footprint {

  private static final double RED_DIFFERENCE = 255 - 2 * TestPictures.RED;

  private final Applied markers;
  private final Picture picture;
  private final Picture negative;

  private Footprint(Applied markers, Picture negative) {
    this.markers = markers;
    this.picture = markers.picture();
    this.negative = negative;
  }

  static Footprint of(Edit edit, long seed) {
    return new Footprint(
        Applied.of(edit, TestPictures.markers(), seed),
        Applied.picture(edit, TestPictures.negative(), seed));
  }

  double value(String name) {
    return markers.value(name);
  }

  Picture picture() {
    return picture;
  }

  int width() {
    return picture.width();
  }

  int height() {
    return picture.height();
  }

  /** How much of a pixel is the original's, 0..1. */
  double share(int x, int y) {
    return (TestPictures.red(negative, x, y) - TestPictures.red(picture, x, y)) / RED_DIFFERENCE;
  }

  /** How much of the edited picture is the original's, 0..1. */
  double meanShare() {
    double sum = 0;
    for (int y = 0; y < height(); y++) {
      for (int x = 0; x < width(); x++) {
        sum += share(x, y);
      }
    }
    return sum / width() / height();
  }

  /** The smallest share of a pixel. */
  double leastShare() {
    double least = 1;
    for (int y = 0; y < height(); y++) {
      for (int x = 0; x < width(); x++) {
        least = Math.min(least, share(x, y));
      }
    }
    return least;
  }

  /** The smallest rectangle with all pixels that are the original's, or all that are not. */
  Region bounds(boolean original) {
    int left = width();
    int top = height();
    int right = 0;
    int bottom = 0;
    for (int y = 0; y < height(); y++) {
      for (int x = 0; x < width(); x++) {
        if (share(x, y) > 0.5 == original) {
          left = Math.min(left, x);
          top = Math.min(top, y);
          right = Math.max(right, x + 1);
          bottom = Math.max(bottom, y + 1);
        }
      }
    }
    return new Region(left, top, right - left, bottom - top);
  }

  /**
   * The original's column (or row) as {@code constant + byX * x + byY * y}, by least squares over
   * the pixels that are wholly the original's; all in pixels from the upper left corner.
   */
  double[] fit(boolean column) {
    List<double[]> places = new ArrayList<>();
    List<Double> sources = new ArrayList<>();
    for (int y = 0; y < height(); y += 3) {
      for (int x = 0; x < width(); x += 3) {
        if (share(x, y) > 0.999) {
          places.add(new double[] {x + 0.5, y + 0.5});
          sources.add(
              0.5
                  + (column
                      ? TestPictures.blue(picture, x, y)
                      : TestPictures.green(picture, x, y)));
        }
      }
    }
    OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
    regression.newSampleData(
        sources.stream().mapToDouble(Double::doubleValue).toArray(),
        places.toArray(double[][]::new));
    return regression.estimateRegressionParameters();
  }
}
