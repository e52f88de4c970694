package org.hashmatch.eval.attack;

/** Margins cut off. */
sealed interface CropEdit extends Edit {

  /** Where what is left was. */
  enum Place {
    /** In the middle: all four margins lose alike. */
    CENTRE,
    /** In a corner, which is drawn: two margins lose everything. */
    CORNER
  }

  /**
   * A rectangle of the picture's aspect ratio is left.
   *
   * @param area the share of the area that is cut off, 0..0.95
   * @param place where the rest was: {@code centre} or {@code corner}
   */
  record Crop(Span area, Place place) implements CropEdit {
    public Crop {
      area.within("area", 0, 0.95);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      Region left = Region.share(picture, 1 - context.draw("area", area));
      if (place == Place.CENTRE) {
        return picture.cropped(left.centred(picture.width(), picture.height()));
      }
      int x = context.random().coin() ? picture.width() - left.width() : 0;
      int y = context.random().coin() ? picture.height() - left.height() : 0;
      return picture.cropped(left.at((int) context.note("x", x), (int) context.note("y", y)));
    }
  }

  /**
   * One margin, which is drawn, cut off.
   *
   * @param share of the area, 0..0.95
   */
  record CropSide(Span share) implements CropEdit {
    public CropSide {
      share.within("share", 0, 0.95);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      double left = 1 - context.draw("share", share);
      boolean atEnd = context.random().coin();
      boolean sideways = context.random().coin();
      int width = sideways ? Region.side(left * picture.width()) : picture.width();
      int height = sideways ? picture.height() : Region.side(left * picture.height());
      int x = atEnd ? picture.width() - width : 0;
      int y = atEnd ? picture.height() - height : 0;
      return picture.cropped(
          new Region((int) context.note("x", x), (int) context.note("y", y), width, height));
    }
  }

  /** The largest square in the middle; a square stays as it is. */
  record CropSquare() implements CropEdit {
    @Override
    public Picture apply(Picture picture, EditContext context) {
      int side = Math.min(picture.width(), picture.height());
      return picture.cropped(
          new Region(0, 0, side, side).centred(picture.width(), picture.height()));
    }
  }
}
