package org.hashmatch.eval.attack;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A line for each attack of each pack: the pack, its version, the attack, and 64 bits of SHA-256.
 */
final class Fingerprints {

  private static final int BYTES = 8;

  private Fingerprints() {}

  /**
   * Prints the lines.
   *
   * @param args none
   */
  public static void main(String[] args) {
    lines().forEach(System.out::println);
  }

  static List<String> lines() {
    Picture picture = drawn();
    return PackSteps.packs()
        .flatMap(
            pack ->
                pack.attacks().stream()
                    .map(
                        attack ->
                            String.join(
                                " ",
                                pack.name(),
                                Integer.toString(pack.version()),
                                attack.name(),
                                of(attack.apply(picture, pack.seed(1, "drawn")).picture()))))
        .toList();
  }

  /** Waves, edges and fine grain, in whole numbers; odd sides, so that no vector fits. */
  private static Picture drawn() {
    return TestPictures.drawn(
        317,
        211,
        (x, y) -> {
          int wave = ((x * x + 3 * y * y) >> 7) & 0xff;
          int edge = (x / 23 + y / 17) % 3 * 90;
          int grain = ((x * 7919 + y * 104729) >>> 3) & 0x1f;
          return (wave << 16) | ((edge + grain) << 8) | (((x + y) / 3) & 0xff);
        });
  }

  private static String of(Picture picture) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(
          ByteBuffer.allocate(8).putInt(picture.width()).putInt(picture.height()).array());
      return HexFormat.of().formatHex(sha256.digest(picture.samples()), 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
