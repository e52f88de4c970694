package org.hashmatch.eval.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hashmatch.eval.ImageBootstrap;
import org.hashmatch.eval.attack.Attack;
import org.hashmatch.eval.attack.AttackPack;
import org.hashmatch.eval.attack.Edited;
import org.hashmatch.eval.attack.Picture;

/**
 * What a study measures: on which pictures, by which edits, of which hashers.
 *
 * @param images the pictures that are edited; each is looked for by its edits
 * @param distractors other pictures; what is near them is a false alarm
 * @param hashers the hashers to study
 * @param matchers the programs to study
 * @param packs the edits
 * @param seed decides what is drawn by chance, any number
 * @param maxSide pictures are reduced to this longer side before they are edited, in pixels
 * @param distractorEdits how many edits, drawn by the seed, each distractor goes through
 * @param radii by a hasher's name the radius at which it is deployed, inclusive; the others have
 *     none
 * @param figures how figures are made of the distances
 */
public record StudyPlan(
    List<StudyPicture> images,
    List<StudyPicture> distractors,
    List<StudiedHasher> hashers,
    List<StudiedMatcher> matchers,
    List<AttackPack> packs,
    long seed,
    int maxSide,
    int distractorEdits,
    Map<String, Integer> radii,
    Figures figures) {

  /**
   * How figures are made of the distances.
   *
   * @param rates the false-positive rates, per pair of an upload and a bank's picture, at which
   *     recall is asked for
   * @param resamples how often pictures are drawn anew for an interval
   * @param bankSize pictures in the bank for which false alarms are told
   * @param uploadsADay uploads a day for which false alarms are told
   */
  public record Figures(List<Double> rates, int resamples, long bankSize, long uploadsADay) {

    /** As {@code study} has them unless it is told otherwise. */
    public static final Figures DEFAULT =
        new Figures(
            List.of(1e-4, 1e-5, 1e-6), ImageBootstrap.DEFAULT_RESAMPLES, 1_000_000, 1_000_000);

    /**
     * Checks the numbers.
     *
     * @param rates as above
     * @param resamples as above
     * @param bankSize as above
     * @param uploadsADay as above
     * @throws IllegalArgumentException if one is out of its range
     */
    public Figures {
      rates = List.copyOf(rates);
      for (double rate : rates) {
        if (!(rate > 0 && rate < 1)) {
          throw new IllegalArgumentException(
              "a false-positive rate must be between 0 and 1 (got " + rate + ")");
        }
      }
      check("resamples", resamples, 999, 1_000_000);
      check("bank size", bankSize, 1, 1_000_000_000_000L);
      check("uploads a day", uploadsADay, 1, 1_000_000_000_000L);
    }
  }

  /**
   * Checks the parts.
   *
   * @param images as above
   * @param distractors as above
   * @param hashers as above
   * @param matchers as above
   * @param packs as above
   * @param seed as above
   * @param maxSide as above
   * @param distractorEdits as above
   * @param radii as above
   * @param figures as above
   * @throws IllegalArgumentException if a number is out of its range, a name comes twice, or there
   *     are fewer than two images or no hasher or edit
   */
  public StudyPlan {
    images = sorted(images);
    distractors = sorted(distractors);
    hashers = List.copyOf(hashers);
    matchers = List.copyOf(matchers);
    packs = List.copyOf(packs);
    radii = new TreeMap<>(radii);
    check("images", images.size(), 2, 100_000);
    check("distractors", distractors.size(), 0, 1_000_000);
    check("hashers and matchers", hashers.size() + (long) matchers.size(), 1, 100);
    check("packs", packs.size(), 1, 100);
    check("longer side", maxSide, 64, 8192);
    check("edits of a distractor", distractorEdits, 0, 1000);
    checkOnce("image", images.stream().map(StudyPicture::id).toList());
    checkOnce("distractor", distractors.stream().map(StudyPicture::id).toList());
    List<String> names =
        Stream.concat(
                hashers.stream().map(StudiedHasher::name),
                matchers.stream().map(StudiedMatcher::name))
            .toList();
    checkOnce("hasher", names);
    checkOnce("pack", packs.stream().map(AttackPack::name).toList());
    for (String name : radii.keySet()) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException("a radius for '" + name + "', but hashers are " + names);
      }
    }
  }

  /**
   * Begins a plan as {@code study} has it unless it is told otherwise: seed 42, 640 pixels, four
   * edits of each distractor.
   *
   * @return a builder without pictures, hashers and packs
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects the parts of a plan. Not safe for several threads. */
  public static final class Builder {

    private final List<StudyPicture> images = new ArrayList<>();
    private final List<StudyPicture> distractors = new ArrayList<>();
    private final List<StudiedHasher> hashers = new ArrayList<>();
    private final List<StudiedMatcher> matchers = new ArrayList<>();
    private final List<AttackPack> packs = new ArrayList<>();
    private final Map<String, Integer> radii = new TreeMap<>();
    private long seed = 42;
    private int maxSide = 640;
    private int distractorEdits = 4;
    private Figures figures = Figures.DEFAULT;

    private Builder() {}

    /**
     * Adds pictures that are edited.
     *
     * @param more any number
     * @return this
     */
    public Builder images(List<StudyPicture> more) {
      images.addAll(more);
      return this;
    }

    /**
     * Adds other pictures.
     *
     * @param more any number
     * @return this
     */
    public Builder distractors(List<StudyPicture> more) {
      distractors.addAll(more);
      return this;
    }

    /**
     * Adds a hasher.
     *
     * @param hasher one to study
     * @return this
     */
    public Builder hasher(StudiedHasher hasher) {
      hashers.add(hasher);
      return this;
    }

    /**
     * At which radius a hasher is deployed.
     *
     * @param hasher the name of one of the hashers
     * @param radius inclusive, in bits
     * @return this
     */
    public Builder radius(String hasher, int radius) {
      radii.put(hasher, radius);
      return this;
    }

    /**
     * Adds a matcher.
     *
     * @param matcher one to study
     * @return this
     */
    public Builder matcher(StudiedMatcher matcher) {
      matchers.add(matcher);
      return this;
    }

    /**
     * Adds edits.
     *
     * @param pack of them
     * @return this
     */
    public Builder pack(AttackPack pack) {
      packs.add(pack);
      return this;
    }

    /**
     * What decides chance; 42 without this.
     *
     * @param number any
     * @return this
     */
    public Builder seed(long number) {
      this.seed = number;
      return this;
    }

    /**
     * The size that is edited; 640 without this.
     *
     * @param pixels the longer side at most, 64..8192
     * @return this
     */
    public Builder maxSide(int pixels) {
      this.maxSide = pixels;
      return this;
    }

    /**
     * How many edits each distractor goes through; 4 without this.
     *
     * @param edits 0..1000
     * @return this
     */
    public Builder distractorEdits(int edits) {
      this.distractorEdits = edits;
      return this;
    }

    /**
     * How figures are made; {@link Figures#DEFAULT} without this.
     *
     * @param how it is done
     * @return this
     */
    public Builder figures(Figures how) {
      this.figures = how;
      return this;
    }

    /**
     * The plan.
     *
     * @return a plan of all that was given
     * @throws IllegalArgumentException as {@link StudyPlan} says
     */
    public StudyPlan build() {
      return new StudyPlan(
          images,
          distractors,
          hashers,
          matchers,
          packs,
          seed,
          maxSide,
          distractorEdits,
          radii,
          figures);
    }
  }

  private static void check(String what, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          what + " must be " + least + ".." + most + " (got " + value + ")");
    }
  }

  private static void checkOnce(String what, List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new IllegalArgumentException(what + " '" + name + "' is there twice");
      }
    }
  }

  private static List<StudyPicture> sorted(List<StudyPicture> pictures) {
    return pictures.stream().sorted(Comparator.comparing(StudyPicture::id)).toList();
  }

  /** The edits of all packs, in order. */
  List<PackedAttack> attacks() {
    List<PackedAttack> attacks = new ArrayList<>();
    for (AttackPack pack : packs) {
      for (Attack attack : pack.attacks()) {
        attacks.add(new PackedAttack(pack, attack));
      }
    }
    return attacks;
  }

  /**
   * An edit and where it comes from.
   *
   * @param pack its pack
   * @param attack the edit
   */
  record PackedAttack(AttackPack pack, Attack attack) {

    Edited apply(Picture picture, long seed, String id) {
      return attack.apply(picture, pack.seed(seed, id));
    }
  }
}
