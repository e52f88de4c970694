package org.hashmatch.bank.exchange.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hashmatch.bank.exchange.fetch.FetchFixture.fetch;
import static org.hashmatch.bank.exchange.fetch.FetchFixture.ids;
import static org.hashmatch.bank.exchange.fetch.FetchFixture.idsFrom;
import static org.hashmatch.bank.exchange.fetch.FetchFixture.idsOf;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.exchange.ListException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong between here and a service. */
class HttpTest {

  private static final Credentials SECRET = Credentials.bearer("jwt-secret");
  private static final String TEXT = "text/plain";

  @TempDir private Path folder;
  private final List<String> agents = new ArrayList<>();
  private Bank bank;
  private PlayedService service;
  private Feed feed;

  @BeforeEach
  void open() throws IOException {
    bank = FetchFixture.bank(folder);
    service = new PlayedService(this::answer);
    feed = TechAgainstTerrorismFeed.of(service.address());
  }

  @AfterEach
  void close() throws IOException {
    service.close();
    bank.close();
  }

  /** Three pages of four rows. */
  private PlayedService.Answer answer(PlayedService.Request request) {
    agents.add(request.header("User-Agent"));
    assertThat(request.header("Authorization")).isEqualTo("Bearer jwt-secret");
    int start = Integer.parseInt(request.parameters().getOrDefault("after", "0"));
    String next = start + 4 < 12 ? "\"more\"" : "null";
    StringBuilder rows = new StringBuilder();
    for (int i = start; i < start + 4; i++) {
      rows.append(rows.isEmpty() ? "" : ",").append("\"row:").append(i).append('"');
    }
    return PlayedService.Answer.json(
        "{\"results\":[%s],\"checkpoint\":\"%d\",\"next\":%s}".formatted(rows, start + 4, next));
  }

  private static PlayedService.Answer status(int status) {
    return PlayedService.Answer.of(status, TEXT, "about jwt-secret");
  }

  private void assertThatAllCame() throws IOException {
    FetchReport report = fetch(feed, SECRET).build().into(bank);
    assertThat(report.isFinished()).isTrue();
    assertThat(report.total().added()).isEqualTo(12);
    assertThat(ids(bank)).isEqualTo(idsFrom(0, 12));
  }

  @Test
  void requests_sayWhoAsks() throws Exception {
    assertThatAllCame();
    assertThat(agents).containsExactly("test/1", "test/1", "test/1");
  }

  @Test
  void tooManyRequests_withRetryAfter_waitsAsLongAsAsked() throws Exception {
    service.fine(1).next(answer -> status(429).with("Retry-After", "1"));

    assertThatAllCame();
    assertThat(service.asked).hasSize(4);
    assertThat(service.times.get(2) - service.times.get(1)).isGreaterThan(990_000_000L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "Tue, 31 Dec 2999 23:59:59 GMT"})
  void tooManyRequests_forTooLong_isSaid(String when) throws Exception {
    service.fine(1).next(answer -> status(429).with("Retry-After", when));

    assertThatThrownBy(() -> fetch(feed, SECRET).build().into(bank))
        .isInstanceOf(FetchException.class)
        .hasMessageStartingWith(service.address() + "/api/hash-list/v2/all: asks to be left alone")
        .hasMessageEndingWith(" s (at most 2 s are waited for)");
    assertThat(ids(bank)).isEqualTo(idsOf(0, 1, 2, 3));
  }

  @Test
  void unavailable_twice_isTriedAgain() throws Exception {
    service
        .fine(1)
        .next(answer -> status(503))
        .next(answer -> status(500).with("Retry-After", "soon"));

    assertThatAllCame();
    assertThat(service.asked).hasSize(5);
  }

  @Test
  void unavailable_forEver_endsAfterSoManyAttempts() throws Exception {
    service.fine(1);
    for (int i = 0; i < 4; i++) {
      service.next(answer -> status(502));
    }
    assertThatThrownBy(() -> fetch(feed, SECRET).build().into(bank))
        .isInstanceOf(FetchException.class)
        .hasMessage(service.address() + "/api/hash-list/v2/all: answered 502, 4 times");
    assertThat(bank.checkpoint(feed.checkpointName())).contains("4");
    assertThat(fetch(feed, SECRET).build().into(bank).total().added()).isEqualTo(8);
  }

  @ParameterizedTest
  @EnumSource(
      value = PlayedService.Fault.class,
      names = {"DROPPED", "STUCK"})
  void connection_thatBreaksInThePage_isTriedAgain(PlayedService.Fault fault) throws Exception {
    service.fine(1).next(answer -> answer.with(fault));

    assertThatAllCame();
    assertThat(service.asked).hasSize(4);
  }

  @Test
  void page_cutInTheMiddle_isRefusedAndNothingOfItTaken() throws Exception {
    service.fine(1).next(answer -> answer.with(PlayedService.Fault.CUT));

    assertThatThrownBy(() -> fetch(feed, SECRET).build().into(bank))
        .isInstanceOf(ListException.class)
        .hasMessageStartingWith("a page must be whole JSON (wrong or cut at byte ");
    assertThat(ids(bank)).isEqualTo(idsFrom(0, 4));
    assertThat(bank.checkpoint(feed.checkpointName())).contains("4");
    assertThat(fetch(feed, SECRET).build().into(bank).isFinished()).isTrue();
    assertThat(ids(bank)).isEqualTo(idsFrom(0, 12));
  }

  @ParameterizedTest
  @CsvSource({
    "400, answered 400",
    "401, answered 401 (the credentials are not right)",
    "403, answered 403 (these credentials may not read this)",
    "404, answered 404 (there is no such list; is the address right?)",
    "302, 'answered 302 (a redirect, which is not followed)'",
  })
  void refusal_isSaidAtOnceAndShowsNothing(int status, String problem) {
    service.next(answer -> status(status).with("Location", service.address() + "/there"));

    assertThatThrownBy(() -> fetch(feed, SECRET).build().into(bank))
        .isInstanceOf(FetchException.class)
        .hasMessage(service.address() + "/api/hash-list/v2/all: " + problem)
        .hasNoCause()
        .extracting(e -> ((FetchException) e).status())
        .isEqualTo(status);
    assertThat(service.asked).hasSize(1);
  }

  @Test
  void contentType_ofAnotherKind_isRefused() throws Exception {
    service.next(answer -> PlayedService.Answer.of(200, "text/html; charset=x", answer.body()));
    assertThatThrownBy(() -> fetch(feed, SECRET).build().into(bank))
        .isInstanceOf(FetchException.class)
        .hasMessageEndingWith("content type must be one of [application/json] (got text/html)");
    assertThat(bank.size()).isZero();
  }

  @Test
  void page_thatIsTooLarge_isRefused() throws Exception {
    service.next(answer -> PlayedService.Answer.json(" ".repeat(20_001)));
    assertThatThrownBy(() -> fetch(feed, SECRET).build().into(bank))
        .isInstanceOf(FetchException.class)
        .hasMessageEndingWith("a page must have at most 20000 bytes (got more)");
    service.next(answer -> PlayedService.Answer.json(answer.body() + " ".repeat(19_000)));
    assertThatAllCame();
  }

  @Test
  void nobodyThere_isSaid() {
    service.close();
    assertThatThrownBy(() -> fetch(feed, SECRET).build().into(bank))
        .isInstanceOf(FetchException.class)
        .hasMessageEndingWith("the connection failed (ConnectException), 4 times");
  }

  @Test
  void interruption_endsTheFetch() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> fetch(feed, SECRET).build().into(bank))
          .isInstanceOf(InterruptedIOException.class);
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      Thread.interrupted();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://lists.example",
        "http://127.0.0.1.example",
        "ftp://lists.example",
        "https://",
        "lists.example",
        "https://user:jwt-secret@lists.example",
        "https://lists.example/a?key=jwt-secret",
        "https://lists.example/a/../b",
        "https://lists.example/%2e%2e/b",
        "https://lists.example/a b jwt-secret",
      })
  void address_thatIsNotSafe_isRefusedAndNotShown(String address) {
    assertThatThrownBy(() -> StopNciiFeed.of(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a service's address must ")
        .hasMessageNotContaining("jwt-secret")
        .hasNoCause();
  }

  @Test
  void address_onThisMachine_needsNoHttps() {
    for (String host : List.of("localhost", "127.0.0.1", "127.9.9.9:8080", "[::1]:80")) {
      assertThat(StopNciiFeed.of("http://" + host + "/v1/").checkpointName())
          .isEqualTo("stopncii http://" + host + "/v1");
    }
  }

  @Test
  void settings_outOfRange_nameTheBound() {
    FetchSettings good = FetchSettings.DEFAULT;
    List<UnaryOperator<FetchSettings>> bad =
        List.of(
            s -> new FetchSettings(Duration.ZERO, 1, s.firstWait(), s.longestWait(), 1, "a"),
            s -> new FetchSettings(s.timeout(), 21, s.firstWait(), s.longestWait(), 1, "a"),
            s -> new FetchSettings(s.timeout(), 1, s.longestWait(), s.firstWait(), 1, "a"),
            s -> new FetchSettings(s.timeout(), 1, s.firstWait(), s.longestWait(), 0, "a"),
            s -> new FetchSettings(s.timeout(), 1, s.firstWait(), s.longestWait(), 1, "a\nb"));
    for (UnaryOperator<FetchSettings> each : bad) {
      assertThatThrownBy(() -> each.apply(good))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("must ");
    }
  }
}
