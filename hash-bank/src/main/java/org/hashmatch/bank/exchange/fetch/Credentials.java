package org.hashmatch.bank.exchange.fetch;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * What a service knows its caller by. Never shown: {@link #toString()} says of what kind it is.
 *
 * <p>Immutable.
 */
public final class Credentials {

  /** For services that ask for none. */
  public static final Credentials NONE = new Credentials("none", Map.of(), Optional.empty());

  private final String kind;
  private final Map<String, String> headers;
  private final Optional<String> loginForm;

  private Credentials(String kind, Map<String, String> headers, Optional<String> loginForm) {
    this.kind = kind;
    this.headers = Map.copyOf(headers);
    this.loginForm = loginForm;
  }

  /**
   * NCMEC's, from {@code HASHMATCH_NCMEC_USER} and {@code HASHMATCH_NCMEC_PASSWORD}.
   *
   * @param environment for example {@link System#getenv()}
   * @return the credentials
   * @throws IllegalArgumentException if one is missing, or has characters that it cannot have
   */
  public static Credentials ncmec(Map<String, String> environment) {
    return basic(
        required(environment, "HASHMATCH_NCMEC_USER"),
        required(environment, "HASHMATCH_NCMEC_PASSWORD"));
  }

  /**
   * StopNCII's, from {@code HASHMATCH_STOPNCII_FUNCTIONS_KEY} and {@code
   * HASHMATCH_STOPNCII_SUBSCRIPTION_KEY}. Each of its functions may have a key of its own: the
   * first is of the one that is to be called.
   *
   * @param environment for example {@link System#getenv()}
   * @return the credentials
   * @throws IllegalArgumentException if one is missing, or has characters that it cannot have
   */
  public static Credentials stopNcii(Map<String, String> environment) {
    return stopNcii(
        required(environment, "HASHMATCH_STOPNCII_FUNCTIONS_KEY"),
        required(environment, "HASHMATCH_STOPNCII_SUBSCRIPTION_KEY"));
  }

  /**
   * Tech Against Terrorism's, from {@code HASHMATCH_TAT_TOKEN}, or from {@code HASHMATCH_TAT_USER}
   * and {@code HASHMATCH_TAT_PASSWORD}, with which a token is asked for.
   *
   * @param environment for example {@link System#getenv()}
   * @return the credentials
   * @throws IllegalArgumentException if they are missing, or have characters that they cannot have
   */
  public static Credentials techAgainstTerrorism(Map<String, String> environment) {
    return environment.containsKey("HASHMATCH_TAT_TOKEN")
        ? bearer(required(environment, "HASHMATCH_TAT_TOKEN"))
        : login(
            required(environment, "HASHMATCH_TAT_USER"),
            required(environment, "HASHMATCH_TAT_PASSWORD"));
  }

  /**
   * A user and a password, sent with each request.
   *
   * @param user without a colon
   * @param password the password
   * @return the credentials
   * @throws IllegalArgumentException if the user has a colon
   */
  public static Credentials basic(String user, String password) {
    if (user.indexOf(':') >= 0) {
      throw new IllegalArgumentException("a user's name must have no colon");
    }
    byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return header("basic", "Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
  }

  /**
   * A token, sent with each request.
   *
   * @param token the token
   * @return the credentials
   * @throws IllegalArgumentException if it has characters that it cannot have
   */
  public static Credentials bearer(String token) {
    return header("token", "Authorization", "Bearer " + checkHeader("token", token));
  }

  /**
   * A user and a password for which the service gives a token.
   *
   * @param user the user's name
   * @param password the password
   * @return the credentials
   */
  public static Credentials login(String user, String password) {
    String form = "username=" + encoded(user) + "&password=" + encoded(password) + "&resend=False";
    return new Credentials("login", Map.of(), Optional.of(form));
  }

  /**
   * StopNCII's two keys.
   *
   * @param functionsKey of the function that is called
   * @param subscriptionKey of the subscription
   * @return the credentials
   * @throws IllegalArgumentException if one has characters that it cannot have
   */
  public static Credentials stopNcii(String functionsKey, String subscriptionKey) {
    Map<String, String> headers =
        Map.of(
            "x-functions-key",
            checkHeader("functions key", functionsKey),
            "Ocp-Apim-Subscription-Key",
            checkHeader("subscription key", subscriptionKey));
    return new Credentials("keys", headers, Optional.empty());
  }

  private static Credentials header(String kind, String name, String value) {
    return new Credentials(kind, Map.of(name, value), Optional.empty());
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isEmpty()) {
      throw new IllegalArgumentException(name + " is not set");
    }
    return value;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The HTTP client's own check would show the value. */
  static String checkHeader(String what, String value) {
    if (value.isEmpty() || !value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw new IllegalArgumentException(what + " must be printable ASCII, 1 character or more");
    }
    return value;
  }

  Map<String, String> headers() {
    return headers;
  }

  /** What to send to the service's login, if there is one. */
  Optional<String> loginForm() {
    return loginForm;
  }

  @Override
  public String toString() {
    return "Credentials[" + kind + "]";
  }
}
