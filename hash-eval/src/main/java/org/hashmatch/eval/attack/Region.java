package org.hashmatch.eval.attack;

/**
 * A rectangle of a picture.
 *
 * @param x its first column
 * @param y its first row
 * @param width pixels a row, 1 or more
 * @param height rows, 1 or more
 */
record Region(int x, int y, int width, int height) {

  /** A side in whole pixels, at least one. */
  static int side(double pixels) {
    return (int) Math.max(1, Math.round(pixels));
  }

  static Region whole(Picture picture) {
    return new Region(0, 0, picture.width(), picture.height());
  }

  /** So much of the picture's area, in its aspect ratio, at its upper left. */
  static Region share(Picture picture, double area) {
    double side = Math.sqrt(area);
    return new Region(0, 0, side(side * picture.width()), side(side * picture.height()));
  }

  /** Somewhere in the picture, all of it inside; the place is drawn, and noted. */
  Region placed(Picture picture, EditContext context) {
    return at(
        (int) context.note("x", context.random().below(picture.width() - width + 1)),
        (int) context.note("y", context.random().below(picture.height() - height + 1)));
  }

  /** In the middle of something larger. */
  Region centred(int outerWidth, int outerHeight) {
    return at((outerWidth - width) / 2, (outerHeight - height) / 2);
  }

  Region at(int newX, int newY) {
    return new Region(newX, newY, width, height);
  }

  int right() {
    return x + width;
  }

  int bottom() {
    return y + height;
  }
}
