package org.hashmatch.bank.lint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.hash.ImageHash;

/** Finds entries with the same hash, and entries that are many near each other. */
final class Crowds {

  /*
   * Each hash is searched once within the radius, unless an earlier search found it already: it belongs to that crowd.
   * So a crowd of a hundred thousand costs one search, not a hundred thousand of a hundred thousand answers each. Of a
   * crowd with more than MOST_MEMBERS hashes only so many are read, the nearest; the others are told by their distance
   * to its centre, and not searched either. All that equal a hash are at its own distance from the centre, so equal ones
   * are found together.
   */

  static final int MOST_MEMBERS = 10_000;
  private static final int MOST_CLUSTERS = 100;

  private final Bank bank;
  private final int least;
  private final Consumer<Finding> to;
  private final Set<ImageHash> seen = new HashSet<>();
  private final List<ImageHash> overfull = new ArrayList<>();
  private final PriorityQueue<Cluster> biggest =
      new PriorityQueue<>(Comparator.comparingInt(Cluster::size));

  /** Entries around a hash of the first of them. */
  private record Cluster(List<String> ids, int size, String words) {}

  Crowds(Bank bank, int least, Consumer<Finding> to) {
    this.bank = bank;
    this.least = least;
    this.to = to;
  }

  /** Looks around a hash of an active, known entry; whether the bank's index finds it there. */
  boolean look(BankEntry entry, ImageHash hash, int radius) throws IOException {
    if (seen.contains(hash) || isInOverfull(hash, radius)) {
      return true;
    }
    List<Bank.Neighbour> near = bank.nearest(hash, MOST_MEMBERS, radius);
    if (near.size() > 1) {
      crowd(entry, hash, radius, near);
    }
    return near.stream().anyMatch(neighbour -> neighbour.entry().id().equals(entry.id()));
  }

  private boolean isInOverfull(ImageHash hash, int radius) {
    return overfull.stream()
        .anyMatch(
            centre ->
                centre.algorithm().equals(hash.algorithm()) && centre.distance(hash) <= radius);
  }

  private void crowd(BankEntry entry, ImageHash hash, int radius, List<Bank.Neighbour> near) {
    Map<ImageHash, Set<String>> idsByHash = new LinkedHashMap<>();
    Set<String> ids = new LinkedHashSet<>();
    ids.add(entry.id());
    int places = 0;
    for (Bank.Neighbour neighbour : near) {
      ids.add(neighbour.entry().id());
      for (ImageHash each : neighbour.entry().hashes(hash.algorithm())) {
        if (each.distance(hash) <= radius) {
          idsByHash.computeIfAbsent(each, h -> new TreeSet<>()).add(neighbour.entry().id());
          places++;
        }
      }
    }
    idsByHash.forEach(this::reportIfSeveral);
    boolean isOverfull = places >= MOST_MEMBERS;
    if (isOverfull) {
      overfull.add(hash);
    }
    if (ids.size() >= least) {
      keep(ids, radius, isOverfull);
    }
  }

  private void reportIfSeveral(ImageHash hash, Set<String> ids) {
    if (seen.add(hash) && ids.size() > 1) {
      to.accept(
          new Finding(
              FindingKind.DUPLICATE,
              List.copyOf(ids),
              ids.size() + " entries have the same " + hash.algorithm() + " hash"));
    }
  }

  private void keep(Set<String> ids, int radius, boolean isOverfull) {
    String words =
        ids.size() + (isOverfull ? " entries or more" : " entries") + " within distance " + radius;
    List<String> some = ids.stream().limit(Finding.MOST_ENTRIES).toList();
    biggest.add(new Cluster(some, ids.size(), words));
    if (biggest.size() > MOST_CLUSTERS) {
      biggest.remove();
    }
  }

  /** Reports the hundred biggest, the biggest first. */
  void reportClusters() {
    biggest.stream()
        .sorted(Comparator.comparingInt(Cluster::size).reversed().thenComparing(c -> c.ids.get(0)))
        .map(cluster -> new Finding(FindingKind.CLUSTER, cluster.ids(), cluster.words()))
        .forEach(to);
  }
}
