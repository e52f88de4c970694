package org.hashmatch.testdata;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;

/**
 * The PDQ hashes of the committed pictures, from pixels that OpenCV decoded: {@code
 * reference-hashes.csv}, lines {@code hash,quality,file}. They equal those of PDQ's C++ core
 * (ThreatExchange at commit baefb4ed) on the same pixels.
 */
public final class ReferenceHashes {

  private static final Map<String, String> HASHES =
      new String(TestImage.resource("reference-hashes.csv"), US_ASCII)
          .lines()
          .map(line -> line.split(",", 3))
          .collect(Collectors.toMap(cells -> cells[2], cells -> cells[0]));

  private ReferenceHashes() {}

  /**
   * The hash of one picture.
   *
   * @param image a picture that can be hashed: not one of {@link TestImage.Kind#BROKEN}
   * @return 64 hexadecimal digits
   * @throws NoSuchElementException if it has none
   */
  public static String of(TestImage image) {
    String hash = HASHES.get(image.file());
    if (hash == null) {
      throw new NoSuchElementException("no reference hash of " + image.file());
    }
    return hash;
  }
}
