package org.hashmatch.testdata.scene;

/**
 * The front of an old house: windows with shutters, awnings, worn plaster and a slanting shadow.
 */
record Facade(Noise noise, Masonry bricks, Grid grid, Paint paint, Shade shade) implements Painter {

  private static final Rgb FRAME = Rgb.of(0xece8de);

  /** Where the windows stand; width and height of one bay, and where the first begins. */
  record Grid(double width, double height, double left, double top) {}

  record Paint(Rgb wall, Rgb shutter, Rgb awning) {}

  /** The edge of the shadow: its y at the left, and how far it falls over a unit. */
  record Shade(double start, double fall, boolean above) {}

  static Painter of(SplitMix random) {
    Grid grid =
        new Grid(
            random.between(0.19, 0.34),
            random.between(0.24, 0.4),
            random.between(-0.3, 0),
            random.between(-0.35, 0));
    Rgb wall =
        random.pick(
            Rgb.of(0xe0b878),
            Rgb.of(0xd89a7a),
            Rgb.of(0xe8dcc0),
            Rgb.of(0xb8c4b4),
            Rgb.of(0xc8a8a0));
    Rgb shutter =
        random.pick(Rgb.of(0x2f5a4a), Rgb.of(0x4a6a8a), Rgb.of(0x6a3a2a), Rgb.of(0x4a4a44));
    Rgb awning = random.pick(Rgb.of(0xb83a34), Rgb.of(0x2f6a5a), Rgb.of(0xc88a30));
    Shade shade = new Shade(random.between(0, 1), random.between(-0.9, 0.9), random.chance(0.5));
    Masonry bricks = Masonry.of(random, 0.03);
    return new Facade(random.noise(), bricks, grid, new Paint(wall, shutter, awning), shade);
  }

  @Override
  public Rgb colour(double x, double y) {
    double uneven = 0.006 * noise.at(x * 12, y * 12);
    double edge = y - shade.start() - shade.fall() * (x - 0.65) + uneven;
    double dark = Curve.step(-0.006, 0.006, shade.above() ? -edge : edge);
    return bay(x, y).times(1.08 - 0.52 * dark);
  }

  private Rgb bay(double x, double y) {
    double u = (x - grid.left()) / grid.width();
    double v = (y - grid.top()) / grid.height();
    int column = (int) Math.floor(u);
    int row = (int) Math.floor(v);
    return new Bay(column, row, u - column - 0.5, v - row - 0.5).colour(x, y);
  }

  private Rgb plaster(double x, double y) {
    double fallen = noise.fractal(x * 3 + 60, y * 3, 6);
    if (fallen > 0.68) {
      return bricks.colour(x, y);
    }
    double stain = noise.fractal(x * 20, y * 4, 4);
    double relief = noise.relief(x * 26, y * 26, 3);
    double rim = fallen > 0.665 ? 0.75 : 1;
    return paint.wall().times(rim * (0.68 + 0.5 * stain + 0.07 * relief));
  }

  /** One bay; across and down run from -0.5 to 0.5 about its middle. */
  private final class Bay {

    private static final double HALF_WIDTH = 0.2;
    private static final double HALF_HEIGHT = 0.3;

    private final int column;
    private final int row;
    private final double across;
    private final double down;

    Bay(int column, int row, double across, double down) {
      this.column = column;
      this.row = row;
      this.across = across;
      this.down = down;
    }

    private double chance(int salt) {
      return noise.cell(column * 31 + salt, row * 17 + 5);
    }

    Rgb colour(double x, double y) {
      if (inAwning()) {
        return awning();
      }
      if (inFlowers(x, y)) {
        return flowers(x, y);
      }
      double side = Math.abs(across);
      if (Math.abs(down) < HALF_HEIGHT && side < HALF_WIDTH) {
        return isShut() ? shutter(across / HALF_WIDTH) : window(x, y);
      }
      if (Math.abs(down) < HALF_HEIGHT && side < 0.42 && hasShutters()) {
        return side < HALF_WIDTH + 0.02 ? FRAME.times(0.6) : shutter((side - 0.32) / 0.1);
      }
      boolean sill = side < HALF_WIDTH + 0.04 && down > HALF_HEIGHT && down < HALF_HEIGHT + 0.05;
      return sill ? FRAME.times(0.85) : plaster(x, y).times(cast());
    }

    private boolean isShut() {
      return chance(1) < 0.25;
    }

    private boolean hasShutters() {
      return !isShut() && chance(2) < 0.75;
    }

    /** The shadow that a sill throws on the wall to its lower right. */
    private double cast() {
      boolean sill = across > -0.2 && across < 0.28 && down > HALF_HEIGHT && down < 0.41;
      return sill ? 0.62 : 1;
    }

    private boolean inAwning() {
      return chance(3) < 0.22
          && down > -0.36
          && down < -0.08
          && Math.abs(across) < 0.24 + 0.12 * (down + 0.36);
    }

    private Rgb awning() {
      boolean stripe = Curve.repeat(across * 12) < 0.5;
      Rgb cloth = stripe ? paint.awning() : FRAME;
      return cloth.times(1.05 - 1.1 * (down + 0.36));
    }

    private boolean inFlowers(double x, double y) {
      double ragged = 0.12 * noise.fractal(x * 40, y * 40, 3);
      return chance(4) < 0.35
          && Math.abs(across) < 0.26
          && down > 0.2 + ragged
          && down < 0.3 + ragged;
    }

    private Rgb flowers(double x, double y) {
      double tuft = noise.fractal(x * 60, y * 60, 3);
      Rgb bloom = chance(5) < 0.5 ? Rgb.of(0xd83a4a) : Rgb.of(0xf0d8e8);
      return tuft > 0.55 ? bloom.times(0.5 + tuft) : Rgb.of(0x3f6a2c).times(0.4 + 1.4 * tuft);
    }

    private Rgb shutter(double turn) {
      double slat = Curve.repeat(down * 26);
      boolean rail = Math.abs(turn) > 0.86 || Math.abs(turn) < 0.05 || Math.abs(down) > 0.28;
      return paint.shutter().times(rail ? 1.1 : 0.55 + 0.75 * slat);
    }

    private Rgb window(double x, double y) {
      double u = across / HALF_WIDTH;
      double v = down / HALF_HEIGHT;
      boolean frame = Math.abs(u) > 0.9 || Math.abs(v) > 0.94 || Math.abs(u) < 0.05;
      boolean bar = Math.abs(v + 0.3) < 0.03 || Math.abs(v - 0.35) < 0.025;
      if (frame || bar) {
        return FRAME.times(0.75 + 0.2 * noise.at(x * 50, y * 50));
      }
      return glass(u, v, x, y).times(v < -0.8 || u < -0.82 ? 0.5 : 1);
    }

    private Rgb glass(double u, double v, double x, double y) {
      double curtain = 0.25 + 0.6 * chance(6);
      if (chance(7) < 0.55 && Math.abs(u) > curtain) {
        return FRAME.times(0.55 + 0.4 * noise.fractal(u * 9, v, 2));
      }
      double sky =
          Curve.step(0.4, 0.65, noise.fractal(x * 5 + 20 * chance(8), y * 4, 4) - 0.15 * v);
      Rgb room = chance(9) < 0.2 ? Rgb.of(0xe8b860) : Rgb.of(0x1c222a);
      return room.mix(Rgb.of(0x9ab4cc), 0.8 * sky);
    }
  }
}
