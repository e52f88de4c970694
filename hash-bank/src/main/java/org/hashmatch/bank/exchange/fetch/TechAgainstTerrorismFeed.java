package org.hashmatch.bank.exchange.fetch;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hashmatch.bank.exchange.ListException;
import org.jspecify.annotations.Nullable;

/**
 * Tech Against Terrorism's hash list, version 2: rows in the order of their last change, in JSON.
 *
 * <p>Each page says how far it goes, and the next one is asked for by that; so how far the list is
 * read is noted with each page, and a fetch that is broken off goes on after the last page that was
 * taken. The link to the next page says only whether there is one: it is never followed.
 *
 * <p>Immutable.
 */
public final class TechAgainstTerrorismFeed extends Feed {

  /** Where the list is. */
  public static final String ADDRESS = "https://app.terrorismanalytics.org";

  private static final String PAGE_SIZE = "1000";
  private static final int LONGEST_CHECKPOINT = 1000;

  private TechAgainstTerrorismFeed(String base) {
    super("tat", base);
  }

  /**
   * Tech Against Terrorism's list.
   *
   * @param base where it is: {@link #ADDRESS}
   * @return the feed
   * @throws IllegalArgumentException if it is no https address
   */
  public static TechAgainstTerrorismFeed of(String base) {
    return new TechAgainstTerrorismFeed(base);
  }

  @Override
  Set<String> mediaTypes() {
    return Set.of("application/json");
  }

  @Override
  Optional<URI> login() {
    return Optional.of(site().at("/token-auth/tcap/", Map.of()));
  }

  @Override
  Walk walk(Optional<String> position, Instant now) {
    return new Pages(position);
  }

  private final class Pages implements Walk {

    private @Nullable URI next;

    Pages(Optional<String> position) {
      this.next = page(position);
    }

    private URI page(Optional<String> after) {
      Map<String, String> parameters = new LinkedHashMap<>();
      parameters.put("limit", PAGE_SIZE);
      parameters.put("order", "asc");
      after.ifPresent(text -> parameters.put("after", text));
      return site().at("/api/hash-list/v2/all", parameters);
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
    public Optional<String> take(byte[] bytes) throws IOException {
      JsonPage page = JsonPage.read(bytes);
      Optional<String> checkpoint = page.text("checkpoint");
      if (checkpoint.isPresent() && checkpoint.get().length() > LONGEST_CHECKPOINT) {
        throw new ListException(
            "a page's checkpoint must have at most " + LONGEST_CHECKPOINT + " characters");
      }
      boolean hasMore = page.text("next").isPresent();
      if (hasMore && checkpoint.isEmpty()) {
        throw new ListException("a page has more and no checkpoint");
      }
      next = hasMore ? page(checkpoint) : null;
      return checkpoint;
    }
  }
}
