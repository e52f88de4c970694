package org.hashmatch.testdata.scene;

import java.util.ArrayList;
import java.util.List;

/** Mountains in the haze behind a meadow with firs. */
final class Valley {

  private Valley() {}

  static Painter of(SplitMix random) {
    Sky sky = Sky.day(random);
    double meadow = random.between(0.66, 0.8);
    List<Layer> nearestFirst = new ArrayList<>(firs(random, meadow));
    nearestFirst.add(meadow(random, meadow));
    int ranges = 3 + random.below(2);
    double highest = random.between(0.16, 0.28);
    for (int i = ranges - 1; i >= 0; i--) {
      double distance = 1 - (i + 1.0) / (ranges + 1);
      nearestFirst.add(
          mountain(random, sky, Curve.line(meadow - 0.06, highest, distance), distance));
    }
    return new Layers(nearestFirst, sky);
  }

  private static Mountain mountain(SplitMix random, Sky sky, double top, double distance) {
    Ridge ridge = new Ridge(random, top, Curve.line(0.05, 0.16, distance), 0.55);
    double snowline = distance > 0.4 ? top + random.between(-0.05, 0.15) : -1;
    double grain = Curve.line(22, 9, distance);
    Rgb rock = random.pick(Rgb.of(0x6d6a68), Rgb.of(0x7a6a5c), Rgb.of(0x585e6a));
    Rgb growth = random.pick(Rgb.of(0x3f5a34), Rgb.of(0x55683c), Rgb.of(0x6a6238));
    Mountain.Look look =
        new Mountain.Look(0.75 * distance * distance, snowline, top + 0.14 * distance, grain);
    return new Mountain(ridge, random.noise(), rock, growth, sky.horizon(), look);
  }

  private static Meadow meadow(SplitMix random, double top) {
    Rgb grass = random.pick(Rgb.of(0x6f9a3a), Rgb.of(0x88a048), Rgb.of(0x5f8a44));
    Rgb dry = random.pick(Rgb.of(0xb9a65a), Rgb.of(0xc9b870), Rgb.of(0x9a8a50));
    Rgb flower =
        random.pick(Rgb.of(0xf4e04a), Rgb.of(0xf0f0ff), Rgb.of(0xd8443c), Rgb.of(0xb58ae0));
    return new Meadow(new Ridge(random, top, 0.03, 0.4), random.noise(), grass, dry, flower);
  }

  private static List<Fir> firs(SplitMix random, double meadow) {
    List<Fir> firs = new ArrayList<>();
    int groups = 3 + random.below(4);
    for (int i = 0; i < groups; i++) {
      double centre = random.between(0, Painter.WIDTH);
      double foot = meadow + random.between(0, 0.2);
      for (int tree = 2 + random.below(6); tree > 0; tree--) {
        firs.add(fir(random, centre + random.between(-0.15, 0.15), foot, meadow));
      }
    }
    firs.sort((a, b) -> Double.compare(b.foot(), a.foot()));
    return firs;
  }

  private static Fir fir(SplitMix random, double x, double around, double meadow) {
    double foot = around + random.between(-0.02, 0.03);
    double height = random.between(0.14, 0.24) + 0.9 * (foot - meadow);
    Rgb needles = random.pick(Rgb.of(0x2c4a2a), Rgb.of(0x24402f), Rgb.of(0x38502a));
    return new Fir(random.noise(), x, foot, height, needles);
  }
}
