package org.hashmatch.hash.algorithm;

import java.util.Arrays;
import java.util.List;
import org.hashmatch.hash.Dihedral;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.ImageHashes;
import org.hashmatch.hash.Quality;

/**
 * The small grid that is left of a picture, and its eight hashes: the grid is turned, and each time
 * a rule decides the bits.
 *
 * <p>Where the grid is not square, a picture on its side has another one. So there are two: {@link
 * #upright} of {@code rows} by {@code columns} cells, {@link #sideways} of {@code columns} by
 * {@code rows}; if it is square they are the same array. Both are of the picture as it is, to be
 * filled row by row.
 *
 * <p>Reusable, not safe for threads.
 */
final class TurnedGrid {

  /** Decides the bits of a grid. */
  @FunctionalInterface
  interface Rule {
    /**
     * Decides all bits.
     *
     * @param grid cells, row by row; may be changed
     * @param bits where to write, first the highest bit of the hash
     */
    void decide(double[] grid, boolean[] bits);
  }

  private static final List<Dihedral> DIHEDRALS = List.of(Dihedral.values());

  private final HashAlgorithm algorithm;
  private final int columns;
  private final int rows;
  private final Rule rule;
  private final double[] upright;
  private final double[] sideways;
  private final double[] turned;
  private final boolean[] bits;
  private final long[] words;
  private final ImageHash[] hashes = new ImageHash[DIHEDRALS.size()];

  TurnedGrid(HashAlgorithm algorithm, int columns, int rows, Rule rule) {
    this.algorithm = algorithm;
    this.columns = columns;
    this.rows = rows;
    this.rule = rule;
    this.upright = new double[columns * rows];
    this.sideways = columns == rows ? upright : new double[columns * rows];
    this.turned = new double[columns * rows];
    this.bits = new boolean[algorithm.bits()];
    this.words = new long[algorithm.words()];
  }

  double[] upright() {
    return upright;
  }

  double[] sideways() {
    return sideways;
  }

  /** The hashes of the grids as they are filled now. */
  ImageHashes hashes(Quality quality) {
    for (int i = 0; i < hashes.length; i++) {
      turn(DIHEDRALS.get(i));
      rule.decide(turned, bits);
      pack();
      hashes[i] = ImageHash.of(algorithm, words);
    }
    return new ImageHashes(quality, List.of(hashes));
  }

  /** Wipes what is left of the picture. */
  void forget() {
    Arrays.fill(upright, 0);
    Arrays.fill(sideways, 0);
    Arrays.fill(turned, 0);
  }

  private void turn(Dihedral dihedral) {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        turned[row * columns + column] = cell(dihedral, row, column);
      }
    }
  }

  /** What stands at a place of the turned grid, by where it stood before. */
  private double cell(Dihedral dihedral, int row, int column) {
    int fromEnd = columns - 1 - column;
    int fromBottom = rows - 1 - row;
    return switch (dihedral) {
      case ORIGINAL -> upright[row * columns + column];
      case ROTATE90 -> sideways[column * rows + fromBottom];
      case ROTATE180 -> upright[fromBottom * columns + fromEnd];
      case ROTATE270 -> sideways[fromEnd * rows + row];
      case FLIPX -> upright[fromBottom * columns + column];
      case FLIPY -> upright[row * columns + fromEnd];
      case FLIPPLUS1 -> sideways[column * rows + row];
      case FLIPMINUS1 -> sideways[fromEnd * rows + fromBottom];
    };
  }

  private void pack() {
    Arrays.fill(words, 0);
    for (int i = 0; i < bits.length; i++) {
      if (bits[i]) {
        int bit = bits.length - 1 - i;
        words[bit / Long.SIZE] |= 1L << bit;
      }
    }
  }
}
