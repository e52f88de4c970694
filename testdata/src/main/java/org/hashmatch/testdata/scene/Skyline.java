package org.hashmatch.testdata.scene;

import java.util.ArrayList;
import java.util.List;

/** A city at dusk, mirrored in its river. */
final class Skyline {

  private Skyline() {}

  static Painter of(SplitMix random) {
    Sky sky = Sky.evening(random);
    double quay = random.between(0.7, 0.86);
    List<Layer> nearestFirst = new ArrayList<>();
    for (int row = 0; row < 3; row++) {
      nearestFirst.addAll(row(random, sky, quay, row));
    }
    Painter city = new Layers(nearestFirst, sky);
    Water river = new Water(city, random.noise(), quay, Rgb.of(0x141c2c));
    return new Layers(List.of(river), city);
  }

  private static List<Tower> row(SplitMix random, Sky sky, double quay, int row) {
    Ridge crown = new Ridge(random, quay - 0.2 - 0.16 * row, 0.12, 0.6);
    List<Tower> towers = new ArrayList<>();
    double x = random.between(-0.1, 0);
    while (x < Painter.WIDTH) {
      double width = random.between(0.06, 0.17);
      double top = crown.top(x) + random.between(-0.12, 0.12);
      if (random.chance(0.85)) {
        towers.add(tower(random, sky, x, x + width, Math.min(top, quay - 0.05), row));
      }
      x += width + (random.chance(0.3) ? random.between(0.01, 0.06) : 0.002);
    }
    return towers;
  }

  private static Tower tower(
      SplitMix random, Sky sky, double left, double right, double top, int row) {
    Rgb stone = random.pick(Rgb.of(0x4a4450), Rgb.of(0x6a5650), Rgb.of(0x34404e), Rgb.of(0x806a60));
    Rgb lamp = random.pick(Rgb.of(0xffd98a), Rgb.of(0xffefc4), Rgb.of(0xffc060), Rgb.of(0xd8f0ff));
    double storey = random.between(0.016, 0.034) * (1 - 0.18 * row);
    Tower.Glow glow =
        new Tower.Glow(lamp, random.between(0.15, 0.7), storey, 0.14 * row, sky.horizon());
    return new Tower(random.noise(), left, right, top, stone, glow);
  }
}
