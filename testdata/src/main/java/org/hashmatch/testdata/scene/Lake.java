package org.hashmatch.testdata.scene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A lake in the evening with boats, woods and hills mirrored, and stones on the near shore. */
final class Lake {

  private Lake() {}

  static Painter of(SplitMix random) {
    Sky sky = random.chance(0.6) ? Sky.evening(random) : Sky.day(random);
    double edge = random.between(0.48, 0.62);
    Painter shore = new Layers(farShore(random, sky, edge), sky);
    Rgb depth = random.pick(Rgb.of(0x20384a), Rgb.of(0x2a4a52), Rgb.of(0x1f2f4f));
    Water water = new Water(shore, random.noise(), edge, depth);
    Ridge bank = new Ridge(random, random.between(0.86, 0.98), 0.08, 0.5);
    Pebbles pebbles = Pebbles.of(random, edge);
    return new Layers(List.of(new Shore(bank, pebbles), water), shore);
  }

  private static List<Layer> farShore(SplitMix random, Sky sky, double edge) {
    List<Layer> nearestFirst = new ArrayList<>();
    for (int i = random.below(4); i >= 0; i--) {
      nearestFirst.add(boat(random, edge));
    }
    nearestFirst.addAll(woods(random, edge));
    nearestFirst.add(hill(random, sky, edge - 0.05, 0.25));
    nearestFirst.add(hill(random, sky, edge - random.between(0.15, 0.25), 0.6));
    return nearestFirst;
  }

  private static Boat boat(SplitMix random, double edge) {
    Rgb sail = random.pick(Rgb.of(0xf4efe2), Rgb.of(0xe8d2b0), Rgb.of(0xc8503c));
    Rgb hull = random.pick(Rgb.of(0x8a2f2a), Rgb.of(0x24405f), Rgb.of(0x6a4a30));
    double height = random.between(0.12, 0.32);
    return new Boat(random.between(0.1, 1.4), edge + 0.001, height, sail, hull);
  }

  private static List<Fir> woods(SplitMix random, double edge) {
    List<Fir> firs = new ArrayList<>();
    Noise density = random.noise();
    for (double x = 0; x < Painter.WIDTH; x += random.between(0.01, 0.05)) {
      double height = 0.04 + 0.2 * density.fractal(x * 3, 0, 3) * random.between(0.4, 1);
      Rgb needles = random.pick(Rgb.of(0x2c4434), Rgb.of(0x3a4a2c), Rgb.of(0x4a4a34));
      firs.add(new Fir(random.noise(), x, edge + 0.002, height, needles));
    }
    firs.sort(Comparator.comparingDouble(Fir::height));
    return firs;
  }

  private static Mountain hill(SplitMix random, Sky sky, double top, double distance) {
    Rgb rock = random.pick(Rgb.of(0x6a5a6a), Rgb.of(0x5c6470));
    Rgb growth = random.pick(Rgb.of(0x465a3c), Rgb.of(0x5a5a3a), Rgb.of(0x3c5048));
    Mountain.Look look = new Mountain.Look(distance, -1, top + 0.03, 20);
    Ridge ridge = new Ridge(random, top, 0.08, 0.5);
    return new Mountain(ridge, random.noise(), rock, growth, sky.horizon(), look);
  }

  /** The near bank: pebbles below a ridge. */
  private record Shore(Ridge bank, Pebbles pebbles) implements Layer {

    @Override
    public boolean covers(double x, double y) {
      return y > bank.top(x);
    }

    @Override
    public Rgb colour(double x, double y) {
      double wet = Curve.step(0, 0.05, y - bank.top(x));
      return pebbles.colour(x, y).times(0.5 + 0.5 * wet);
    }
  }
}
