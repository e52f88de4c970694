package org.hashmatch.bank.exchange.fetch;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hashmatch.bank.exchange.ListException;
import org.jspecify.annotations.Nullable;

/**
 * StopNCII's hashes, version 1: records that changed since a time, in JSON.
 *
 * <p>How far the list is read is noted when the last page was taken; the tokens that lead from page
 * to page are short-lived, so a fetch that is broken off begins where the one before it ended. If
 * that is more than 30 days ago, or there was none, it reads the whole list, and what the list does
 * not name any more is taken back.
 *
 * <p>Immutable.
 */
public final class StopNciiFeed extends Feed {

  /** Where StopNCII is. */
  public static final String ADDRESS = "https://api.stopncii.org/v1";

  /** The earliest time that the service's own client asks for. */
  private static final long BEGINNING = 10;

  private static final String PAGE_SIZE = "800";
  private static final Duration LONGEST_GAP = Duration.ofDays(30);
  private static final Pattern POSITION = Pattern.compile("since=(\\d{1,18}) read=(\\d{1,11})");

  private StopNciiFeed(String base) {
    super("stopncii", base);
  }

  /**
   * StopNCII's list.
   *
   * @param base where it is: {@link #ADDRESS}
   * @return the feed
   * @throws IllegalArgumentException if it is no https address
   */
  public static StopNciiFeed of(String base) {
    return new StopNciiFeed(base);
  }

  @Override
  Set<String> mediaTypes() {
    return Set.of("application/json");
  }

  @Override
  Walk walk(Optional<String> position, Instant now) throws IOException {
    if (position.isEmpty()) {
      return new Pages(BEGINNING, now);
    }
    Matcher noted = POSITION.matcher(position.get());
    if (!noted.matches()) {
      throw new ListException("how far StopNCII's list was read must be two times");
    }
    Instant read = Instant.ofEpochSecond(Long.parseLong(noted.group(2)));
    boolean isLongAgo = read.plus(LONGEST_GAP).isBefore(now);
    return new Pages(isLongAgo ? BEGINNING : Long.parseLong(noted.group(1)), now);
  }

  private final class Pages implements Walk {

    private final long since;
    private final Instant now;
    private @Nullable URI next;

    Pages(long since, Instant now) {
      this.since = since;
      this.now = now;
      this.next = page(Optional.empty());
    }

    private URI page(Optional<String> token) {
      Map<String, String> parameters = new LinkedHashMap<>();
      parameters.put("startTimestamp", Long.toString(since));
      parameters.put("pageSize", PAGE_SIZE);
      token.ifPresent(text -> parameters.put("nextPageToken", text));
      return site().at("/FetchHashes", parameters);
    }

    @Override
    public boolean isWhole() {
      return since == BEGINNING;
    }

    @Override
    public Optional<URI> next() {
      return Optional.ofNullable(next);
    }

    @Override
    public Optional<String> take(byte[] bytes) throws IOException {
      JsonPage page = JsonPage.read(bytes);
      if (page.flag("hasMoreRecords")) {
        String token =
            page.text("nextPageToken")
                .orElseThrow(() -> new ListException("a page has more and no nextPageToken"));
        next = page(Optional.of(token));
        return Optional.empty();
      }
      long set = Math.max(since, page.number("nextSetTimestamp"));
      next = null;
      return Optional.of("since=" + set + " read=" + now.getEpochSecond());
    }
  }
}
