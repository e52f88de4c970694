package org.hashmatch.testdata.hashes;

/**
 * Hashes as PDQ's of pictures are: half of the bits of each are set, bits depend on one another,
 * many pictures are edits of the same few, and some show next to nothing.
 *
 * <p>Each is the hash of a picture that is drawn for it. Of a hundred pictures of a bank 70 are new
 * scenes, 23 near duplicates of scenes, some of which many have copied, 5 are one of 49 templates
 * with something put over it, and 2 are empty but for a shade.
 *
 * <p>Cost: about 26 microseconds a hash on one core of the 2020s; all cores are used.
 */
public final class RealisticHashes {

  private static final long BANK = 1;
  private static final long FRESH = 2;
  private static final long HARD = 3;
  private static final long MIX = 5;
  private static final long NEAR = 9;
  private static final int NEAR_TO_FIRST = 1_000_000;

  private static final long FIRST_SCENE = 1_000_000_000L;
  private static final long FIRST_COPIED = 77_000_000_000L;
  private static final long FIRST_TEMPLATE = 88_000_000_000L;
  private static final double COPIED = 1.5e6;
  private static final double TEMPLATES = 50;

  private enum Kind {
    SCENE,
    NEAR_DUPLICATE,
    TEMPLATE,
    EMPTY;

    static Kind of(double share) {
      if (share < 0.70) {
        return SCENE;
      }
      if (share < 0.93) {
        return NEAR_DUPLICATE;
      }
      return share < 0.98 ? TEMPLATE : EMPTY;
    }
  }

  private RealisticHashes() {}

  /**
   * A bank.
   *
   * @param rows how many hashes
   * @return the first rows of the one bank there is
   */
  public static long[] bank(int rows) {
    return mixed(BANK, rows);
  }

  /**
   * Queries for scenes that nobody has seen before, as nearly all uploads are: hardly one in a
   * thousand is within 31 of anything.
   *
   * @param rows how many hashes
   * @return the first rows of the one set there is
   */
  public static long[] fresh(int rows) {
    return HashRows.of(rows, i -> hash(FRESH, i, Kind.SCENE));
  }

  /**
   * Queries for templates and empty pictures in turn, which crowd together.
   *
   * @param rows how many hashes
   * @return the first rows of the one set there is
   */
  public static long[] hard(int rows) {
    return HashRows.of(rows, i -> hash(HARD, i, i % 2 == 0 ? Kind.TEMPLATE : Kind.EMPTY));
  }

  /**
   * Queries for pictures of all kinds, as many of each as in a bank.
   *
   * @param rows how many hashes
   * @return the first rows of the one set there is
   */
  public static long[] mix(int rows) {
    return mixed(MIX, rows);
  }

  /**
   * Queries that match: each is a row among the bank's first million, with 5 to 31 bits flipped.
   *
   * @param bank what to be near to
   * @param rows how many hashes
   * @return the first rows of the one set there is for this bank
   */
  public static long[] near(long[] bank, int rows) {
    return Flips.near(bank, NEAR_TO_FIRST, NEAR, rows);
  }

  private static long[] mixed(long seed, int rows) {
    return HashRows.of(rows, i -> hash(seed, i, Kind.of(ItemRandom.ofItem(seed, i).fraction())));
  }

  private static long[] hash(long seed, int item, Kind kind) {
    ItemRandom random = ItemRandom.ofItem(seed, item);
    // The number that says the kind, whether or not it was asked.
    random.next();
    long scene = (seed << 40) + item + FIRST_SCENE;
    return switch (kind) {
      case SCENE -> Spectrum.of(Canvas.photo(scene)).hash();
      case NEAR_DUPLICATE -> nearDuplicate(random);
      case TEMPLATE -> template(random);
      case EMPTY -> Spectrum.of(Canvas.degenerate(scene)).hash();
    };
  }

  /** The first scenes have the most copies: their numbers have density x^(-2/3). */
  private static long[] nearDuplicate(ItemRandom random) {
    double share = random.fraction();
    Canvas original = Canvas.photo(FIRST_COPIED + (long) (COPIED * share * share * share));
    double strength = random.fraction();
    return Spectrum.of(original).disturbed(0.02 + 0.5 * strength * strength, random).hash();
  }

  private static long[] template(ItemRandom random) {
    long number = (long) StrictMath.pow(TEMPLATES, random.fraction());
    Canvas overlaid = Canvas.photo(FIRST_TEMPLATE + number).overlaid(random);
    return Spectrum.of(overlaid).disturbed(0.05, random).hash();
  }
}
