package org.hashmatch.hash;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identity of a perceptual hash algorithm: what a hash must carry so that it is never compared
 * with one of another kind.
 *
 * <p>Two hashes may be compared only if their algorithms are equal. A change that moves a single
 * bit of any picture's hash is a new version, and so another algorithm.
 *
 * @param name lower-case name, {@code [a-z][a-z0-9-]*}, at most 32 characters
 * @param version version of the definition, 1 or more
 * @param bits width of a hash in bits: a multiple of 64, 64..1024
 */
public record HashAlgorithm(String name, int version, int bits) {

  // Above the constants, whose construction needs them.
  private static final int MAX_BITS = 1024;
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");
  private static final Pattern ID =
      Pattern.compile("(" + NAME + ")/([1-9][0-9]{0,5})/([1-9][0-9]{1,3})");

  /**
   * PDQ of all pixels, without a downscale beforehand: what python-threatexchange, HMA and the Java
   * reference produce.
   */
  public static final HashAlgorithm PDQ = new HashAlgorithm("pdq", 1, 256);

  /**
   * PDQ after a nearest-neighbour resize of larger pictures to 512x512: what the C++ command line
   * produces.
   */
  public static final HashAlgorithm PDQ_NN512 = new HashAlgorithm("pdq-nn512", 1, 256);

  /** pHash of 8x8 frequencies: {@code phash} of the Python package imagehash at commit 4e289ebe. */
  public static final HashAlgorithm PHASH_64 = new HashAlgorithm("phash", 1, 64);

  /**
   * pHash of 16x16 frequencies: {@code phash} with {@code hash_size=16} of imagehash at commit
   * 4e289ebe.
   */
  public static final HashAlgorithm PHASH_256 = new HashAlgorithm("phash", 1, 256);

  /** dHash of 8x8 steps to the right: {@code dhash} of imagehash at commit 4e289ebe. */
  public static final HashAlgorithm DHASH_64 = new HashAlgorithm("dhash", 1, 64);

  /**
   * dHash of 16x16 steps to the right: {@code dhash} with {@code hash_size=16} of imagehash at
   * commit 4e289ebe.
   */
  public static final HashAlgorithm DHASH_256 = new HashAlgorithm("dhash", 1, 256);

  /** dHash of 8x8 steps downwards: {@code dhash_vertical} of imagehash at commit 4e289ebe. */
  public static final HashAlgorithm DHASH_VERTICAL_64 = new HashAlgorithm("dhash-vertical", 1, 64);

  /**
   * dHash of 16x16 steps downwards: {@code dhash_vertical} with {@code hash_size=16} of imagehash
   * at commit 4e289ebe.
   */
  public static final HashAlgorithm DHASH_VERTICAL_256 =
      new HashAlgorithm("dhash-vertical", 1, 256);

  /** aHash of 8x8 cells: {@code average_hash} of imagehash at commit 4e289ebe. */
  public static final HashAlgorithm AHASH_64 = new HashAlgorithm("ahash", 1, 64);

  /**
   * aHash of 16x16 cells: {@code average_hash} with {@code hash_size=16} of imagehash at commit
   * 4e289ebe.
   */
  public static final HashAlgorithm AHASH_256 = new HashAlgorithm("ahash", 1, 256);

  /** wHash of 8x8 means by Haar wavelets: {@code whash} of imagehash at commit 4e289ebe. */
  public static final HashAlgorithm WHASH_64 = new HashAlgorithm("whash", 1, 64);

  /**
   * blockhash of 16x16 blocks: {@code blockhash} with 16 bits a side of blockhash-python at commit
   * f28b741a.
   */
  public static final HashAlgorithm BLOCKHASH_256 = new HashAlgorithm("blockhash", 1, 256);

  /**
   * Checks the parts.
   *
   * @param name as above
   * @param version as above
   * @param bits as above
   * @throws IllegalArgumentException if a part is out of its range
   */
  public HashAlgorithm {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "algorithm name must match " + NAME + " (got \"" + name + "\")");
    }
    if (version < 1) {
      throw new IllegalArgumentException(
          "algorithm version must be 1 or more (got " + version + ")");
    }
    if (bits < Long.SIZE || bits > MAX_BITS || bits % Long.SIZE != 0) {
      throw new IllegalArgumentException(
          "hash width must be a multiple of 64 in 64..1024 bits (got " + bits + ")");
    }
  }

  /**
   * Reads what {@link #id()} writes.
   *
   * @param id for example {@code pdq/1/256}
   * @return the algorithm
   * @throws IllegalArgumentException if the text is not of that form
   */
  public static HashAlgorithm parse(String id) {
    Matcher matcher = ID.matcher(id);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "algorithm must be name/version/bits (got \"" + id + "\")");
    }
    return new HashAlgorithm(
        matcher.group(1), Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
  }

  /**
   * The name under which hashes of this algorithm are stored.
   *
   * @return name, version and width, for example {@code pdq/1/256}
   */
  public String id() {
    return name + "/" + version + "/" + bits;
  }

  /**
   * The width in 64-bit words.
   *
   * @return bits / 64
   */
  public int words() {
    return bits / Long.SIZE;
  }

  /**
   * The width in hex digits.
   *
   * @return bits / 4
   */
  public int hexDigits() {
    return bits / 4;
  }

  @Override
  public String toString() {
    return id();
  }
}
