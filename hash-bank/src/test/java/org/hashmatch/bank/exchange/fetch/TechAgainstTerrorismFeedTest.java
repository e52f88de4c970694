package org.hashmatch.bank.exchange.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hashmatch.bank.exchange.fetch.FetchFixture.fetch;
import static org.hashmatch.bank.exchange.fetch.FetchFixture.ids;
import static org.hashmatch.bank.exchange.fetch.FetchFixture.idsFrom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.exchange.ListException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TechAgainstTerrorismFeedTest {

  private static final Credentials LOGIN = Credentials.login("me & co", "pass=word");
  private static final int PAGE = 3;

  @TempDir private Path folder;
  private final List<String> rows = new ArrayList<>();
  private String token = "jwt-1";
  private Bank bank;
  private PlayedService service;
  private TechAgainstTerrorismFeed feed;

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

  private PlayedService.Answer answer(PlayedService.Request request) {
    if (request.path().equals("/token-auth/tcap/")) {
      return request.body().equals("username=me+%26+co&password=pass%3Dword&resend=False")
          ? PlayedService.Answer.json("{\"user\":{\"token\":\"no\"},\"token\":\"" + token + "\"}")
          : PlayedService.Answer.of(401, "application/json", "{}");
    }
    if (!request.header("Authorization").equals("Bearer " + token)) {
      return PlayedService.Answer.of(401, "application/json", "{}");
    }
    assertThat(request.path()).isEqualTo("/api/hash-list/v2/all");
    assertThat(request.parameters()).containsEntry("order", "asc");
    String after = request.parameters().getOrDefault("after", "1700000000.5,0");
    int start = Integer.parseInt(after.substring(after.indexOf(',') + 1));
    int end = Math.min(rows.size(), start + PAGE);
    String next = end < rows.size() ? "\"http://elsewhere.example/hash-list?offset=3\"" : "null";
    String results = String.join("\",\"", rows.subList(start, end));
    String checkpoint = start == end ? "null" : "\"1700000000.5," + end + "\"";
    return PlayedService.Answer.json(
        "{\"count\":%d,\"next\":%s,\"previous\":null,\"checkpoint\":%s,\"results\":[\"%s\"]}"
            .formatted(rows.size(), next, checkpoint, results));
  }

  private void fill(int from, int to) {
    for (int i = from; i < to; i++) {
      rows.add("row:" + i);
    }
  }

  @Test
  void list_ofSeveralPages_isReadByItsCheckpointsAndNoLinkIsFollowed() throws Exception {
    fill(0, 8);
    FetchReport first = fetch(feed, LOGIN).build().into(bank);

    assertThat(first.pages()).isEqualTo(3);
    assertThat(first.isFinished()).isTrue();
    assertThat(first.position()).contains("1700000000.5,8");
    assertThat(ids(bank)).isEqualTo(idsFrom(0, 8));
    assertThat(service.asked)
        .containsExactly(
            "/token-auth/tcap/",
            "/api/hash-list/v2/all?limit=1000&order=asc",
            "/api/hash-list/v2/all?limit=1000&order=asc&after=1700000000.5%2C3",
            "/api/hash-list/v2/all?limit=1000&order=asc&after=1700000000.5%2C6");

    FetchReport nothing = fetch(feed, LOGIN).build().into(bank);
    assertThat(nothing.total().rows()).isZero();
    assertThat(nothing.position()).contains("1700000000.5,8");
    rows.add("gone:7");
    fill(8, 9);
    FetchReport second = fetch(feed, Credentials.bearer("jwt-1")).build().into(bank);
    assertThat(second.total().rows()).isEqualTo(2);
    assertThat(ids(bank)).hasSize(8).contains("id-8").doesNotContain("id-7");
  }

  @Test
  void fetch_brokenOffAfterTwoPages_goesOnAfterThem() throws Exception {
    fill(0, 8);
    ListFetch killed =
        fetch(feed, LOGIN)
            .onPage(
                report -> {
                  if (report.pages() == 2) {
                    throw new IllegalStateException("killed");
                  }
                })
            .build();
    assertThatThrownBy(() -> killed.into(bank)).hasMessage("killed");
    assertThat(bank.checkpoint(feed.checkpointName())).contains("1700000000.5,6");

    FetchReport rest = fetch(feed, LOGIN).build().into(bank);

    assertThat(rest.total().rows()).isEqualTo(2);
    assertThat(ids(bank)).isEqualTo(idsFrom(0, 8));
  }

  @Test
  void token_thatBecomesTooOld_isAskedForAgain() throws Exception {
    fill(0, 8);
    ListFetch fetch =
        fetch(feed, LOGIN).onPage(report -> token = "jwt-" + (1 + report.pages())).build();

    assertThat(fetch.into(bank).isFinished()).isTrue();
    assertThat(ids(bank)).isEqualTo(idsFrom(0, 8));
    assertThat(service.asked.stream().filter(path -> path.startsWith("/token"))).hasSize(3);
  }

  @Test
  void wrongPassword_isSaidOnceAndWithoutIt() {
    assertThatThrownBy(
            () -> fetch(feed, Credentials.login("me & co", "hunter22")).build().into(bank))
        .isInstanceOf(FetchException.class)
        .hasMessage(
            service.address() + "/token-auth/tcap/: answered 401 (the credentials are not right)");
    assertThatThrownBy(() -> fetch(feed, Credentials.bearer("old")).build().into(bank))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("answered 401");
    assertThat(service.asked).hasSize(2);
  }

  @Test
  void page_thatPointsAtItself_isALoop() {
    fill(0, 8);
    service.fine(2);
    service.next(answer -> PlayedService.Answer.json(answer.body().replace(".5,6", ".5,3")));

    assertThatThrownBy(() -> fetch(feed, LOGIN).build().into(bank))
        .isInstanceOf(ListException.class)
        .hasMessageContaining("leads back to a page that was read");

    service.fine(1);
    service.next(answer -> PlayedService.Answer.json("{\"next\":\"more\",\"checkpoint\":null}"));
    assertThatThrownBy(() -> fetch(feed, LOGIN).build().into(bank))
        .isInstanceOf(ListException.class)
        .hasMessage("a page has more and no checkpoint");
  }

  @Test
  void credentials_fromTheEnvironment_areATokenOrALogin() {
    assertThat(Credentials.techAgainstTerrorism(Map.of("HASHMATCH_TAT_TOKEN", "jwt")).headers())
        .containsEntry("Authorization", "Bearer jwt");
    Credentials login =
        Credentials.techAgainstTerrorism(
            Map.of("HASHMATCH_TAT_USER", "u", "HASHMATCH_TAT_PASSWORD", "p"));
    assertThat(login.loginForm()).contains("username=u&password=p&resend=False");
    assertThat(login).hasToString("Credentials[login]");
    assertThatThrownBy(() -> Credentials.techAgainstTerrorism(Map.of("HASHMATCH_TAT_USER", "u")))
        .hasMessage("HASHMATCH_TAT_PASSWORD is not set");
  }
}
