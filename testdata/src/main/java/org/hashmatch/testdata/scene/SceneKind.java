package org.hashmatch.testdata.scene;

/** What a scene shows. */
public enum SceneKind {
  /** Mountains in the haze behind a meadow with firs. */
  VALLEY,
  /** A lake with boats, woods and hills mirrored. */
  LAKE,
  /** A pebble beach where the sea comes in. */
  BEACH,
  /** Trunks among leaves. */
  FOREST,
  /** Fallen leaves over each other. */
  LEAVES,
  /** An old brick wall with plaster and ivy. */
  WALL,
  /** The front of a house with windows and shutters. */
  FACADE,
  /** A city at dusk by a river. */
  SKYLINE,
  /** Shelves full of books. */
  SHELF,
  /** Fruit and bottles on a chequered cloth. */
  STILL_LIFE;

  Painter lay(long seed) {
    // Kinds of one seed must not share clouds; String.hashCode is the same on every JVM.
    SplitMix random = new SplitMix(seed ^ ((long) name().hashCode() << 32));
    return switch (this) {
      case VALLEY -> Valley.of(random);
      case LAKE -> Lake.of(random);
      case BEACH -> Beach.of(random);
      case FOREST -> Forest.of(random);
      case LEAVES -> Leaves.of(random);
      case WALL -> Wall.of(random);
      case FACADE -> Facade.of(random);
      case SKYLINE -> Skyline.of(random);
      case SHELF -> Shelf.of(random);
      case STILL_LIFE -> StillLife.of(random);
    };
  }
}
