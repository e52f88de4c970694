package org.hashmatch.testdata.draw;

import static org.hashmatch.testdata.draw.ImageIoFormats.bmp;
import static org.hashmatch.testdata.draw.ImageIoFormats.gif;
import static org.hashmatch.testdata.draw.ImageIoFormats.greyJpeg;
import static org.hashmatch.testdata.draw.ImageIoFormats.greyPng;
import static org.hashmatch.testdata.draw.ImageIoFormats.jpeg;
import static org.hashmatch.testdata.draw.ImageIoFormats.palettePng;
import static org.hashmatch.testdata.draw.ImageIoFormats.png;
import static org.hashmatch.testdata.draw.ImageIoFormats.progressiveJpeg;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.hashmatch.testdata.TestImage;
import org.hashmatch.testdata.TestImage.Kind;
import org.hashmatch.testdata.draw.Drawn.Sketch;
import org.hashmatch.testdata.scene.SceneKind;

/** Which pictures there are, apart from the broken files. */
final class Catalogue {

  /** By file; the known ones first, as the copies refer to them. */
  private final Map<String, Drawn> files = new LinkedHashMap<>();

  private Catalogue() {
    addKnown();
    addExact();
    addRecompressed();
    addResized();
    addTurned();
    addReformatted();
    addInnocent();
  }

  static List<Drawn> pictures() {
    return List.copyOf(new Catalogue().files.values());
  }

  private void addKnown() {
    known("valley-01.jpg", Sketch.of(SceneKind.VALLEY, 3, 1600, 1200), jpeg(90));
    known("lake-01.jpg", Sketch.of(SceneKind.LAKE, 3, 800, 600), jpeg(90));
    known("beach-01.jpg", Sketch.of(SceneKind.BEACH, 1, 640, 480), jpeg(90));
    known("forest-01.jpg", Sketch.of(SceneKind.FOREST, 2, 640, 480), jpeg(90));
    known("leaves-01.jpg", Sketch.of(SceneKind.LEAVES, 4, 640, 480), jpeg(90));
    known("wall-01.jpg", Sketch.of(SceneKind.WALL, 1, 640, 480), jpeg(90));
    known("facade-01.jpg", Sketch.of(SceneKind.FACADE, 4, 600, 800), jpeg(90));
    known("skyline-01.jpg", Sketch.of(SceneKind.SKYLINE, 2, 1024, 576), jpeg(90));
    known("shelf-01.jpg", Sketch.of(SceneKind.SHELF, 2, 640, 480), jpeg(90));
    known("still-life-01.jpg", Sketch.of(SceneKind.STILL_LIFE, 1, 800, 600), jpeg(90));
    known("valley-02.jpg", Sketch.of(SceneKind.VALLEY, 2, 640, 480), jpeg(90));
    known("lake-02.jpg", Sketch.of(SceneKind.LAKE, 4, 800, 600), progressiveJpeg(90));
    known("facade-02.png", Sketch.of(SceneKind.FACADE, 3, 480, 360), png());
    known("shelf-02.bmp", Sketch.of(SceneKind.SHELF, 4, 256, 192), bmp());
    known("leaves-02.webp", Sketch.of(SceneKind.LEAVES, 3, 640, 480), WebP.lossy(80));
    known("beach-02.webp", Sketch.of(SceneKind.BEACH, 4, 400, 300), WebP.lossless());
    UnaryOperator<Picture> dithered = Picture::dithered;
    known("skyline-02.gif", Sketch.of(SceneKind.SKYLINE, 3, 640, 480), dithered, gif());
    known(
        "still-life-02.png", Sketch.of(SceneKind.STILL_LIFE, 4, 480, 360), dithered, palettePng());
    UnaryOperator<Picture> grey = Picture::grey;
    known("forest-02.jpg", Sketch.of(SceneKind.FOREST, 1, 640, 480), grey, greyJpeg(90));
    known("wall-02.png", Sketch.of(SceneKind.WALL, 4, 480, 360), grey, greyPng());
  }

  private void addExact() {
    for (String name :
        List.of("beach-01.jpg", "shelf-02.bmp", "skyline-02.gif", "leaves-02.webp")) {
      Drawn known = named(name);
      add(Kind.EXACT, name, known.row().file(), known.sketch(), known.edit(), known.encoding());
    }
  }

  private void addRecompressed() {
    recompressed("valley-01", 30);
    recompressed("lake-01", 40);
    recompressed("facade-01", 50);
    recompressed("shelf-01", 60);
    recompressed("still-life-01", 30);
    recompressed("skyline-01", 45);
  }

  private void addResized() {
    resized("valley-01.jpg", 400, 300);
    resized("lake-01.jpg", 600, 450);
    resized("forest-01.jpg", 320, 240);
    resized("leaves-01.jpg", 960, 720);
    resized("facade-01.jpg", 300, 400);
    resized("shelf-02.bmp", 512, 384);
  }

  private void addTurned() {
    turned("beach-01", 1);
    turned("facade-01", 2);
    turned("shelf-01", 3);
    turned("wall-01", 1);
    // Orientation 6 says: turn me by a quarter to the right. So three quarters are done already.
    UnaryOperator<Picture> onItsSide = picture -> picture.turned(3);
    copy(Kind.ROTATED, "exif-6.jpg", "still-life-01.jpg", onItsSide, jpeg(75).withOrientation(6));
    for (String name : List.of("lake-01", "skyline-01", "leaves-01")) {
      copy(Kind.MIRRORED, name + "-left-right.jpg", name + ".jpg", Picture::mirrored, jpeg(75));
    }
    UnaryOperator<Picture> upsideDown = picture -> picture.turned(2).mirrored();
    copy(Kind.MIRRORED, "forest-01-upside-down.jpg", "forest-01.jpg", upsideDown, jpeg(75));
  }

  private void addReformatted() {
    UnaryOperator<Picture> same = UnaryOperator.identity();
    UnaryOperator<Picture> half = picture -> picture.resized(320, 240);
    copy(Kind.REFORMATTED, "valley-02.png", "valley-02.jpg", half, png());
    copy(Kind.REFORMATTED, "wall-01.webp", "wall-01.jpg", same, WebP.lossy(75));
    copy(Kind.REFORMATTED, "lake-02.gif", "lake-02.jpg", Picture::dithered, gif());
    copy(Kind.REFORMATTED, "facade-02.jpg", "facade-02.png", same, jpeg(85));
    UnaryOperator<Picture> thumbnail = picture -> picture.resized(256, 192);
    copy(Kind.REFORMATTED, "shelf-01.bmp", "shelf-01.jpg", thumbnail, bmp());
  }

  private void addInnocent() {
    innocent("valley-03.jpg", Sketch.of(SceneKind.VALLEY, 5, 640, 480), jpeg(85));
    innocent("valley-04.jpg", Sketch.of(SceneKind.VALLEY, 6, 640, 360), jpeg(85));
    innocent("lake-03.jpg", Sketch.of(SceneKind.LAKE, 1, 640, 480), jpeg(85));
    innocent("lake-04.webp", Sketch.of(SceneKind.LAKE, 2, 640, 480), WebP.lossy(80));
    innocent("beach-03.jpg", Sketch.of(SceneKind.BEACH, 5, 640, 480), jpeg(80));
    innocent("forest-03.jpg", Sketch.of(SceneKind.FOREST, 4, 480, 640), jpeg(80));
    innocent("leaves-03.jpg", Sketch.of(SceneKind.LEAVES, 5, 480, 480), jpeg(80));
    innocent("wall-03.jpg", Sketch.of(SceneKind.WALL, 3, 512, 384), jpeg(80));
    innocent("facade-03.jpg", Sketch.of(SceneKind.FACADE, 2, 640, 480), jpeg(80));
    innocent("facade-04.png", Sketch.of(SceneKind.FACADE, 6, 320, 240), png());
    innocent("skyline-03.jpg", Sketch.of(SceneKind.SKYLINE, 4, 640, 480), jpeg(80));
    innocent("shelf-03.jpg", Sketch.of(SceneKind.SHELF, 1, 640, 480), jpeg(80));
    innocent("still-life-03.jpg", Sketch.of(SceneKind.STILL_LIFE, 2, 640, 480), jpeg(80));
    innocent("still-life-04.jpg", Sketch.of(SceneKind.STILL_LIFE, 5, 640, 480), jpeg(85));
  }

  private void known(String name, Sketch sketch, Encoding encoding) {
    known(name, sketch, UnaryOperator.identity(), encoding);
  }

  private void known(String name, Sketch sketch, UnaryOperator<Picture> edit, Encoding encoding) {
    add(Kind.KNOWN, name, "", sketch, edit, encoding);
  }

  private void innocent(String name, Sketch sketch, Encoding encoding) {
    add(Kind.INNOCENT, name, "", sketch, UnaryOperator.identity(), encoding);
  }

  private void recompressed(String scene, int percent) {
    String name = scene + "-q" + percent + ".jpg";
    copy(Kind.RECOMPRESSED, name, scene + ".jpg", UnaryOperator.identity(), jpeg(percent));
  }

  private void resized(String name, int width, int height) {
    String scene = name.substring(0, name.indexOf('.'));
    UnaryOperator<Picture> edit = picture -> picture.resized(width, height);
    copy(Kind.RESIZED, scene + "-" + width + "x" + height + ".jpg", name, edit, jpeg(80));
  }

  private void turned(String scene, int quarters) {
    String name = scene + "-" + 90 * quarters + ".jpg";
    copy(Kind.ROTATED, name, scene + ".jpg", picture -> picture.turned(quarters), jpeg(75));
  }

  private void copy(
      Kind kind, String name, String of, UnaryOperator<Picture> edit, Encoding encoding) {
    Drawn known = named(of);
    UnaryOperator<Picture> edits = picture -> edit.apply(known.edit().apply(picture));
    add(kind, name, known.row().file(), known.sketch(), edits, encoding);
  }

  private Drawn named(String name) {
    Drawn known = files.get(Kind.KNOWN.folder() + name);
    if (known == null) {
      throw new IllegalArgumentException("no known picture " + name);
    }
    return known;
  }

  private void add(
      Kind kind,
      String name,
      String of,
      Sketch sketch,
      UnaryOperator<Picture> edit,
      Encoding encoding) {
    String file = kind.folder() + name;
    Picture shape = edit.apply(sketch.blank());
    String expected = kind == Kind.INNOCENT ? "CLEAR" : "BLOCK";
    TestImage row =
        new TestImage(file, kind, sketch.shows(), of, shape.width(), shape.height(), expected);
    files.put(file, new Drawn(row, sketch, edit, encoding));
  }
}
