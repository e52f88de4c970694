package org.hashmatch.bank.lint;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.BankPolicy;
import org.hashmatch.bank.Change;
import org.hashmatch.bank.EntryKind;
import org.hashmatch.bank.EntryStatus;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.ImageHashes;

/**
 * Reads through a bank and reports what is wrong with its entries, or worth a look.
 *
 * <p>Entries are reported as they are read, in the order of their last changes; then pictures given
 * as innocent, then clusters, the hundred biggest, the biggest first. Disabled entries are checked
 * by themselves only.
 *
 * <p>Cost: all entries are read and verified, and about one search made for each hash, and one more
 * for each hash and negative bank; what belongs to a crowd that was found already is not searched
 * again. Memory: the hashes that have neighbours. The bank may be used and changed meanwhile; what
 * is changed may be missed. Immutable.
 */
public final class BankLint {

  private static final int LEAST = 10;

  private final Bank bank;
  private final List<Bank> negatives;
  private final Map<String, ImageHashes> innocents;
  private final int least;
  private final OptionalInt clusterRadius;

  /**
   * A lint of a bank by itself, with clusters of ten entries or more within the bank's own radius.
   *
   * @param bank an open bank
   */
  public BankLint(Bank bank) {
    this(bank, List.of(), Map.of(), LEAST, OptionalInt.empty());
  }

  private BankLint(
      Bank bank,
      List<Bank> negatives,
      Map<String, ImageHashes> innocents,
      int least,
      OptionalInt clusterRadius) {
    this.bank = bank;
    this.negatives = List.copyOf(negatives);
    this.innocents = new LinkedHashMap<>(innocents);
    this.least = least;
    this.clusterRadius = clusterRadius;
  }

  /**
   * The same lint, which also holds the entries against banks of innocent pictures. Only pictures
   * that are not turned are found near each other, since entries have no turned hashes.
   *
   * @param banks negative ones, open
   * @return a new lint
   * @throws IllegalArgumentException if one is not negative
   */
  public BankLint against(List<Bank> banks) {
    for (Bank each : banks) {
      if (!each.settings().policy().negative()) {
        throw new IllegalArgumentException(
            "conflicts are looked for with negative banks (got " + each.settings().name() + ")");
      }
    }
    return new BankLint(bank, banks, innocents, least, clusterRadius);
  }

  /**
   * The same lint, which also holds the entries against pictures that are innocent, however they
   * are turned. Pictures below the bank's quality floor, or of other algorithms, are passed over.
   *
   * @param hashes their hashes by their names
   * @return a new lint
   */
  public BankLint withInnocents(Map<String, ImageHashes> hashes) {
    return new BankLint(bank, negatives, hashes, least, clusterRadius);
  }

  /**
   * The same lint with other clusters.
   *
   * @param leastEntries how many entries are a cluster, 2 or more
   * @param radius within which distance of one of them, inclusive: 0 to 1024
   * @return a new lint
   * @throws IllegalArgumentException if one is out of its range
   */
  public BankLint withClusters(int leastEntries, int radius) {
    if (leastEntries < 2) {
      throw new IllegalArgumentException(
          "a cluster must be of 2 entries or more (got " + leastEntries + ")");
    }
    if (radius < 0 || radius > 1024) {
      throw new IllegalArgumentException("radius must be 0..1024 (got " + radius + ")");
    }
    return new BankLint(bank, negatives, innocents, leastEntries, OptionalInt.of(radius));
  }

  /**
   * Reads through the bank.
   *
   * @param to takes what is found
   * @throws org.hashmatch.bank.BankStoreException if a bank's store is damaged
   * @throws IOException if a bank cannot be read
   */
  public void run(Consumer<Finding> to) throws IOException {
    bank.catchUp();
    new Run(to).run();
  }

  private final class Run {

    private final Consumer<Finding> to;
    private final BankPolicy policy = bank.settings().policy();
    private final EntryChecks checks;
    private final Crowds crowds;
    private final Innocents against;

    Run(Consumer<Finding> to) {
      this.to = to;
      this.checks = new EntryChecks(policy, Instant.now(), to);
      this.crowds = new Crowds(bank, least, to);
      this.against = new Innocents(bank, negatives, to);
    }

    void run() throws IOException {
      bank.readAll(
          change -> {
            if (change instanceof Change.Held held) {
              check(held.entry());
            }
          });
      for (Map.Entry<String, ImageHashes> innocent : innocents.entrySet()) {
        against.check(innocent.getKey(), innocent.getValue());
      }
      crowds.reportClusters();
    }

    private void check(BankEntry entry) throws IOException {
      checks.check(entry);
      if (entry.status() == EntryStatus.DISABLED) {
        return;
      }
      if (entry.kind() == EntryKind.CANARY) {
        against.checkCanary(entry);
        return;
      }
      against.checkConflicts(entry);
      for (ImageHash hash : entry.hashes()) {
        if (policy.radii().containsKey(hash.algorithm())
            && !crowds.look(entry, hash, radius(hash.algorithm()))
            && isStillThere(entry)) {
          to.accept(
              new Finding(
                  FindingKind.UNFINDABLE,
                  List.of(entry.id()),
                  "the bank's index does not find it; open the bank again"));
        }
      }
    }

    private int radius(HashAlgorithm algorithm) {
      return Math.min(algorithm.bits(), clusterRadius.orElse(policy.radius(algorithm)));
    }

    private boolean isStillThere(BankEntry entry) throws IOException {
      return bank.find(entry.id()).filter(entry::equals).isPresent();
    }
  }
}
