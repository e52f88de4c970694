package org.hashmatch.benchmarks;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.function.IntConsumer;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.index.SearchStatistics;
import org.hashmatch.index.Searcher;
import org.hashmatch.index.segment.LinearScanIndex;
import org.hashmatch.index.segment.MultiIndexHashingIndex;

/**
 * How the cost of a search grows with the number of hashes and with the radius: work, which is the
 * same everywhere, and median times, which compare within one run only. A program, because a table
 * of forty rows would take JMH an hour.
 */
public final class SearchGrowth {

  private static final int[] RADII = {0, 7, 15, 23, 31, 39, 47, 55, 63};
  private static final int QUERIES = 500;
  // The last counts; those before it warm up, in the first table the compiler too.
  private static final int ROUNDS = 5;
  private static final int FIRST_ROUNDS = 40;
  private static final int SCANS = 30;

  private final PrintStream out;
  private final ImageHash[] queries =
      OurIndex.hashes(HashData.UNIFORM.queries(QuerySet.FRESH, new long[0], QUERIES));

  private SearchGrowth(PrintStream out) {
    this.out = out;
  }

  /**
   * Prints the table.
   *
   * @param args numbers of hashes
   */
  public static void main(String[] args) {
    run(System.out, Arrays.stream(args).mapToInt(Integer::parseInt).toArray());
  }

  static void run(PrintStream out, int... sizes) {
    out.println("  hashes radius    probes candidates  verified     index us      scan us");
    int rounds = FIRST_ROUNDS;
    for (int size : sizes) {
      new SearchGrowth(out).measure(size, rounds);
      rounds = ROUNDS;
    }
  }

  private void measure(int size, int rounds) {
    OurIndex index = new OurIndex(new MultiIndexHashingIndex(HashAlgorithm.PDQ));
    OurIndex scan = new OurIndex(new LinearScanIndex(HashAlgorithm.PDQ));
    long[] rows = HashData.UNIFORM.bank(size);
    index.fill(rows);
    scan.fill(rows);
    Searcher searcher = index.searcher();
    Searcher scanner = scan.searcher();
    for (int radius : RADII) {
      double indexMicros = 0;
      for (int round = 0; round < rounds; round++) {
        indexMicros = medianMicros(QUERIES, i -> searcher.search(queries[i], radius));
      }
      double scanMicros = medianMicros(SCANS, i -> scanner.search(queries[i], radius));
      out.printf(
          "%8d %6d %s %12.2f %12.1f%n",
          size, radius, work(searcher, radius), indexMicros, scanMicros);
    }
  }

  private static double medianMicros(int count, IntConsumer search) {
    long[] nanos = new long[count];
    for (int i = 0; i < count; i++) {
      long start = System.nanoTime();
      search.accept(i);
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    return nanos[count / 2] / 1e3;
  }

  /** The means over all queries. */
  private String work(Searcher searcher, int radius) {
    double probes = 0;
    double candidates = 0;
    double verified = 0;
    for (ImageHash query : queries) {
      searcher.search(query, radius);
      SearchStatistics work = searcher.statistics();
      probes += (double) work.probes() / QUERIES;
      candidates += (double) work.candidates() / QUERIES;
      verified += (double) work.verified() / QUERIES;
    }
    return String.format("%9.0f %10.0f %9.1f", probes, candidates, verified);
  }
}
