package org.hashmatch.bank.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.function.Function;

/** Times as lists write them. */
final class Times {

  /** ISO 8601 with an offset in any of its forms: Z, +00:00 or +0000. */
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX]")
          .toFormatter(Locale.ROOT);

  private static final long MAX_SECOND = 253_402_300_799L; // the end of the year 9999

  private static final String PLAIN_MILLIS = "0000-00-00T00:00:00.000Z";
  private static final String PLAIN = "0000-00-00T00:00:00Z";

  private Times() {}

  static Instant iso(String field, String text) throws RowFault {
    if (isPlain(text)) {
      return parsed(field, text, Times::plain);
    }
    // Far years have a sign, and only this one reads them.
    return text.endsWith("Z")
        ? parsed(field, text, Instant::parse)
        : parsed(field, text, other -> OffsetDateTime.parse(other, ISO).toInstant());
  }

  /**
   * Whether it is {@code 2026-03-02T08:00:00Z}, or that with milliseconds: as nearly all lists
   * write it, and read ten times faster than what a formatter must be ready for.
   */
  private static boolean isPlain(String text) {
    int length = text.length();
    if ((length != PLAIN.length() && length != PLAIN_MILLIS.length())
        || text.charAt(length - 1) != 'Z') {
      return false;
    }
    for (int i = 0; i < length - 1; i++) {
      char c = text.charAt(i);
      char form = PLAIN_MILLIS.charAt(i);
      if (form == '0' ? c < '0' || c > '9' : c != form) {
        return false;
      }
    }
    return true;
  }

  private static Instant plain(String text) {
    LocalDate date = LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
    LocalTime time = LocalTime.of(digits(text, 11, 13), digits(text, 14, 16), digits(text, 17, 19));
    int millis = text.length() == PLAIN_MILLIS.length() ? digits(text, 20, 23) : 0;
    return Instant.ofEpochSecond(
        date.toEpochDay() * 86_400 + time.toSecondOfDay(), millis * 1_000_000L);
  }

  private static int digits(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = 10 * number + text.charAt(i) - '0';
    }
    return number;
  }

  private static Instant parsed(String field, String text, Function<String, Instant> parser)
      throws RowFault {
    try {
      return inMillis(parser.apply(text));
    } catch (DateTimeException | ArithmeticException e) {
      throw unreadable(field, e);
    }
  }

  private static Instant inMillis(Instant at) {
    return Instant.ofEpochMilli(at.toEpochMilli());
  }

  private static RowFault unreadable(String field, RuntimeException cause) {
    String why = cause instanceof ArithmeticException ? "is too far away" : "is not ISO 8601";
    return RowFault.invalid(field, "the time " + why + ", for example 2026-03-02T08:00:00Z");
  }

  static Instant epochSecond(String field, long second) throws RowFault {
    if (second < 0 || second > MAX_SECOND) {
      throw RowFault.invalid(field, "must be seconds since 1970, 0.." + MAX_SECOND);
    }
    return Instant.ofEpochSecond(second);
  }
}
