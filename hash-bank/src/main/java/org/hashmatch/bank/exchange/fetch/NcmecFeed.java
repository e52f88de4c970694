package org.hashmatch.bank.exchange.fetch;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hashmatch.bank.exchange.ListException;
import org.jspecify.annotations.Nullable;

/**
 * NCMEC's hash sharing, version 2: entries that changed in a range of time, in XML.
 *
 * <p>The entries of a range come in no order, so how far the list is read is noted only when the
 * last page of a range was taken; a fetch that is broken off begins its range again. Ranges begin
 * with a day and become longer while little comes. They end 5 seconds before now, and the first of
 * a fetch begins 10 minutes before the last one ended: a clock here that is wrong by less loses
 * nothing.
 *
 * <p>Immutable.
 */
public final class NcmecFeed extends Feed {

  /** For services that let users share pictures. */
  public static final String INDUSTRY = "https://report.cybertip.org/hashsharing";

  /** What other organisations gathered; Take It Down is one of its members. */
  public static final String NGO = "https://hashsharing.ncmec.org/npo";

  private static final String ENTRIES = "/v2/entries";
  private static final Duration OVERLAP = Duration.ofMinutes(10);
  private static final Duration SETTLING = Duration.ofSeconds(5);
  private static final Duration FIRST_RANGE = Duration.ofDays(1);
  private static final Duration SHORTEST_RANGE = Duration.ofMinutes(10);
  private static final Duration LONGEST_RANGE = Duration.ofDays(366);
  private static final int FEW_PAGES = 2;
  private static final int MANY_PAGES = 100;

  private final Instant beginning;

  private NcmecFeed(String base, Instant beginning) {
    super("ncmec", base);
    this.beginning = beginning.truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * A list of NCMEC's, all of it.
   *
   * @param base where it is, without {@code /v2}: {@link #INDUSTRY}, {@link #NGO}, or what NCMEC
   *     says
   * @return the feed
   * @throws IllegalArgumentException if it is no https address
   */
  public static NcmecFeed of(String base) {
    return new NcmecFeed(base, Instant.EPOCH);
  }

  /**
   * A list of NCMEC's, from a time on.
   *
   * @param base where it is
   * @param beginning changes before it are not asked for
   * @return the feed
   * @throws IllegalArgumentException if it is no https address
   */
  public static NcmecFeed since(String base, Instant beginning) {
    return new NcmecFeed(base, beginning);
  }

  @Override
  Set<String> mediaTypes() {
    return Set.of("application/xml", "text/xml");
  }

  @Override
  Walk walk(Optional<String> position, Instant now) throws IOException {
    Instant end = now.minus(SETTLING).truncatedTo(ChronoUnit.SECONDS);
    Instant from = beginning;
    if (position.isPresent()) {
      from = noted(position.get()).minus(OVERLAP);
    }
    if (from.isAfter(now)) {
      throw new FetchException(
          "the list was read up to "
              + position.orElse(from.toString())
              + ", which is in the future of this clock");
    }
    return new Ranges(from, end);
  }

  private static Instant noted(String position) throws ListException {
    try {
      return Instant.parse(position);
    } catch (DateTimeException e) {
      throw new ListException("how far NCMEC's list was read must be a time");
    }
  }

  private final class Ranges implements Walk {

    private final Instant end;
    private Duration length = FIRST_RANGE;
    private Instant from;
    private Instant to;
    private int pages;
    private @Nullable URI next;

    Ranges(Instant from, Instant end) {
      this.end = end;
      this.from = from;
      this.to = from;
      this.next = range(from);
    }

    private @Nullable URI range(Instant begin) {
      if (!begin.isBefore(end)) {
        return null;
      }
      from = begin;
      Instant until = begin.plus(length);
      to = until.isAfter(end) ? end : until;
      pages = 0;
      Map<String, String> parameters = new LinkedHashMap<>();
      // An instant is written in UTC, with its Z.
      parameters.put("from", from.toString());
      parameters.put("to", to.toString());
      return site().at(ENTRIES, parameters);
    }

    @Override
    public boolean isWhole() {
      return false;
    }

    @Override
    public Optional<URI> next() {
      return Optional.ofNullable(next);
    }

    @Override
    public Optional<String> take(byte[] page) throws IOException {
      Optional<String> link = NcmecPage.read(page).next();
      pages++;
      if (link.isPresent()) {
        next = follow(link.get());
        return Optional.empty();
      }
      String position = to.toString();
      adapt();
      // Whether the end of a range belongs to it is not known. At the end of all there is no more.
      next = to.equals(end) ? null : range(to.minusSeconds(1));
      return Optional.of(position);
    }

    private void adapt() {
      if (pages <= FEW_PAGES && length.compareTo(LONGEST_RANGE) < 0) {
        length = length.multipliedBy(2);
      } else if (pages > MANY_PAGES && length.compareTo(SHORTEST_RANGE) > 0) {
        length = length.dividedBy(2);
      }
    }

    private URI follow(String link) throws ListException {
      URI to =
          site()
              .follow(ENTRIES, link)
              .orElseThrow(() -> new ListException("a page's next link leads elsewhere"));
      if (!isOfRange(to)) {
        throw new ListException("a page's next link is of another range of time");
      }
      return to;
    }

    private boolean isOfRange(URI link) {
      Map<String, String> parameters = parameters(link);
      return isSame(parameters.get("from"), from) && isSame(parameters.get("to"), to);
    }

    private boolean isSame(@Nullable String text, Instant time) {
      try {
        return text == null || Instant.parse(text).equals(time);
      } catch (DateTimeException e) {
        return false;
      }
    }
  }

  private static Map<String, String> parameters(URI uri) {
    Map<String, String> parameters = new LinkedHashMap<>();
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    for (String each : query.split("&", -1)) {
      int equals = each.indexOf('=');
      if (equals > 0) {
        parameters.put(
            each.substring(0, equals),
            URLDecoder.decode(each.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return parameters;
  }
}
