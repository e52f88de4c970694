package org.hashmatch.eval;

/**
 * How many false alarms a false-positive rate means: it is per pair of an upload and a bank entry,
 * and each upload is compared with every entry.
 *
 * <p>The expected number needs no assumption. The probability that an upload raises one assumes
 * that its comparisons are independent; where false positives concentrate in few uploads, as they
 * do, it is lower, and never above rate times entries.
 *
 * @param falsePositiveRate the share of pairs of different pictures taken for matches, 0..1
 * @param interval where the rate lies, with the confidence that the results have, too
 * @param bankEntries how many entries each upload is compared with, 1 or more
 * @param uploadsPerDay how many uploads there are, 1 or more
 */
public record FalseAlarms(
    double falsePositiveRate, ConfidenceInterval interval, long bankEntries, long uploadsPerDay) {

  /**
   * Checks the numbers.
   *
   * @param falsePositiveRate as above
   * @param interval as above
   * @param bankEntries as above
   * @param uploadsPerDay as above
   * @throws IllegalArgumentException if a number is out of its range or the rate out of the
   *     interval
   */
  public FalseAlarms {
    if (!(interval.lower() <= falsePositiveRate && falsePositiveRate <= interval.upper())) {
      throw new IllegalArgumentException(
          "falsePositiveRate must be in its interval "
              + interval.lower()
              + ".."
              + interval.upper()
              + " (got "
              + falsePositiveRate
              + ")");
    }
    if (bankEntries < 1) {
      throw new IllegalArgumentException("bankEntries must be 1 or more (got " + bankEntries + ")");
    }
    if (uploadsPerDay < 1) {
      throw new IllegalArgumentException(
          "uploadsPerDay must be 1 or more (got " + uploadsPerDay + ")");
    }
  }

  /**
   * How many pairs are expected to match falsely in a day.
   *
   * @return 0 or more; an upload that matches two entries counts twice
   */
  public double perDay() {
    return perDay(falsePositiveRate);
  }

  /**
   * The lower bound of {@link #perDay()}.
   *
   * @return 0 or more
   */
  public double perDayLower() {
    return perDay(interval.lower());
  }

  /**
   * The upper bound of {@link #perDay()}.
   *
   * @return 0 or more
   */
  public double perDayUpper() {
    return perDay(interval.upper());
  }

  private double perDay(double rate) {
    return rate * bankEntries * uploadsPerDay;
  }

  /**
   * How likely an upload of an unknown picture matches at least one entry, if its comparisons are
   * independent: {@code 1 - (1 - rate)^entries}, without loss of digits where the rate is small.
   *
   * @return 0..1
   */
  public double perUpload() {
    return perUpload(falsePositiveRate);
  }

  /**
   * Where {@link #perUpload()} lies, judging by the interval of the rate.
   *
   * @return the interval
   */
  public ConfidenceInterval perUploadInterval() {
    return new ConfidenceInterval(perUpload(interval.lower()), perUpload(interval.upper()));
  }

  private double perUpload(double rate) {
    return -StrictMath.expm1(bankEntries * StrictMath.log1p(-rate)) + 0.0;
  }
}
