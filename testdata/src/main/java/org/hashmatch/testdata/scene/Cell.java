package org.hashmatch.testdata.scene;

/**
 * The cell of scattered points (one to a unit square) that a place belongs to.
 *
 * @param dx from the cell's point to the place
 * @param dy likewise
 * @param margin how much farther the second nearest point is: 0 on the border
 */
record Cell(int column, int row, double dx, double dy, double margin) {

  static Cell nearest(Noise noise, double x, double y) {
    int column = (int) Math.floor(x);
    int row = (int) Math.floor(y);
    Cell best = new Cell(0, 0, 0, 0, 0);
    double first = Double.MAX_VALUE;
    double second = Double.MAX_VALUE;
    for (int i = 0; i < 9; i++) {
      Cell cell = point(noise, column - 1 + i % 3, row - 1 + i / 3, x, y);
      double distance = Math.sqrt(cell.dx * cell.dx + cell.dy * cell.dy);
      if (distance < first) {
        second = first;
        first = distance;
        best = cell;
      } else {
        second = Math.min(second, distance);
      }
    }
    return new Cell(best.column, best.row, best.dx, best.dy, second - first);
  }

  private static Cell point(Noise noise, int column, int row, double x, double y) {
    double px = column + 0.15 + 0.7 * noise.cell(column, row);
    double py = row + 0.15 + 0.7 * noise.cell(column + 5003, row);
    return new Cell(column, row, x - px, y - py, 0);
  }
}
