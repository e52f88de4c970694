package org.hashmatch.testdata.scene;

import java.util.ArrayList;
import java.util.List;

/** Fruit and bottles on a chequered cloth before a curtain. */
record StillLife(List<Ball> fruit, Noise noise, double table, Cloth cloth, Rgb curtain)
    implements Painter {

  /** A cloth with checks, so many to the picture's width. */
  record Cloth(Rgb light, Rgb dark, double checks, double turn) {}

  static Painter of(SplitMix random) {
    double table = random.between(0.42, 0.56);
    List<Ball> fruit = fruit(random, table);
    List<Layer> nearestFirst = new ArrayList<>(fruit);
    for (int i = 1 + random.below(3); i > 0; i--) {
      nearestFirst.add(bottle(random, table));
    }
    Rgb light = random.pick(Rgb.of(0xf2ece0), Rgb.of(0xe8e0c0), Rgb.of(0xdfe8ee));
    Rgb dark = random.pick(Rgb.of(0xa83a3a), Rgb.of(0x30508a), Rgb.of(0x3a6a4a), Rgb.of(0x7a5a9a));
    Cloth cloth = new Cloth(light, dark, random.between(3, 5), random.between(-0.6, 0.6));
    Rgb curtain =
        random.pick(Rgb.of(0x7a4a3a), Rgb.of(0x4a5a6a), Rgb.of(0x8a7a4a), Rgb.of(0x5a3a5a));
    return new Layers(nearestFirst, new StillLife(fruit, random.noise(), table, cloth, curtain));
  }

  private static List<Ball> fruit(SplitMix random, double table) {
    List<Ball> fruit = new ArrayList<>();
    for (int i = 12 + random.below(8); i > 0; i--) {
      double radius = random.between(0.04, 0.125);
      double foot = random.between(table + 0.12, 0.99);
      fruit.add(ball(random, random.between(0, Painter.WIDTH), foot - radius, radius));
    }
    fruit.sort((a, b) -> Double.compare(b.y() + b.radius(), a.y() + a.radius()));
    return fruit;
  }

  private static Ball ball(SplitMix random, double x, double y, double radius) {
    Rgb skin =
        random.pick(
            Rgb.of(0xe88a20),
            Rgb.of(0xc02a28),
            Rgb.of(0xd8c840),
            Rgb.of(0x6a9a38),
            Rgb.of(0x5a2a5a));
    Rgb blush = random.pick(Rgb.of(0xd84a28), Rgb.of(0xe0b040), Rgb.of(0x8a2a30));
    return new Ball(random.noise(), x, y, radius, skin, skin.mix(blush, 0.7));
  }

  private static Bottle bottle(SplitMix random, double table) {
    Rgb glass = random.pick(Rgb.of(0x2a4a2a), Rgb.of(0x5a3418), Rgb.of(0x3a5a6a));
    Rgb label = random.pick(Rgb.of(0xe8dcc0), Rgb.of(0xd8b060), Rgb.of(0xf0f0ea));
    double height = random.between(0.4, 0.6);
    double x = random.between(0.1, 1.3);
    return new Bottle(random.noise(), x, table + random.between(0.05, 0.12), height, glass, label);
  }

  @Override
  public Rgb colour(double x, double y) {
    return y < table ? drapery(x, y) : tableTop(x, y);
  }

  private Rgb drapery(double x, double y) {
    double sway = x + 0.06 * noise.fractal(x * 2, y * 1.5, 3) * (0.4 + y);
    double fold = noise.fractal(sway * 8, 0.6 * y, 3);
    double slope = noise.fractal(sway * 8 + 0.25, 0.6 * y, 3) - fold;
    double weave = noise.at(x * 160, y * 160) - 0.5;
    boolean figure = figure(sway * 11, y * 11 + 0.5 * fold);
    Rgb fabric = figure ? curtain.mix(Rgb.of(0xe8d8b0), 0.6) : curtain;
    return fabric.times(Math.max(0.12, 0.15 + 1.3 * fold + 3.2 * slope + 0.1 * weave));
  }

  private static boolean figure(double u, double v) {
    double du = Curve.repeat(u + 0.5 * (Math.floor(v) % 2)) - 0.5;
    double dv = Curve.repeat(v) - 0.5;
    double reach = Math.abs(du) + Math.abs(dv);
    return reach < 0.14 || (reach > 0.24 && reach < 0.36);
  }

  private Rgb tableTop(double x, double y) {
    double nearness = y - table + 0.35;
    double u = (x - 0.7) / nearness * cloth.checks() * 0.5;
    double v = cloth.checks() / nearness;
    double across = u + cloth.turn() * v;
    double crease = noise.relief(x * 4, y * 6, 3);
    double light = 0.85 + 0.35 * crease + 0.15 * (noise.at(x * 170, y * 170) - 0.5);
    return check(across, v - cloth.turn() * u).times(light * (1 - 0.62 * shadow(x, y)));
  }

  private Rgb check(double u, double v) {
    double dark = (Curve.repeat(u) < 0.5 ? 0.5 : 0) + (Curve.repeat(v) < 0.5 ? 0.5 : 0);
    return cloth.light().mix(cloth.dark(), dark);
  }

  private double shadow(double x, double y) {
    double deepest = 0;
    for (Ball ball : fruit) {
      deepest = Math.max(deepest, ball.shadow(x, y));
    }
    return deepest;
  }
}
