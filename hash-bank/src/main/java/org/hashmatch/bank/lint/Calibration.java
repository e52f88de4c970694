package org.hashmatch.bank.lint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankPolicy;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.ImageHashes;

/**
 * Looks innocent uploads up in a bank, to say at which radius it would alarm how often for nothing.
 *
 * <p>The uploads stand for all others only if they were taken from them at random, and each picture
 * once: a picture that is there ten times counts as ten that agree. An upload that is not innocent
 * shows as a collision at a small distance; look at the collisions before believing the rates.
 * Entries count whatever the bank's policy says of their labels and time.
 *
 * <p>Cost: eight searches an upload, to distance 64, which is several times farther than a bank
 * looks, and up to ten reads of the store for each that finds something. Not safe for several
 * threads.
 */
public final class Calibration {

  /** The largest radius that is tried, if hashes have as many bits. */
  public static final int MAX_RADIUS = 64;

  private static final int ENTRIES_AN_UPLOAD = 10;
  private static final int MOST_COLLISIONS = 1000;
  private static final Comparator<CalibrationReport.Collision> NEAREST_FIRST =
      Comparator.comparingInt(CalibrationReport.Collision::distance)
          .thenComparing(CalibrationReport.Collision::upload)
          .thenComparing(CalibrationReport.Collision::entry);

  private final Bank bank;
  private final HashAlgorithm algorithm;
  private final int reach;
  private final int[] nearest;
  private final PriorityQueue<CalibrationReport.Collision> collisions =
      new PriorityQueue<>(NEAREST_FIRST.reversed());
  private int uploads;
  private int passedOver;

  /**
   * Begins without uploads.
   *
   * @param bank an open bank
   * @param algorithm one that it looks up
   * @throws IllegalArgumentException if it does not
   */
  public Calibration(Bank bank, HashAlgorithm algorithm) {
    bank.settings().policy().radius(algorithm);
    this.bank = bank;
    this.algorithm = algorithm;
    this.reach = Math.min(MAX_RADIUS, algorithm.bits());
    this.nearest = new int[reach + 1];
  }

  /**
   * Looks an upload up, unless its quality is below the bank's floor.
   *
   * @param upload its name, for the report
   * @param hashes its eight hashes
   * @throws IllegalArgumentException if they are of another algorithm
   * @throws IOException if the bank cannot be read
   */
  public void add(String upload, ImageHashes hashes) throws IOException {
    if (!hashes.original().algorithm().equals(algorithm)) {
      throw new IllegalArgumentException(
          "uploads must be hashed by "
              + algorithm
              + " (got "
              + hashes.original().algorithm()
              + ")");
    }
    BankPolicy policy = bank.settings().policy();
    if (hashes.quality().isBelow(policy.qualityFloor())) {
      passedOver++;
      return;
    }
    Map<String, Integer> near = near(hashes);
    uploads++;
    near.values().stream().min(Integer::compare).ifPresent(distance -> nearest[distance]++);
    near.forEach((entry, distance) -> keep(upload, entry, distance));
  }

  private Map<String, Integer> near(ImageHashes hashes) throws IOException {
    Map<String, Integer> near = new HashMap<>();
    for (ImageHash hash : hashes.byDihedral()) {
      for (Bank.Neighbour neighbour : bank.nearest(hash, ENTRIES_AN_UPLOAD, reach)) {
        near.merge(neighbour.entry().id(), neighbour.distance(), Math::min);
      }
    }
    return near;
  }

  private void keep(String upload, String entry, int distance) {
    collisions.add(new CalibrationReport.Collision(upload, entry, distance));
    if (collisions.size() > MOST_COLLISIONS) {
      collisions.remove();
    }
  }

  /**
   * What came of the uploads so far.
   *
   * @return alarms by radius, and the collisions
   */
  public CalibrationReport report() {
    List<Integer> alarms = new ArrayList<>();
    int sum = 0;
    for (int count : nearest) {
      sum += count;
      alarms.add(sum);
    }
    return new CalibrationReport(
        algorithm, uploads, passedOver, alarms, collisions.stream().sorted(NEAREST_FIRST).toList());
  }
}
