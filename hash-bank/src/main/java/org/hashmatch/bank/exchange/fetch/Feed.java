package org.hashmatch.bank.exchange.fetch;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A service's list: where it is, and how one goes through its pages. */
public abstract sealed class Feed permits NcmecFeed, StopNciiFeed, TechAgainstTerrorismFeed {

  private static final int LONGEST_ADDRESS = 150;

  private final String service;
  private final Site site;

  Feed(String service, String base) {
    this.service = service;
    this.site = Site.of(base);
    if (site.base().toString().length() > LONGEST_ADDRESS) {
      throw new IllegalArgumentException(
          "a service's address must have at most " + LONGEST_ADDRESS + " characters");
    }
  }

  final Site site() {
    return site;
  }

  /**
   * Under which name banks note how far the list was read.
   *
   * @return the service's name and its address
   */
  public String checkpointName() {
    return service + " " + site.base();
  }

  abstract Set<String> mediaTypes();

  /** Where a user and a password give a token; empty if nowhere. */
  Optional<URI> login() {
    return Optional.empty();
  }

  /**
   * Begins a walk.
   *
   * @param position what was noted the last time
   */
  abstract Walk walk(Optional<String> position, Instant now) throws IOException;

  @Override
  public String toString() {
    return checkpointName();
  }
}
