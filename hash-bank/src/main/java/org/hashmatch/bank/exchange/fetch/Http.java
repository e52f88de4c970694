package org.hashmatch.bank.exchange.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Asks a service for pages, again if that may help. Follows no redirect, so that what identifies
 * the caller goes nowhere else; shows of an answer that is not good only its status.
 */
final class Http {

  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int TOO_MANY = 429;
  private static final int LONGEST_TYPE = 60;

  private final FetchSettings settings;
  private final HttpClient client;

  Http(FetchSettings settings) {
    this.settings = settings;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.timeout())
            .build();
  }

  /** Gets a page of one of the media types. */
  byte[] get(URI uri, Set<String> mediaTypes, Map<String, String> headers) throws IOException {
    return send(
        request(uri, headers).header("Accept", String.join(", ", mediaTypes)).GET().build(),
        mediaTypes);
  }

  /** Sends something that may be sent twice. */
  byte[] post(URI uri, String type, String body, Map<String, String> headers) throws IOException {
    HttpRequest request =
        request(uri, headers)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return send(request, Set.of());
  }

  private HttpRequest.Builder request(URI uri, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(settings.timeout())
            .header("User-Agent", settings.userAgent());
    headers.forEach(request::header);
    return request;
  }

  /** What came of one attempt: an answer, or why it may be worth another one. */
  private record Attempt(
      Optional<byte[]> page, String problem, int status, Optional<Duration> asked) {

    static Attempt failed(String problem) {
      return new Attempt(Optional.empty(), problem, 0, Optional.empty());
    }
  }

  private byte[] send(HttpRequest request, Set<String> mediaTypes) throws IOException {
    for (int number = 1; ; number++) {
      Attempt attempt = attempt(request, mediaTypes);
      if (attempt.page().isPresent()) {
        return attempt.page().get();
      }
      if (number == settings.attempts()) {
        throw new FetchException(
            Site.shown(request.uri()) + ": " + attempt.problem() + ", " + number + " times",
            attempt.status());
      }
      pause(request, number, attempt.asked());
    }
  }

  private Attempt attempt(HttpRequest request, Set<String> mediaTypes) throws IOException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, info -> body(info.statusCode()));
    try {
      // The client's own time ends with the headers; a body could drip for ever.
      return attempt(
          request, answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS), mediaTypes);
    } catch (TimeoutException e) {
      answer.cancel(true);
      return Attempt.failed("no whole answer within " + settings.timeout().toMillis() + " ms");
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the fetch was interrupted");
    } catch (ExecutionException e) {
      return failure(request, e);
    }
  }

  /** Pages of errors are of no use, and may be of any length. */
  private HttpResponse.BodySubscriber<byte[]> body(int status) {
    return status == OK
        ? new LimitedBody(settings.maxPageBytes())
        : HttpResponse.BodySubscribers.replacing(new byte[0]);
  }

  private static Attempt failure(HttpRequest request, ExecutionException failure)
      throws FetchException {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof FetchException) {
        throw new FetchException(Site.shown(request.uri()) + ": " + cause.getMessage());
      }
      if (cause instanceof SSLHandshakeException) {
        throw new FetchException(Site.shown(request.uri()) + ": no secure connection", cause);
      }
    }
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return Attempt.failed("the connection failed (" + cause.getClass().getSimpleName() + ")");
  }

  private static Attempt attempt(
      HttpRequest request, HttpResponse<byte[]> answer, Set<String> mediaTypes)
      throws FetchException {
    int status = answer.statusCode();
    if (status == OK) {
      checkType(request, answer.headers(), mediaTypes);
      return new Attempt(Optional.of(answer.body()), "", status, Optional.empty());
    }
    if (status == TOO_MANY || status >= 500) {
      return new Attempt(
          Optional.empty(), "answered " + status, status, retryAfter(answer.headers()));
    }
    throw new FetchException(
        Site.shown(request.uri()) + ": answered " + status + meaning(status), status);
  }

  private static String meaning(int status) {
    return switch (status) {
      case UNAUTHORIZED -> " (the credentials are not right)";
      case 403 -> " (these credentials may not read this)";
      case 404 -> " (there is no such list; is the address right?)";
      case 301, 302, 303, 307, 308 -> " (a redirect, which is not followed)";
      default -> "";
    };
  }

  private static void checkType(HttpRequest request, HttpHeaders headers, Set<String> mediaTypes)
      throws FetchException {
    String type = headers.firstValue("Content-Type").orElse("none");
    int end = type.indexOf(';') < 0 ? type.length() : type.indexOf(';');
    String media = type.substring(0, end).strip().toLowerCase(Locale.ROOT);
    if (!mediaTypes.isEmpty() && !mediaTypes.contains(media)) {
      throw new FetchException(
          Site.shown(request.uri())
              + ": content type must be one of "
              + mediaTypes.stream().sorted().toList()
              + " (got "
              + media.substring(0, Math.min(media.length(), LONGEST_TYPE))
              + ")");
    }
  }

  // ---- Waiting

  private static Optional<Duration> retryAfter(HttpHeaders headers) {
    return headers.firstValue("Retry-After").flatMap(Http::retryAfter);
  }

  /** Seconds, or a date; what is neither is as if it were not said. */
  private static Optional<Duration> retryAfter(String text) {
    if (text.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration until = Duration.between(Instant.now(), then);
      return Optional.of(until.isNegative() ? Duration.ZERO : until);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private void pause(HttpRequest request, int attempts, Optional<Duration> asked)
      throws IOException {
    if (asked.isPresent() && asked.get().compareTo(settings.longestWait()) > 0) {
      throw new FetchException(
          Site.shown(request.uri())
              + ": asks to be left alone for "
              + asked.get().toSeconds()
              + " s (at most "
              + settings.longestWait().toSeconds()
              + " s are waited for)",
          TOO_MANY);
    }
    long millis = Math.max(backoff(attempts), asked.orElse(Duration.ZERO).toMillis());
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the fetch was interrupted");
    }
  }

  /** Half of it is chance, so that callers who failed together do not come back together. */
  private long backoff(int attempts) {
    long longest = settings.longestWait().toMillis();
    long doubled = settings.firstWait().toMillis() << (attempts - 1);
    long millis = Math.min(longest, doubled);
    return millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1);
  }
}
