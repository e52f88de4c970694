package org.hashmatch.bank.lint;

import java.util.ArrayList;
import java.util.List;
import org.hashmatch.hash.HashAlgorithm;

/**
 * How often a bank alarmed for innocent uploads, by radius.
 *
 * @param algorithm what made the hashes
 * @param uploads how many were looked up
 * @param passedOver how many were not, since their quality is below the bank's floor
 * @param alarms for each radius from 0 on, how many uploads have an entry within it
 * @param collisions uploads with the entries that are near them, the nearest first, at most 1000
 */
public record CalibrationReport(
    HashAlgorithm algorithm,
    int uploads,
    int passedOver,
    List<Integer> alarms,
    List<Collision> collisions) {

  /** More uploads than anybody hashes to calibrate with; where looking for a number ends. */
  private static final int MOST_UPLOADS = 1_000_000_000;

  /**
   * Copies the lists.
   *
   * @param algorithm as above
   * @param uploads as above
   * @param passedOver as above
   * @param alarms as above
   * @param collisions as above
   */
  public CalibrationReport {
    alarms = List.copyOf(alarms);
    collisions = List.copyOf(collisions);
  }

  /**
   * An innocent upload near an entry.
   *
   * @param upload the upload's name
   * @param entry the entry's id
   * @param distance their Hamming distance
   */
  public record Collision(String upload, String entry, int distance) {}

  /**
   * How often a radius would alarm.
   *
   * @param radius the radius
   * @param alarms how many of the uploads have an entry within it
   * @param rate their share of the uploads
   * @param bounds where the share of all such uploads lies
   */
  public record FalseAlarms(int radius, int alarms, double rate, RateInterval.Bounds bounds) {

    /**
     * The rate at some traffic.
     *
     * @param uploads how many uploads there are a day
     * @return how many of them alarm, judging by the rate
     */
    public double aDay(double uploads) {
      return rate * uploads;
    }

    /**
     * The most at some traffic.
     *
     * @param uploads how many uploads there are a day
     * @return how many of them alarm, judging by the upper bound
     */
    public double aDayAtMost(double uploads) {
      return bounds.upper() * uploads;
    }
  }

  /** What radius keeps false alarms rarer than wanted. */
  public sealed interface Suggestion {

    /**
     * The largest one.
     *
     * @param falseAlarms its alarms; the upper bound is below the wanted rate
     */
    record Radius(FalseAlarms falseAlarms) implements Suggestion {}

    /**
     * Too few uploads to tell.
     *
     * @param needed how many would do for radius 0, if no more of them alarm than now
     */
    record NotEnough(int needed) implements Suggestion {}

    /**
     * None: even radius 0 alarms more often.
     *
     * @param falseAlarms its alarms; the lower bound is not below the wanted rate
     */
    record None(FalseAlarms falseAlarms) implements Suggestion {}
  }

  /**
   * How often each radius would alarm.
   *
   * @param interval gives the bounds
   * @return from radius 0 on
   * @throws IllegalArgumentException if no upload was looked up
   */
  public List<FalseAlarms> falseAlarms(RateInterval interval) {
    List<FalseAlarms> all = new ArrayList<>();
    for (int radius = 0; radius < alarms.size(); radius++) {
      all.add(falseAlarms(radius, interval));
    }
    return all;
  }

  private FalseAlarms falseAlarms(int radius, RateInterval interval) {
    if (uploads == 0) {
      throw new IllegalArgumentException("there must be an upload that was looked up (got none)");
    }
    int hits = alarms.get(radius);
    return new FalseAlarms(radius, hits, (double) hits / uploads, interval.of(hits, uploads));
  }

  /**
   * The largest radius that alarms more rarely than wanted, with the interval's confidence.
   *
   * @param rate the wanted rate of false alarms, 0.00000001 to 1
   * @param interval gives the bounds
   * @return the radius, or why there is none
   * @throws IllegalArgumentException if the rate is out of its range, or no upload was looked up
   */
  public Suggestion suggest(double rate, RateInterval interval) {
    if (!(rate >= 1e-8 && rate <= 1)) {
      throw new IllegalArgumentException("rate must be 1e-8..1 (got " + rate + ")");
    }
    for (int radius = alarms.size() - 1; radius >= 0; radius--) {
      FalseAlarms falseAlarms = falseAlarms(radius, interval);
      if (falseAlarms.bounds().upper() < rate) {
        return new Suggestion.Radius(falseAlarms);
      }
    }
    FalseAlarms least = falseAlarms(0, interval);
    return least.bounds().lower() >= rate
        ? new Suggestion.None(least)
        : new Suggestion.NotEnough(needed(least.alarms(), rate, interval));
  }

  /** The smallest number of uploads by which so many alarms are rare enough. */
  private int needed(int hits, double rate, RateInterval interval) {
    int tooFew = uploads;
    int enough = uploads;
    while (enough < MOST_UPLOADS && interval.of(hits, enough).upper() >= rate) {
      tooFew = enough;
      enough = enough > MOST_UPLOADS / 2 ? MOST_UPLOADS : enough * 2;
    }
    while (enough - tooFew > 1) {
      int middle = tooFew + (enough - tooFew) / 2;
      if (interval.of(hits, middle).upper() < rate) {
        enough = middle;
      } else {
        tooFew = middle;
      }
    }
    return enough;
  }
}
