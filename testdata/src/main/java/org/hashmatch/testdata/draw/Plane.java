package org.hashmatch.testdata.draw;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hashmatch.testdata.scene.Scene;
import org.hashmatch.testdata.scene.SceneKind;

/**
 * A picture of the conformance kit.
 *
 * @param file its name in the kit's folder
 */
record Plane(String file, Picture picture, Encoding encoding) {

  private static final int SEED = 7;

  byte[] bytes() throws IOException {
    return encoding.encode(picture);
  }

  /** All of them: what a resampling gets wrong by its size, then what a hash gets wrong. */
  static List<Plane> all() {
    List<Plane> planes = new ArrayList<>(scenes());
    planes.addAll(wide());
    planes.addAll(patterns());
    return List.copyOf(planes);
  }

  private static List<Plane> scenes() {
    return List.of(
        grey("valley", scene(SceneKind.VALLEY, 1, 1)),
        grey("lake", scene(SceneKind.LAKE, 4, 4)),
        grey("beach", scene(SceneKind.BEACH, 5, 5)),
        grey("forest", scene(SceneKind.FOREST, 5, 300)),
        grey("leaves", scene(SceneKind.LEAVES, 63, 64)),
        grey("wall", scene(SceneKind.WALL, 64, 64)),
        grey("facade", scene(SceneKind.FACADE, 65, 64)),
        grey("skyline", scene(SceneKind.SKYLINE, 127, 128)),
        grey("shelf", scene(SceneKind.SHELF, 128, 128)),
        grey("still-life", scene(SceneKind.STILL_LIFE, 129, 129)),
        grey("valley", scene(SceneKind.VALLEY, 256, 256)),
        grey("lake", scene(SceneKind.LAKE, 255, 257)),
        grey("beach", scene(SceneKind.BEACH, 300, 200)),
        grey("leaves", scene(SceneKind.LEAVES, 512, 512)),
        grey("facade", scene(SceneKind.FACADE, 640, 480)),
        colour("forest", scene(SceneKind.FOREST, 384, 385)),
        colour("still-life", scene(SceneKind.STILL_LIFE, 80, 60)));
  }

  /** Scenes are drawn at most 1.8 times as wide as high, so the widest is one laid on its side. */
  private static List<Plane> wide() {
    return List.of(
        grey("skyline", scene(SceneKind.SKYLINE, 37, 1000)),
        grey("wall", scene(SceneKind.WALL, 37, 1000).turned(1)));
  }

  private static List<Plane> patterns() {
    Random random = new Random(SEED);
    Picture half = scene(SceneKind.SHELF, 60, 90);
    return List.of(
        grey("noise", Picture.of(100, 100, (x, y) -> level(random.nextInt(256)))),
        grey("flat", Picture.of(100, 100, (x, y) -> level(200))),
        grey("black", Picture.of(64, 64, (x, y) -> level(0))),
        grey("white", Picture.of(130, 90, (x, y) -> level(255))),
        grey("checker", Picture.of(128, 128, (x, y) -> level((x / 16 + y / 16) % 2 * 255))),
        grey("gradient", Picture.of(256, 64, (x, y) -> level((x + 3 * y) / 2))),
        grey("symmetric", Picture.of(120, 90, (x, y) -> half.at(Math.min(x, 119 - x), y))),
        grey("spot-on-white", Picture.of(150, 100, Plane::spot)));
  }

  /** More than half of it white: a median lies among equal cells. */
  private static int spot(int x, int y) {
    return level(x < 50 && y < 60 ? 2 * x + y : 255);
  }

  private static Picture scene(SceneKind kind, int width, int height) {
    return Picture.of(Scene.of(kind, SEED), width, height);
  }

  private static int level(int grey) {
    return 0xff000000 | (grey * 0x10101);
  }

  private static Plane grey(String name, Picture picture) {
    return new Plane(sized(name, picture) + ".pgm", picture.grey(), Pnm.grey());
  }

  private static Plane colour(String name, Picture picture) {
    return new Plane(sized(name, picture) + ".ppm", picture, Pnm.colour());
  }

  private static String sized(String name, Picture picture) {
    return name + "-" + picture.width() + "x" + picture.height();
  }
}
