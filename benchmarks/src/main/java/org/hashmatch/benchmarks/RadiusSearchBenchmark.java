package org.hashmatch.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.index.HashIndex;
import org.hashmatch.index.Searcher;
import org.hashmatch.index.segment.LinearScanIndex;
import org.hashmatch.index.segment.MultiIndexHashingIndex;
import org.hashmatch.testdata.hashes.HashRows;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long it takes to find all hashes within a radius: by the index, by the baseline, a linear
 * scan, and by other ways to do it. Every query is timed by itself, for the slowest count too.
 *
 * <p>Each way is built by a state of its own, so that a run of one method holds one of them. All of
 * them find the same rows, which a test beside this class compares.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@Threads(1)
public class RadiusSearchBenchmark {

  private static final int QUERIES = 2000;

  @Benchmark
  public int multiIndexHashing(Bank bank, Turn turn, Index index) {
    return index.count(bank, turn);
  }

  @Benchmark
  public int linearScan(Bank bank, Turn turn, Scan scan) {
    return scan.count(bank, turn);
  }

  @Benchmark
  public int plainMultiIndex(Bank bank, Turn turn, Plain plain) {
    return plain.count(bank, turn);
  }

  @Benchmark
  public int roaringPostings(Bank bank, Turn turn, Roaring roaring) {
    return roaring.count(bank, turn);
  }

  @Benchmark
  public int bkTree(Bank bank, Turn turn, BurkhardKeller tree) {
    return tree.count(bank, turn);
  }

  @Benchmark
  public int jImageHash(Bank bank, Turn turn, JImageHash tree) {
    return tree.count(bank, turn);
  }

  /** What is searched and what is looked for, query after query and round again. */
  @State(Scope.Benchmark)
  public static class Bank {

    @Param public HashData data = HashData.UNIFORM;

    @Param({"10000", "100000", "1000000"})
    public int hashes = 10_000;

    @Param({"FRESH", "NEAR"})
    public QuerySet queries = QuerySet.FRESH;

    @Param("31")
    public int radius = 31;

    private long[] rows = {};
    private long[][] words = {};
    private ImageHash[] values = {};

    @Setup
    public void generate() {
      rows = data.bank(hashes);
      long[] asked = data.queries(queries, rows, QUERIES);
      values = OurIndex.hashes(asked);
      words = new long[QUERIES][];
      for (int i = 0; i < QUERIES; i++) {
        words[i] = HashRows.row(asked, i);
      }
    }
  }

  /** Where one thread is in the queries, and its searcher. */
  @State(Scope.Thread)
  public static class Turn {

    private int next;
    private @Nullable Searcher searcher;

    private int next() {
      next = (next + 1) % QUERIES;
      return next;
    }

    private Searcher searcher(OurIndex index) {
      if (searcher == null) {
        searcher = index.searcher();
      }
      return searcher;
    }
  }

  /** One of our indexes. */
  public abstract static class Own {

    private final OurIndex index;

    Own(HashIndex empty) {
      index = new OurIndex(empty);
    }

    @Setup
    public void fill(Bank bank) {
      index.fill(bank.rows);
    }

    int count(Bank bank, Turn turn) {
      return turn.searcher(index).search(bank.values[turn.next()], bank.radius);
    }
  }

  /** The index itself. */
  @State(Scope.Benchmark)
  public static class Index extends Own {
    public Index() {
      super(new MultiIndexHashingIndex(HashAlgorithm.PDQ));
    }
  }

  /** The baseline. */
  @State(Scope.Benchmark)
  public static class Scan extends Own {
    public Scan() {
      super(new LinearScanIndex(HashAlgorithm.PDQ));
    }
  }

  /** One of the other ways, up to as many hashes as it is good for. */
  public abstract static class Peer {

    private final String name;
    private final int mostHashes;
    private final Function<long[], RadiusSearch> build;
    private RadiusSearch search = (query, radius) -> new Hits();

    Peer(String name, int mostHashes, Function<long[], RadiusSearch> build) {
      this.name = name;
      this.mostHashes = mostHashes;
      this.build = build;
    }

    @Setup
    public void build(Bank bank) {
      if (bank.hashes > mostHashes) {
        throw new IllegalStateException(
            name + " takes at most " + mostHashes + " hashes (got " + bank.hashes + ")");
      }
      search = build.apply(bank.rows);
    }

    int count(Bank bank, Turn turn) {
      return search.search(bank.words[turn.next()], bank.radius).count();
    }
  }

  @State(Scope.Benchmark)
  public static class Plain extends Peer {
    public Plain() {
      super("plainMultiIndex", Integer.MAX_VALUE, PlainMultiIndex::new);
    }
  }

  /** Ten million would take some six gigabytes and minutes to build. */
  @State(Scope.Benchmark)
  public static class Roaring extends Peer {
    public Roaring() {
      super("roaringPostings", 1_000_000, RoaringPostings::new);
    }
  }

  /** Among a million, a query takes a tenth of a second and more. */
  @State(Scope.Benchmark)
  public static class BurkhardKeller extends Peer {
    public BurkhardKeller() {
      super("bkTree", 1_000_000, BkTree::new);
    }
  }

  /** A hundred thousand would take more than half a gigabyte, and a query a tenth of a second. */
  @State(Scope.Benchmark)
  public static class JImageHash extends Peer {
    public JImageHash() {
      super("jImageHash", 20_000, JImageHashTree::new);
    }
  }
}
