package org.hashmatch.eval.attack;

import org.bytedeco.javacpp.ShortPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * A projective map of the plane: where in the old picture each point of the new one lies.
 * Coordinates are in pixels from the upper left corner, so that the first pixel's centre is at 0.5.
 *
 * <p>The map is computed here, in Java's arithmetic of doubles, which is the same everywhere, and
 * rounded to 1/32 pixel; OpenCV then interpolates in whole numbers. OpenCV's own warps compute
 * their maps in floats.
 */
final class Projection {

  /** OpenCV's fixed-point maps: whole pixels, and 1/32 in five bits for each axis. */
  private static final int FRACTION_BITS = 5;

  private static final int FRACTION = 1 << FRACTION_BITS;

  private final double[] matrix;

  /** Three rows of a matrix of homogeneous coordinates. */
  private Projection(double... matrix) {
    this.matrix = matrix;
  }

  /** New x and y, each from a weight of x, one of y and a constant. */
  static Projection affine(double... rows) {
    return new Projection(rows[0], rows[1], rows[2], rows[3], rows[4], rows[5], 0, 0, 1);
  }

  /**
   * The old picture turned clockwise, its middle in the middle of the new one.
   *
   * @param cosine of the angle
   * @param sine of the angle
   */
  static Projection turned(double cosine, double sine, Picture old, int newWidth, int newHeight) {
    double x = newWidth / 2.0;
    double y = newHeight / 2.0;
    return affine(
        cosine,
        sine,
        old.width() / 2.0 - cosine * x - sine * y,
        -sine,
        cosine,
        old.height() / 2.0 + sine * x - cosine * y);
  }

  /**
   * The unit square's corners (0,0), (1,0), (1,1), (0,1) to four points. Source: P. Heckbert,
   * <i>Fundamentals of Texture Mapping and Image Warping</i>, 1989, section 2.2.3.
   */
  static Projection ofSquare(double[] x, double[] y) {
    double sumX = x[0] - x[1] + x[2] - x[3];
    double sumY = y[0] - y[1] + y[2] - y[3];
    double dx1 = x[1] - x[2];
    double dx2 = x[3] - x[2];
    double dy1 = y[1] - y[2];
    double dy2 = y[3] - y[2];
    double area = dx1 * dy2 - dx2 * dy1;
    double g = (sumX * dy2 - dx2 * sumY) / area;
    double h = (dx1 * sumY - sumX * dy1) / area;
    return new Projection(
        x[1] - x[0] + g * x[1],
        x[3] - x[0] + h * x[3],
        x[0],
        y[1] - y[0] + g * y[1],
        y[3] - y[0] + h * y[3],
        y[0],
        g,
        h,
        1);
  }

  /** The map back, by the adjugate matrix. */
  Projection inverse() {
    double[] m = matrix;
    return new Projection(
        m[4] * m[8] - m[5] * m[7],
        m[2] * m[7] - m[1] * m[8],
        m[1] * m[5] - m[2] * m[4],
        m[5] * m[6] - m[3] * m[8],
        m[0] * m[8] - m[2] * m[6],
        m[2] * m[3] - m[0] * m[5],
        m[3] * m[7] - m[4] * m[6],
        m[1] * m[6] - m[0] * m[7],
        m[0] * m[4] - m[1] * m[3]);
  }

  /** What this map gives, multiplied. */
  Projection scaled(double x, double y) {
    double[] m = matrix;
    return new Projection(
        x * m[0], x * m[1], x * m[2], y * m[3], y * m[4], y * m[5], m[6], m[7], m[8]);
  }

  /** The new picture; what lies outside of the old one is black. */
  Picture apply(Picture old, int newWidth, int newHeight) {
    short[] whole = new short[2 * newWidth * newHeight];
    short[] fraction = new short[newWidth * newHeight];
    for (int y = 0; y < newHeight; y++) {
      mapRow(y, newWidth, old, whole, fraction);
    }
    return OpenCv.edit(
        old,
        from -> {
          Mat to = new Mat();
          opencv_imgproc.remap(
              from,
              to,
              map(newWidth, newHeight, opencv_core.CV_16SC2, whole),
              map(newWidth, newHeight, opencv_core.CV_16UC1, fraction),
              opencv_imgproc.INTER_LINEAR,
              opencv_core.BORDER_CONSTANT,
              new Scalar());
          return to;
        });
  }

  private void mapRow(int row, int width, Picture old, short[] whole, short[] fraction) {
    double y = row + 0.5;
    for (int column = 0; column < width; column++) {
      double x = column + 0.5;
      double w = matrix[6] * x + matrix[7] * y + matrix[8];
      int oldX = parts((matrix[0] * x + matrix[1] * y + matrix[2]) / w, old.width());
      int oldY = parts((matrix[3] * x + matrix[4] * y + matrix[5]) / w, old.height());
      int at = row * width + column;
      whole[2 * at] = (short) (oldX >> FRACTION_BITS);
      whole[2 * at + 1] = (short) (oldY >> FRACTION_BITS);
      fraction[at] = (short) ((oldX & (FRACTION - 1)) | (oldY & (FRACTION - 1)) << FRACTION_BITS);
    }
  }

  /** From a coordinate to pixel centres in 1/32; far outside is just outside. */
  private static int parts(double coordinate, int side) {
    double near = Math.max(-1, Math.min(side + 1, coordinate));
    return (int) Math.floor((near - 0.5) * FRACTION + 0.5);
  }

  private static Mat map(int width, int height, int type, short[] values) {
    Mat map = new Mat(height, width, type);
    new ShortPointer(map.data()).put(values);
    return map;
  }
}
