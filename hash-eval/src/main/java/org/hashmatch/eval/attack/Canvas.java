package org.hashmatch.eval.attack;

import java.util.function.Consumer;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A picture that is drawn on by OpenCV. Colours are {@code 0xRRGGBB}; what lies outside is not
 * drawn. Valid until the drawing method returns.
 */
final class Canvas {

  private static final int FONT = opencv_imgproc.FONT_HERSHEY_DUPLEX;

  /** How high a capital letter of the font is at scale 1, and how high its line with descenders. */
  private static final double CAPITAL = 21;

  private static final double LINE = 30;

  /** Corners of OpenCV's shapes, in 1/16 pixel. */
  private static final int SHIFT = 4;

  private final Mat pixels;

  private Canvas(Mat pixels) {
    this.pixels = pixels;
  }

  /** Draws on a plain ground. */
  static Picture plain(int width, int height, int rgb, Consumer<Canvas> drawing) {
    Picture ground = new Picture(width, height, new byte[Picture.bytes(width, height)]);
    return over(
        ground,
        canvas -> {
          canvas.pixels.put(scalar(rgb));
          drawing.accept(canvas);
        });
  }

  /** Draws on a copy of a picture. */
  static Picture over(Picture picture, Consumer<Canvas> drawing) {
    return OpenCv.edit(
        picture,
        copy -> {
          drawing.accept(new Canvas(copy));
          return copy;
        });
  }

  private static Scalar scalar(int rgb) {
    return new Scalar(rgb & 0xff, rgb >> 8 & 0xff, rgb >> 16 & 0xff, 0);
  }

  int width() {
    return pixels.cols();
  }

  int height() {
    return pixels.rows();
  }

  void fill(Region region, int rgb) {
    fill(region.x(), region.y(), region.width(), region.height(), rgb);
  }

  void fill(int x, int y, int width, int height, int rgb) {
    if (width > 0 && height > 0) {
      opencv_imgproc.rectangle(
          pixels, new Rect(x, y, width, height), scalar(rgb), opencv_imgproc.FILLED, 8, 0);
    }
  }

  /** A filled ellipse; the centre of the first pixel is 0.5, and so on. */
  void ellipse(double x, double y, double radiusX, double radiusY, int rgb) {
    ellipse(x, y, radiusX, radiusY, 0, rgb);
  }

  /** One that is turned, clockwise. */
  void ellipse(double x, double y, double radiusX, double radiusY, double degrees, int rgb) {
    opencv_imgproc.ellipse(
        pixels,
        new Point(shifted(x - 0.5), shifted(y - 0.5)),
        new Size(shifted(radiusX), shifted(radiusY)),
        degrees,
        0,
        360,
        scalar(rgb),
        opencv_imgproc.FILLED,
        opencv_imgproc.LINE_AA,
        SHIFT);
  }

  /** The lower half of an ellipse, filled: a mouth. */
  void bowl(double x, double y, double radiusX, double radiusY, int rgb) {
    opencv_imgproc.ellipse(
        pixels,
        new Point(shifted(x - 0.5), shifted(y - 0.5)),
        new Size(shifted(radiusX), shifted(radiusY)),
        0,
        0,
        180,
        scalar(rgb),
        opencv_imgproc.FILLED,
        opencv_imgproc.LINE_AA,
        SHIFT);
  }

  private static int shifted(double pixels) {
    return (int) Math.round(pixels * (1 << SHIFT));
  }

  void line(int fromX, int fromY, int toX, int toY, int thickness, int rgb) {
    opencv_imgproc.line(
        pixels,
        new Point(fromX, fromY),
        new Point(toX, toY),
        scalar(rgb),
        Math.max(1, thickness),
        opencv_imgproc.LINE_AA,
        0);
  }

  /**
   * One line of text in the middle of a region, as large as fits; {@code weight} is the thickness
   * of strokes, 1 the usual.
   */
  void text(String text, Region region, double weight, int rgb) {
    double scale = scale(text, region);
    int thickness = Region.side(weight * scale * 2);
    int x = region.x() + (region.width() - (int) (scale * width(text))) / 2;
    text(text, x, region, scale, thickness, rgb);
  }

  /** One line of text at the left of a region, as large as fits. */
  void textLeft(String text, Region region, int rgb) {
    double scale = scale(text, region);
    text(text, region.x(), region, scale, Region.side(scale * 1.6), rgb);
  }

  /** A word all over, in lines of such a height, every other one moved by half a word. */
  void textTiles(String text, int line, int rgb) {
    Region first = new Region(0, 0, Integer.MAX_VALUE, line);
    double scale = scale(text, first);
    int step = Region.side(1.5 * scale * width(text));
    for (int row = 0; 2 * row * line < height(); row++) {
      Region place = first.at(0, 2 * row * line);
      for (int x = -(row % 2) * step / 2; x < width(); x += step) {
        text(text, x, place, scale, Region.side(2 * scale), rgb);
      }
    }
  }

  /** A text in the middle of a region, with an outline. */
  void outlined(String text, Region region, int rgb, int outline) {
    text(text, region, 4, outline);
    text(text, region, 1.3, rgb);
  }

  private void text(String text, int x, Region region, double scale, int thickness, int rgb) {
    int base = region.y() + (int) ((region.height() + scale * CAPITAL) / 2);
    opencv_imgproc.putText(
        pixels,
        text,
        new Point(x, base),
        FONT,
        scale,
        scalar(rgb),
        thickness,
        opencv_imgproc.LINE_AA,
        false);
  }

  private static double scale(String text, Region region) {
    return Math.min(region.height() / LINE, (double) region.width() / width(text));
  }

  /** At scale 1. */
  private static int width(String text) {
    return opencv_imgproc.getTextSize(text, FONT, 1, 1, new int[1]).width();
  }

  /** Another picture, which must fit. */
  void paste(Picture picture, int x, int y) {
    Mat place = new Mat(pixels, new Rect(x, y, picture.width(), picture.height()));
    OpenCv.toNative(picture).copyTo(place);
  }
}
