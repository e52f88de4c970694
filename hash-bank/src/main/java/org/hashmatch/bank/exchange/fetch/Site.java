package org.hashmatch.bank.exchange.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The one place that a fetch may talk to: an origin, and the paths that begin with its own. */
record Site(URI base) {

  Site {
    boolean isSecure = "https".equals(base.getScheme());
    boolean isLocal = "http".equals(base.getScheme()) && isLoopback(base.getHost());
    if (base.getHost() == null || !(isSecure || isLocal)) {
      throw new IllegalArgumentException(
          "a service's address must begin with https:// and a host (or be on this machine)");
    }
    if (base.getRawUserInfo() != null
        || base.getRawQuery() != null
        || base.getRawFragment() != null
        || isDevious(base.getRawPath())) {
      throw new IllegalArgumentException(
          "a service's address must have a host and a path only (no user, query or dots)");
    }
  }

  /** By its name, without asking anybody. */
  private static boolean isLoopback(@Nullable String host) {
    return host != null
        && (host.equals("localhost")
            || host.equals("[::1]")
            || host.matches("127(\\.\\d{1,3}){3}"));
  }

  static Site of(String base) {
    try {
      return new Site(new URI(base.replaceAll("/+$", "")));
    } catch (URISyntaxException e) {
      // Its message would show what was given, perhaps with a password.
      throw new IllegalArgumentException("a service's address must be one");
    }
  }

  /** A path below the base, with parameters. */
  URI at(String path, Map<String, String> parameters) {
    String query =
        parameters.entrySet().stream()
            .map(each -> each.getKey() + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&"));
    return URI.create(base + path + (query.isEmpty() ? "" : "?" + query));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /**
   * Where a link leads.
   *
   * @param path below the base, that it must lead to
   * @param link a whole address, or a path: from the host's root, or from the base
   * @return empty if it leads elsewhere
   */
  Optional<URI> follow(String path, String link) {
    URI to;
    try {
      to = URI.create(link.startsWith(path) ? base + link : link);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    URI whole = base.resolve(to);
    boolean isHere =
        base.getScheme().equalsIgnoreCase(whole.getScheme())
            && String.valueOf(base.getRawAuthority()).equalsIgnoreCase(whole.getRawAuthority())
            && (base.getRawPath() + path).equals(whole.getRawPath())
            && whole.getRawFragment() == null;
    return isHere ? Optional.of(whole) : Optional.empty();
  }

  private static boolean isDevious(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return lower.contains("..") || lower.contains("%2e") || lower.contains("%2f");
  }

  /** For messages: without parameters, which may have tokens. */
  static String shown(URI uri) {
    return uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
  }
}
