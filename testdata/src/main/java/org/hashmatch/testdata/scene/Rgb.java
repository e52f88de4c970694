package org.hashmatch.testdata.scene;

/**
 * A colour as screens show it: red, green and blue, each meant to be 0..1 and cut there at last.
 */
record Rgb(double red, double green, double blue) {

  static final Rgb WHITE = of(0xffffff);
  static final Rgb BLACK = of(0x000000);

  static Rgb of(int hex) {
    return new Rgb(((hex >> 16) & 255) / 255.0, ((hex >> 8) & 255) / 255.0, (hex & 255) / 255.0);
  }

  Rgb mix(Rgb other, double part) {
    return new Rgb(
        Curve.line(red, other.red, part),
        Curve.line(green, other.green, part),
        Curve.line(blue, other.blue, part));
  }

  Rgb times(double factor) {
    return new Rgb(red * factor, green * factor, blue * factor);
  }

  Rgb times(Rgb other) {
    return new Rgb(red * other.red, green * other.green, blue * other.blue);
  }

  Rgb plus(Rgb other) {
    return new Rgb(red + other.red, green + other.green, blue + other.blue);
  }

  Rgb plus(double grey) {
    return new Rgb(red + grey, green + grey, blue + grey);
  }

  int argb() {
    return 0xff000000 | (level(red) << 16) | (level(green) << 8) | level(blue);
  }

  private static int level(double part) {
    return (int) (Curve.clamp(part) * 255 + 0.5);
  }
}
