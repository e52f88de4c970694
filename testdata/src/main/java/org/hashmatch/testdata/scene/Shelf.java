package org.hashmatch.testdata.scene;

import java.util.ArrayList;
import java.util.List;

/** Shelves full of books. */
record Shelf(Noise noise, double storey, double offset, List<List<Book>> rows, Rgb wood)
    implements Painter {

  private static final double BOARD = 0.07;

  /** A book upright on its shelf; the height is a part of the storey's. */
  record Book(double left, double right, double height, Rgb cover, Rgb print, int style) {}

  static Painter of(SplitMix random) {
    int count = 3 + random.below(3);
    double storey = 1.0 / count + random.between(-0.01, 0.03);
    List<List<Book>> rows = new ArrayList<>();
    for (int row = 0; row < count + 2; row++) {
      rows.add(row(random, storey));
    }
    Rgb wood = random.pick(Rgb.of(0x8a5a34), Rgb.of(0xc09a68), Rgb.of(0x4a3226), Rgb.of(0xd8d0c4));
    return new Shelf(random.noise(), storey, random.between(0, storey), rows, wood);
  }

  private static List<Book> row(SplitMix random, double storey) {
    List<Book> books = new ArrayList<>();
    double x = random.between(-0.06, 0);
    double tallest = random.between(0.7, 0.85);
    while (x < WIDTH) {
      // Sets: several volumes in one binding.
      int volumes = random.chance(0.3) ? 2 + random.below(5) : 1;
      Book first = book(random, x, storey, tallest);
      for (int i = 0; i < volumes; i++) {
        double width = first.right - first.left;
        books.add(new Book(x, x + width, first.height, first.cover, first.print, first.style));
        x += width;
      }
      x += random.chance(0.14) ? random.between(0.03, 0.14) : 0.001;
    }
    return books;
  }

  private static Book book(SplitMix random, double x, double storey, double tallest) {
    double width = random.between(0.02, 0.065) * (0.6 + 1.4 * storey);
    Rgb cover =
        random.pick(
            Rgb.of(0x7a2428),
            Rgb.of(0x24406a),
            Rgb.of(0x2f5a44),
            Rgb.of(0xd8c8a0),
            Rgb.of(0xc8782c),
            Rgb.of(0x2a2a30),
            Rgb.of(0xe8e4da),
            Rgb.of(0x6a4a7a),
            Rgb.of(0x3a8a94),
            Rgb.of(0xb8a030));
    Rgb print = random.pick(Rgb.of(0xe8c870), Rgb.of(0xf4f0e4), Rgb.of(0x1c1a1a));
    double height = tallest * random.between(0.78, 1.08);
    return new Book(
        x, x + width, height, cover.times(random.between(0.75, 1.1)), print, random.below(4));
  }

  @Override
  public Rgb colour(double x, double y) {
    double v = (y + offset) / storey;
    int row = (int) Math.floor(v);
    double up = 1 - (v - row);
    if (up < BOARD) {
      return board(x, y, up);
    }
    double height = (up - BOARD) / (1 - BOARD);
    for (Book book : rows.get(row)) {
      if (x >= book.left && x < book.right && height < book.height) {
        return spine(book, x, height, row).times(1 - 0.25 * Curve.step(0.7, 1, height));
      }
    }
    return gap(x, y, height);
  }

  private Rgb board(double x, double y, double up) {
    double grain = noise.fractal(x * 4, y * 120 + 6 * noise.at(x * 2, y * 9), 4);
    return wood.times((0.6 + 0.65 * grain) * (up > BOARD * 0.75 ? 1.25 : 0.95));
  }

  private Rgb gap(double x, double y, double height) {
    double grain = noise.fractal(x * 30, y * 4, 3);
    return wood.times((0.18 + 0.2 * grain) * (1 - 0.6 * Curve.step(0.7, 1, height)));
  }

  private Rgb spine(Book book, double x, double height, int row) {
    double turn = 2 * (x - book.left) / (book.right - book.left) - 1;
    double round = 0.4 + 0.65 * Math.sqrt(Math.max(0, 1 - turn * turn)) - 0.12 * turn;
    double wear = 0.82 + 0.36 * noise.fractal(x * 60, height * 20 + 40 * row, 4);
    boolean printed = printed(book, turn, height / book.height);
    return (printed ? book.print : book.cover).times(round * wear);
  }

  private boolean printed(Book book, double turn, double part) {
    boolean bands = Math.abs(part - 0.12) < 0.012 || Math.abs(part - 0.88) < 0.012;
    boolean letters = noise.at(part * 90, book.left * 900) > 0.45 && Math.abs(turn) < 0.35;
    return switch (book.style) {
      case 0 -> bands || Math.abs(part - 0.8) < 0.01;
      case 1 -> bands || (letters && part > 0.35 && part < 0.78);
      case 2 -> Math.abs(part - 0.7) < 0.11 && Math.abs(turn) < 0.8 && !letters;
      default -> letters && part > 0.25 && part < 0.9;
    };
  }
}
