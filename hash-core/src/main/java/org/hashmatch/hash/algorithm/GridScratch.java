package org.hashmatch.hash.algorithm;

import java.util.Arrays;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHashes;
import org.hashmatch.hash.Quality;
import org.hashmatch.hash.image.GreyRow;
import org.hashmatch.hash.image.LanczosResampler;
import org.hashmatch.hash.image.PixelImage;

/**
 * What pHash, dHash and aHash have in common: the picture in grey is resized to a small grid of
 * whole numbers, and a rule decides the bits of the grid.
 */
final class GridScratch implements PooledHasher.Scratch {

  private final int columns;
  private final int rows;
  private final TurnedGrid grid;
  private final LanczosResampler upright;
  private final LanczosResampler sideways;
  private int[] grey = new int[0];

  GridScratch(HashAlgorithm algorithm, int columns, int rows, TurnedGrid.Rule rule) {
    this.columns = columns;
    this.rows = rows;
    this.grid = new TurnedGrid(algorithm, columns, rows, rule);
    this.upright = into(grid.upright(), columns);
    this.sideways = into(grid.sideways(), rows);
  }

  private static LanczosResampler into(double[] cells, int columns) {
    return new LanczosResampler(
        (y, row) -> {
          for (int x = 0; x < columns; x++) {
            cells[y * columns + x] = row[x];
          }
        });
  }

  @Override
  public ImageHashes hashes(PixelImage image, Quality quality) {
    begin(image.width(), image.height());
    for (int y = 0; y < image.height(); y++) {
      GreyRow.read(image, y, grey);
      upright.add(grey);
      if (!isSquare()) {
        sideways.add(grey);
      }
    }
    return grid.hashes(quality);
  }

  private void begin(int width, int height) {
    grey = grey.length < width ? new int[width] : grey;
    upright.begin(width, height, columns, rows);
    if (!isSquare()) {
      sideways.begin(width, height, rows, columns);
    }
  }

  /** Then one grid serves the picture on its side as well. */
  private boolean isSquare() {
    return columns == rows;
  }

  @Override
  public void forget() {
    Arrays.fill(grey, 0);
    grid.forget();
    upright.forget();
    sideways.forget();
  }

  @Override
  public long bytes() {
    return upright.bytes() + sideways.bytes() + 4L * grey.length;
  }
}
