package org.hashmatch.eval.attack;

/** Faces, drawn. */
final class Face {

  private Face() {}

  /** A yellow disc with eyes and a mouth, of one of three moods. */
  static void emoji(Canvas canvas, double x, double y, double radius, Draws random) {
    canvas.ellipse(x, y, radius, radius, 0x8a5a00);
    canvas.ellipse(x, y, radius * 0.95, radius * 0.95, 0xffd23c);
    double eyes = y - 0.25 * radius;
    int mood = random.below(3);
    for (int side = -1; side <= 1; side += 2) {
      double height = mood == 2 ? 0.06 : 0.18;
      canvas.ellipse(x + side * 0.36 * radius, eyes, 0.13 * radius, height * radius, 0x3c2814);
    }
    if (mood == 1) {
      canvas.ellipse(x, y + 0.42 * radius, 0.2 * radius, 0.25 * radius, 0x3c2814);
    } else {
      canvas.bowl(x, y + 0.2 * radius, 0.55 * radius, 0.5 * radius, 0x3c2814);
      canvas.bowl(x, y + 0.2 * radius, 0.5 * radius, 0.14 * radius, Colours.WHITE);
    }
  }

  /** A head of natural colours, which fills the rectangle around the ellipse. */
  static void portrait(Canvas canvas, double x, double y, double rx, double ry, Draws random) {
    int skin = Colours.of(random, 0xe8beac, 0xd2a07d, 0xa06e4b, 0x6e4632);
    int hair = Colours.of(random, 0x28201c, 0x5a3c28, 0xb48c50, 0x8c8c8c);
    canvas.ellipse(x, y, rx * 1.3, ry * 1.3, skin);
    canvas.ellipse(x, y - 0.95 * ry, rx * 1.3, ry * 0.45, hair);
    canvas.ellipse(x, y + 0.05 * ry, rx * 0.1, ry * 0.2, shade(skin, 0.88));
    canvas.ellipse(x - 0.5 * rx, y + 0.3 * ry, rx * 0.22, ry * 0.14, shade(skin, 0.94));
    canvas.ellipse(x + 0.5 * rx, y + 0.3 * ry, rx * 0.22, ry * 0.14, shade(skin, 0.94));
    for (int side = -1; side <= 1; side += 2) {
      double eye = x + side * 0.4 * rx;
      canvas.ellipse(eye, y - 0.3 * ry, 0.2 * rx, 0.035 * ry, side * 6, hair);
      canvas.ellipse(eye, y - 0.15 * ry, 0.18 * rx, 0.075 * ry, 0xf5f5f0);
      canvas.ellipse(eye, y - 0.15 * ry, 0.08 * rx, 0.07 * ry, 0x32281e);
    }
    canvas.bowl(x, y + 0.45 * ry, 0.36 * rx, 0.14 * ry, 0xaa4646);
    canvas.bowl(x, y + 0.45 * ry, 0.3 * rx, 0.04 * ry, 0xf0e6e1);
  }

  private static int shade(int rgb, double factor) {
    int red = (int) (factor * (rgb >> 16));
    int green = (int) (factor * (rgb >> 8 & 0xff));
    int blue = (int) (factor * (rgb & 0xff));
    return red << 16 | green << 8 | blue;
  }
}
