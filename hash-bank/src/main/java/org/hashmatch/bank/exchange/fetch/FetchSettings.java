package org.hashmatch.bank.exchange.fetch;

import java.time.Duration;

/**
 * How patient a fetch is.
 *
 * @param timeout how long one page may take, from asking to its last byte
 * @param attempts how often a page is asked for before the fetch gives up, 1..20
 * @param firstWait how long to wait before the second attempt, about; each further wait is twice as
 *     long
 * @param longestWait the longest wait, also if the service asks for more
 * @param maxPageBytes the largest page, 1 or more
 * @param userAgent what the service is told of who asks
 */
public record FetchSettings(
    Duration timeout,
    int attempts,
    Duration firstWait,
    Duration longestWait,
    int maxPageBytes,
    String userAgent) {

  /** Two minutes a page, 6 attempts, 1 second to 5 minutes between them, 64 MB. */
  public static final FetchSettings DEFAULT =
      new FetchSettings(
          Duration.ofMinutes(2),
          6,
          Duration.ofSeconds(1),
          Duration.ofMinutes(5),
          64 << 20,
          "hashmatch");

  private static final int MOST_ATTEMPTS = 20;

  /**
   * Checks the parts.
   *
   * @param timeout as above
   * @param attempts as above
   * @param firstWait as above
   * @param longestWait as above
   * @param maxPageBytes as above
   * @param userAgent as above
   * @throws IllegalArgumentException if one is out of its range
   */
  public FetchSettings {
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("timeout must be positive (got " + timeout + ")");
    }
    if (attempts < 1 || attempts > MOST_ATTEMPTS) {
      throw new IllegalArgumentException(
          "attempts must be 1.." + MOST_ATTEMPTS + " (got " + attempts + ")");
    }
    if (firstWait.isNegative() || longestWait.compareTo(firstWait) < 0) {
      throw new IllegalArgumentException(
          "waits must be 0 or more, the longest not below the first (got "
              + firstWait
              + " and "
              + longestWait
              + ")");
    }
    if (maxPageBytes < 1) {
      throw new IllegalArgumentException(
          "largest page must have 1 byte or more (got " + maxPageBytes + ")");
    }
    Credentials.checkHeader("user agent", userAgent);
  }
}
