package org.hashmatch.testdata.scene;

/** The floor of a wood in autumn. */
final class Leaves {

  private static final Rgb[][] SEASONS = {
    {Rgb.of(0xc8682a), Rgb.of(0x8a3a20), Rgb.of(0xd8a040), Rgb.of(0x6a4a2a), Rgb.of(0x9a9a3a)},
    {Rgb.of(0x4a7a3a), Rgb.of(0x8aa84a), Rgb.of(0x2a5238), Rgb.of(0xc0b858), Rgb.of(0x6a8a6a)},
    {Rgb.of(0xa02a30), Rgb.of(0xd86a4a), Rgb.of(0x5a2440), Rgb.of(0xe0b070), Rgb.of(0x7a5a4a)},
    {Rgb.of(0xb89a6a), Rgb.of(0x6a5a4a), Rgb.of(0xe0d0a8), Rgb.of(0x8a6a3a), Rgb.of(0x4a4a44)},
  };

  private Leaves() {}

  static Painter of(SplitMix random) {
    Rgb[] tints = SEASONS[random.below(SEASONS.length)];
    LeafPile pile = LeafPile.of(random, 0.03, random.between(0.25, 0.4), tints);
    Noise light = random.noise();
    return (x, y) -> pile.colour(x, y).times(0.5 + 1.05 * light.fractal(x * 2.2, y * 2.2, 4));
  }
}
