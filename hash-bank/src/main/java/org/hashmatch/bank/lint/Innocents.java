package org.hashmatch.bank.lint;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.BankPolicy;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.ImageHashes;

/** Holds a bank's known pictures against those that are innocent. */
record Innocents(Bank bank, List<Bank> negatives, Consumer<Finding> to) {

  /** Entries of negative banks near a known entry: the nearest of each bank. */
  void checkConflicts(BankEntry known) throws IOException {
    for (Bank negative : negatives) {
      Map<String, Integer> near = new TreeMap<>();
      BankPolicy policy = negative.settings().policy();
      for (ImageHash hash : known.hashes()) {
        if (policy.radii().containsKey(hash.algorithm())) {
          add(near, negative.nearest(hash, 1, policy.radius(hash.algorithm())));
        }
      }
      String name = negative.settings().name();
      near.entrySet().stream()
          .min(Map.Entry.comparingByValue())
          .ifPresent(
              nearest ->
                  to.accept(
                      new Finding(
                          FindingKind.CONFLICT,
                          List.of(known.id()),
                          words(nearest.getKey() + " in " + name, nearest.getValue()))));
    }
  }

  /** Known entries near a canary of the same bank. */
  void checkCanary(BankEntry canary) throws IOException {
    Map<String, Integer> near = new TreeMap<>();
    for (ImageHash hash : canary.hashes()) {
      addKnown(near, hash);
    }
    report(near, "canary " + canary.id());
  }

  /** Known entries near a picture, however it is turned. */
  void check(String name, ImageHashes innocent) throws IOException {
    Map<String, Integer> near = new TreeMap<>();
    if (!innocent.quality().isBelow(bank.settings().policy().qualityFloor())) {
      for (ImageHash hash : innocent.byDihedral()) {
        addKnown(near, hash);
      }
    }
    report(near, name);
  }

  private void addKnown(Map<String, Integer> near, ImageHash hash) throws IOException {
    BankPolicy policy = bank.settings().policy();
    if (policy.radii().containsKey(hash.algorithm())) {
      int radius = policy.radius(hash.algorithm());
      add(near, bank.nearest(hash, Finding.MOST_ENTRIES, radius));
    }
  }

  private static void add(Map<String, Integer> near, List<Bank.Neighbour> neighbours) {
    neighbours.forEach(
        neighbour -> near.merge(neighbour.entry().id(), neighbour.distance(), Math::min));
  }

  private void report(Map<String, Integer> near, String innocent) {
    near.forEach(
        (id, distance) ->
            to.accept(
                new Finding(FindingKind.HITS_INNOCENT, List.of(id), words(innocent, distance))));
  }

  private static String words(String innocent, int distance) {
    return "innocent " + innocent + " is at distance " + distance;
  }
}
