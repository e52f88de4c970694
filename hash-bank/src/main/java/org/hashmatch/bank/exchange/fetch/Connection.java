package org.hashmatch.bank.exchange.fetch;

import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hashmatch.bank.exchange.ListException;

/** One fetch's talk with a service: who asks, and what was asked for already. */
final class Connection {

  private static final int MOST_PAGES = 1_000_000;
  private static final int UNAUTHORIZED = 401;
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Feed feed;
  private final Credentials credentials;
  private final Http http;
  private final Set<URI> asked = new HashSet<>();
  private Map<String, String> headers;

  Connection(Feed feed, Credentials credentials, Http http) {
    this.feed = feed;
    this.credentials = credentials;
    this.http = http;
    this.headers = credentials.headers();
  }

  /** Gets a page that was not asked for yet. */
  byte[] get(URI page) throws IOException {
    if (!asked.add(page)) {
      throw new ListException("page " + asked.size() + " leads back to a page that was read");
    }
    if (asked.size() > MOST_PAGES) {
      throw new ListException("a list must have at most " + MOST_PAGES + " pages (got more)");
    }
    boolean isNew = logInOnce();
    try {
      return http.get(page, feed.mediaTypes(), headers);
    } catch (FetchException e) {
      if (e.status() != UNAUTHORIZED || isNew || credentials.loginForm().isEmpty()) {
        throw e;
      }
      // A token that was good may have become too old on the way.
      logIn();
      return http.get(page, feed.mediaTypes(), headers);
    }
  }

  /** Whether that was just now. */
  private boolean logInOnce() throws IOException {
    boolean isNeeded = headers.isEmpty() && credentials.loginForm().isPresent();
    if (isNeeded) {
      logIn();
    }
    return isNeeded;
  }

  private void logIn() throws IOException {
    URI login =
        feed.login()
            .orElseThrow(
                () -> new FetchException(feed + " has no login; it needs other credentials"));
    byte[] answer = http.post(login, FORM, credentials.loginForm().orElse(""), Map.of());
    String token =
        JsonPage.read(answer)
            .text("token")
            .orElseThrow(() -> new FetchException(Site.shown(login) + ": gave no token"));
    headers = bearer(login, token).headers();
  }

  private static Credentials bearer(URI login, String token) throws FetchException {
    try {
      return Credentials.bearer(token);
    } catch (IllegalArgumentException e) {
      throw new FetchException(Site.shown(login) + ": gave no good token");
    }
  }
}
