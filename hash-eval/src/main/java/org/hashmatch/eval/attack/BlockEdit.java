package org.hashmatch.eval.attack;

import org.bytedeco.opencv.global.opencv_imgproc;

/** A rectangle made unrecognisable; it has the picture's aspect ratio, and its place is drawn. */
sealed interface BlockEdit extends Edit {

  /**
   * In coarse squares, eight across its shorter side.
   *
   * @param area the rectangle's share of the area, 0.001..1
   */
  record Pixelate(Span area) implements BlockEdit {
    private static final double ACROSS = 8;

    public Pixelate {
      area.within("area", 0.001, 1);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      Region place = place(picture, area, context);
      Picture part = picture.cropped(place);
      double cell = Math.max(1, Math.min(part.width(), part.height()) / ACROSS);
      Picture coarse =
          part.resized(Region.side(part.width() / cell), Region.side(part.height() / cell))
              .resized(part.width(), part.height(), opencv_imgproc.INTER_NEAREST_EXACT);
      return Canvas.over(picture, canvas -> canvas.paste(coarse, place.x(), place.y()));
    }
  }

  /**
   * Blurred by a Gaussian of a tenth of its shorter side.
   *
   * @param area the rectangle's share of the area, 0.001..1
   */
  record BlurBlock(Span area) implements BlockEdit {
    private static final double SIGMAS = 10;

    public BlurBlock {
      area.within("area", 0.001, 1);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      Region place = place(picture, area, context);
      double sigma = Math.min(place.width(), place.height()) / SIGMAS;
      Picture soft = picture.cropped(place).softened(sigma);
      return Canvas.over(picture, canvas -> canvas.paste(soft, place.x(), place.y()));
    }
  }

  /**
   * Black.
   *
   * @param area the rectangle's share of the area, 0.001..1
   */
  record BlackBlock(Span area) implements BlockEdit {
    public BlackBlock {
      area.within("area", 0.001, 1);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      Region place = place(picture, area, context);
      return Canvas.over(picture, canvas -> canvas.fill(place, 0));
    }
  }

  private static Region place(Picture picture, Span area, EditContext context) {
    return Region.share(picture, context.draw("area", area)).placed(picture, context);
  }
}
