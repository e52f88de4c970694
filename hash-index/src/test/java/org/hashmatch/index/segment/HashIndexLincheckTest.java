package org.hashmatch.index.segment;

import static org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt.forClasses;

import java.util.Arrays;
import java.util.List;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.index.HashIndex;
import org.hashmatch.index.Match;
import org.hashmatch.index.ModelIndex;
import org.hashmatch.index.RandomHashes;
import org.hashmatch.index.internal.BitPermutation;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Several threads at once get answers that one thread could have got, call after call, whether or
 * not parts are being merged meanwhile.
 */
@Tag("lincheck")
final class HashIndexLincheckTest {

  private static final HashAlgorithm ALGORITHM = RandomHashes.width(64);
  // Near one another, so that a search sees several.
  private static final List<ImageHash> HASHES =
      List.of(
          ImageHash.of(ALGORITHM, 0),
          ImageHash.of(ALGORITHM, 1),
          ImageHash.of(ALGORITHM, 1L << 32));
  // Whatever these read was written before the threads began.
  private static final String[] UNCHANGING = {
    HashAlgorithm.class.getName(), ImageHash.class.getName(), BitPermutation.class.getName()
  };

  @Test
  void buffered_underStress_isLinearizable() {
    stress(Buffered.class);
  }

  @Test
  void merging_underStress_isLinearizable() {
    stress(MergingBesideThem.class);
  }

  @Test
  void buffered_interleavedStepByStep_isLinearizable() {
    modelCheck(Buffered.class, 4, 60);
  }

  @Test
  void merging_interleavedStepByStep_isLinearizable() {
    modelCheck(MergingInThreadsOfItsOwn.class, 1, 60);
  }

  private static void stress(Class<? extends Operations> operations) {
    new StressOptions()
        .iterations(20)
        .invocationsPerIteration(200)
        .threads(2)
        .actorsBefore(2)
        .actorsPerThread(3)
        .actorsAfter(1)
        .addCustomScenario(replacedDuringSearch())
        .addCustomScenario(removedDuringMerge())
        .sequentialSpecification(Model.class)
        .check(operations);
  }

  private static void modelCheck(
      Class<? extends Operations> operations, int scenarios, int invocations) {
    new ModelCheckingOptions()
        .iterations(scenarios)
        .invocationsPerIteration(invocations)
        .threads(2)
        .actorsBefore(2)
        .actorsPerThread(2)
        .actorsAfter(1)
        .addCustomScenario(replacedDuringSearch())
        .addCustomScenario(removedDuringMerge())
        // Above what any loop takes: the default calls a longer one endless.
        .loopBound(1_000)
        .addGuarantee(forClasses(UNCHANGING).allMethods().ignore())
        .sequentialSpecification(Model.class)
        .check(operations);
  }

  /** No search may find both the hash that was removed and the one that was added afterwards. */
  private static ExecutionScenario replacedDuringSearch() {
    return new ExecutionScenario(
        List.of(call("add", 1, 0)),
        List.of(List.of(call("remove", 1), call("add", 2, 0)), List.of(call("search", 0, 1))),
        List.of(),
        null);
  }

  /** Two fill the buffer; the third begins a merge of them, while one is removed. */
  private static ExecutionScenario removedDuringMerge() {
    return new ExecutionScenario(
        List.of(call("add", 1, 0), call("add", 2, 1)),
        List.of(
            List.of(call("add", 3, 2), call("search", 0, 1)),
            List.of(call("remove", 1), call("search", 0, 1))),
        List.of(call("search", 0, 1), call("size")),
        null);
  }

  private static Actor call(String operation, Integer... arguments) {
    Class<?>[] types = new Class<?>[arguments.length];
    Arrays.fill(types, int.class);
    try {
      return new Actor(Operations.class.getMethod(operation, types), List.of(arguments));
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  /** Nothing ever leaves the buffer. */
  public static final class Buffered extends Operations {
    public Buffered() {
      super(new MultiIndexHashingIndex(ALGORITHM));
    }
  }

  /** Segments with posting tables, made and merged by threads that nobody interleaves. */
  public static final class MergingBesideThem extends Operations {
    public MergingBesideThem() {
      super(new MultiIndexHashingIndex(ALGORITHM, new Tuning(2, 1, Merges.inBackground())));
    }
  }

  /** Each merge has a thread, which is interleaved too. Posting tables would be too many steps. */
  public static final class MergingInThreadsOfItsOwn extends Operations {
    public MergingInThreadsOfItsOwn() {
      super(new LinearScanIndex(ALGORITHM, new Tuning(2, Integer.MAX_VALUE, Operations::start)));
    }
  }

  /** What the threads call. */
  @Param(name = "id", gen = IntGen.class, conf = "1:4")
  @Param(name = "hash", gen = IntGen.class, conf = "0:2")
  @Param(name = "radius", gen = IntGen.class, conf = "0:1")
  public abstract static class Operations {

    private final HashIndex index;

    Operations(HashIndex index) {
      this.index = index;
    }

    static void start(Runnable merge) {
      Thread thread = new Thread(merge);
      thread.setDaemon(true);
      thread.start();
    }

    @Operation(params = {"id", "hash"})
    public boolean add(int id, int hash) {
      try {
        index.add(id, HASHES.get(hash));
        return true;
      } catch (IllegalArgumentException e) {
        return false;
      }
    }

    @Operation(params = "id")
    public boolean remove(int id) {
      return index.remove(id);
    }

    @Operation(params = {"hash", "radius"})
    public List<Match> search(int query, int radius) {
      return index.search(HASHES.get(query), radius);
    }

    @Operation
    public int size() {
      return index.size();
    }
  }

  /** What they must answer. */
  public static final class Model {

    private final ModelIndex index = new ModelIndex();

    public boolean add(int id, int hash) {
      if (index.contains(id)) {
        return false;
      }
      index.add(id, HASHES.get(hash));
      return true;
    }

    public boolean remove(int id) {
      return index.remove(id);
    }

    public List<Match> search(int query, int radius) {
      return ModelIndex.within(radius, index.ranked(HASHES.get(query)));
    }

    public int size() {
      return index.size();
    }
  }
}
