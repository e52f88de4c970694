package org.hashmatch.testdata.hashes;

import java.util.Arrays;

/**
 * A grey picture of 64x64 pixels, drawn from a seed: a scene of overlapping shapes of all sizes
 * ("dead leaves", which have the statistics of photographs), a page of text, or next to nothing.
 */
final class Canvas {

  static final int SIDE = 64;

  private static final int PHOTO = 0;
  private static final int DEGENERATE = 1;
  private static final double DOCUMENTS = 0.05;
  private static final double ASYMMETRIC = 0.93;
  private static final float PAPER = 235;
  private static final float INK = 40;

  private final float[] pixels = new float[SIDE * SIDE];
  private final ItemRandom random;

  private Canvas(long seed, int kind) {
    random = new ItemRandom(seed * 2654435761L + kind);
    shade();
  }

  /** A scene; of a hundred five are pages of text, and seven are mirrored in themselves. */
  static Canvas photo(long seed) {
    Canvas canvas = new Canvas(seed, PHOTO);
    double share = canvas.random.fraction();
    if (share < DOCUMENTS) {
      canvas.write();
    } else {
      canvas.scatterShapes();
    }
    if (share > ASYMMETRIC) {
      canvas.mirror();
    }
    canvas.addNoise(4);
    return canvas;
  }

  /** A shaded ground and nothing on it but a little noise. */
  static Canvas degenerate(long seed) {
    Canvas canvas = new Canvas(seed, DEGENERATE);
    canvas.addNoise(0.25);
    return canvas;
  }

  /** Rows from the top, each from the left; not to be changed. */
  float[] pixels() {
    return pixels;
  }

  /** Puts one to three shapes over the picture. */
  Canvas overlaid(ItemRandom choice) {
    for (int left = 1 + choice.below(3); left > 0; left--) {
      Shape.ofOverlay(choice).draw(pixels);
    }
    return this;
  }

  private void shade() {
    double ground = 255 * random.fraction();
    double slopeX = random.between(-3, 3);
    double slopeY = random.between(-3, 3);
    for (int i = 0; i < pixels.length; i++) {
      int x = i % SIDE;
      int y = i / SIDE;
      pixels[i] = (float) (ground + slopeX * x + slopeY * y);
    }
  }

  private void scatterShapes() {
    double share = random.fraction();
    int shapes = (int) (6 + 60 * share * share);
    for (int i = 0; i < shapes; i++) {
      Shape.ofScene(random).draw(pixels);
    }
  }

  private void write() {
    Arrays.fill(pixels, PAPER);
    int pitch = 4 + random.below(6);
    int margin = 2 + random.below(8);
    for (int y = 2 + random.below(8); y < SIDE - margin; y += pitch) {
      // The last line of a paragraph is shorter.
      boolean last = random.below(5) == 0;
      writeLine(y, pitch / 2, margin, last ? random.below(SIDE) : SIDE - margin);
    }
  }

  private void writeLine(int y, int height, int left, int right) {
    int x = left;
    while (x < right) {
      int end = Math.min(x + 2 + random.below(7), right);
      for (int i = y; i < Math.min(y + height, SIDE); i++) {
        Arrays.fill(pixels, i * SIDE + x, i * SIDE + end, INK);
      }
      x = end + 1 + random.below(2);
    }
  }

  private void mirror() {
    for (int row = 0; row < pixels.length; row += SIDE) {
      for (int x = SIDE / 2; x < SIDE; x++) {
        pixels[row + x] = pixels[row + SIDE - 1 - x] + (float) random.between(-2, 2);
      }
    }
  }

  private void addNoise(double strength) {
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] += (float) random.between(-strength, strength);
    }
  }
}
