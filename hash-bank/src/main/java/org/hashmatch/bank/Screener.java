package org.hashmatch.bank;

import java.io.IOException;
import java.util.List;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.view.PictureHasher;

/**
 * Turns an upload's bytes into a decision: guarded, decoded, hashed, and each of its views looked
 * up in every bank, in all eight ways to lay it down.
 *
 * <p>Immutable and safe for any number of threads. Nothing of a picture is kept. Cost: decoding,
 * and for each view one hash and eight searches a bank.
 */
public final class Screener {

  /*
   * bytes -> guard -> decoder -> views -> hasher -> eight hashes each -> neighbours in each bank -> decision
   *
   * Whatever stops a picture on the way to its hashes is an Unscreenable with its reason; what the hashes mean is
   * HashMatcher's to say, the quality floors of its banks included.
   */

  private final PictureHasher hasher;
  private final HashMatcher matcher;

  /**
   * A screener over banks.
   *
   * @param hasher turns uploads into hashes
   * @param banks one or more open banks of the hasher's algorithm; they stay the caller's to close
   * @throws IllegalArgumentException if there is no bank, since then everything would be clear, or
   *     a bank holds hashes of another algorithm
   */
  public Screener(PictureHasher hasher, List<Bank> banks) {
    this.hasher = hasher;
    this.matcher = new HashMatcher(banks);
    if (!matcher.algorithm().equals(hasher.algorithm())) {
      throw new IllegalArgumentException(
          "the banks hold "
              + matcher.algorithm()
              + " hashes, the hasher makes "
              + hasher.algorithm());
    }
  }

  /**
   * Decides on an upload.
   *
   * @param file the whole file
   * @return the decision
   * @throws IOException if a bank cannot be read
   */
  public Decision screen(byte[] file) throws IOException {
    try {
      return matcher.match(hasher.hashToMatch(file));
    } catch (UnscreenableException e) {
      return new Decision.Unscreenable(e.reason(), e.detail());
    }
  }
}
