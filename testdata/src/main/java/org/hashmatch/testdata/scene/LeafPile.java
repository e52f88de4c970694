package org.hashmatch.testdata.scene;

import java.util.ArrayList;
import java.util.List;

/**
 * Leaves fallen over each other, many small and few large: the number of leaves of a radius falls
 * with its cube, the law that natural pictures follow.
 */
final class LeafPile implements Painter {

  /* The "dead leaves" model: Lee, Mumford, Huang, "Occlusion Models for Natural Images", 2001. */

  private static final int CELLS = 48;
  private static final int MOST = 60_000;

  private final Noise noise;
  private final List<List<Leaf>> grid = new ArrayList<>();
  private final Leaf ground;

  /** One leaf: its middle, the direction of its tip, its radius, and how high it lies. */
  record Leaf(double x, double y, double cos, double sin, double radius, int height, Rgb tint) {

    double along(double px, double py) {
      return ((px - x) * cos + (py - y) * sin) / radius;
    }

    double across(double px, double py) {
      return ((py - y) * cos - (px - x) * sin) / radius;
    }

    boolean covers(double px, double py) {
      double along = along(px, py);
      double half = 0.52 * (1 - along * along) * (1 - 0.35 * along);
      return along > -1 && along < 1 && Math.abs(across(px, py)) < half;
    }
  }

  private LeafPile(Noise noise, Rgb ground) {
    this.noise = noise;
    this.ground = new Leaf(0, 0, 1, 0, 1, 0, ground);
    for (int i = 0; i < CELLS * CELLS; i++) {
      grid.add(new ArrayList<>());
    }
  }

  static LeafPile of(SplitMix random, double smallest, double largest, Rgb... tints) {
    LeafPile pile = new LeafPile(random.noise(), tints[0].times(0.35));
    double wanted = 5 * Painter.WIDTH / (smallest * largest);
    for (int i = (int) Math.min(MOST, wanted); i > 0; i--) {
      pile.add(leaf(random, smallest, largest, i, tints));
    }
    return pile;
  }

  private static Leaf leaf(
      SplitMix random, double smallest, double largest, int height, Rgb... tints) {
    double part = random.between(0, 1);
    double ends = Curve.line(1 / (smallest * smallest), 1 / (largest * largest), part);
    double radius = 1 / Math.sqrt(ends);
    double turn = random.between(0, 2 * StrictMath.PI);
    Rgb tint = random.pick(tints).mix(random.pick(tints), random.between(0, 0.6));
    return new Leaf(
        random.between(-0.1, Painter.WIDTH + 0.1),
        random.between(-0.1, 1.1),
        StrictMath.cos(turn),
        StrictMath.sin(turn),
        radius,
        height,
        tint.times(random.between(0.55, 1.25)));
  }

  private void add(Leaf leaf) {
    for (int row = cell(leaf.y - leaf.radius, 1); row <= cell(leaf.y + leaf.radius, 1); row++) {
      int last = cell(leaf.x + leaf.radius, WIDTH);
      for (int column = cell(leaf.x - leaf.radius, WIDTH); column <= last; column++) {
        grid.get(row * CELLS + column).add(leaf);
      }
    }
  }

  private static int cell(double place, double extent) {
    return (int) (Math.min(0.9999, Curve.clamp(place / extent)) * CELLS);
  }

  /** The uppermost leaf at a place, or the ground. */
  Leaf top(double x, double y) {
    for (Leaf leaf : grid.get(cell(y, 1) * CELLS + cell(x, WIDTH))) {
      if (leaf.covers(x, y)) {
        return leaf;
      }
    }
    return ground;
  }

  @Override
  public Rgb colour(double x, double y) {
    Leaf leaf = top(x, y);
    Leaf towardsLight = top(x - 0.006, y - 0.008);
    double shadow = towardsLight.height > leaf.height ? 0.5 : 1;
    return blade(leaf, x, y).times(shadow);
  }

  private Rgb blade(Leaf leaf, double x, double y) {
    double along = leaf.along(x, y);
    double across = leaf.across(x, y);
    double rib = Math.abs(across) < 0.025 ? 1.3 : 1;
    double vein = Curve.repeat((along - Math.abs(across)) * 4.5) < 0.12 ? 1.14 : 1;
    double spots = 0.72 + 0.55 * noise.fractal(x * 45 + leaf.height, y * 45, 3);
    double curl = 1 - 0.9 * across * (leaf.cos - leaf.sin) * 0.5;
    return leaf.tint.times(rib * vein * spots * curl);
  }
}
