package org.hashmatch.bank.exchange.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hashmatch.bank.exchange.fetch.FetchFixture.NOW;
import static org.hashmatch.bank.exchange.fetch.FetchFixture.fetch;
import static org.hashmatch.bank.exchange.fetch.FetchFixture.ids;
import static org.hashmatch.bank.exchange.fetch.FetchFixture.idsFrom;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.Pictures;
import org.hashmatch.bank.exchange.ImportStatus;
import org.hashmatch.bank.exchange.ListException;
import org.hashmatch.hash.ImageHash;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopNciiFeedTest {

  private static final Credentials KEYS = Credentials.stopNcii("fn-secret", "sub-secret");
  private static final int PAGE = 4;

  /** A record, and when it last changed. */
  private record Change(long at, String row) {}

  @TempDir private Path folder;
  private final List<Change> list = new ArrayList<>();
  private Bank bank;
  private PlayedService service;
  private StopNciiFeed feed;

  @BeforeEach
  void open() throws IOException {
    bank = FetchFixture.bank(folder);
    service = new PlayedService(this::answer);
    feed = StopNciiFeed.of(service.address() + "/v1/");
  }

  @AfterEach
  void close() throws IOException {
    service.close();
    bank.close();
  }

  private PlayedService.Answer answer(PlayedService.Request request) {
    if (!request.header("x-functions-key").equals("fn-secret")
        || !request.header("Ocp-Apim-Subscription-Key").equals("sub-secret")) {
      return PlayedService.Answer.of(401, "text/plain", "who? fn-secret");
    }
    if (request.path().equals("/v1/SubmitFeedback")) {
      return PlayedService.Answer.json("{}");
    }
    assertThat(request.path()).isEqualTo("/v1/FetchHashes");
    long since = Long.parseLong(request.parameters().get("startTimestamp"));
    String token = request.parameters().getOrDefault("nextPageToken", "t+/=0");
    int start = Integer.parseInt(token.substring(4));
    List<Change> all = list.stream().filter(change -> change.at() >= since).toList();
    List<Change> some = all.subList(start, Math.min(all.size(), start + PAGE));
    boolean hasMore = start + PAGE < all.size();
    long last = all.stream().mapToLong(Change::at).max().orElse(0);
    StringBuilder records = new StringBuilder();
    some.forEach(
        each ->
            records
                .append(records.isEmpty() ? "" : ",")
                .append("{\"hashValue\":\"")
                .append(each.row())
                .append("\"}"));
    return PlayedService.Answer.json(
        "{\"count\":%d,\"nextSetTimestamp\":%d,\"nextPageToken\":\"%s\",\"hasMoreRecords\":%b,\"hashRecords\":[%s]}"
            .formatted(
                some.size(), last + 1, hasMore ? "t+/=" + (start + PAGE) : "", hasMore, records));
  }

  private void fill(int from, int to, long at) {
    for (int i = from; i < to; i++) {
      list.add(new Change(at + i, "row:" + i));
    }
  }

  @Test
  void list_ofSeveralPages_isReadToItsEndAndThenOnlyWhatIsNew() throws Exception {
    fill(0, 11, 1000);
    FetchReport first = fetch(feed, KEYS).build().into(bank);

    assertThat(first.pages()).isEqualTo(3);
    assertThat(first.isFinished()).isTrue();
    assertThat(first.total().added()).isEqualTo(11);
    assertThat(first.position()).contains("since=1011 read=" + NOW.getEpochSecond());
    assertThat(bank.checkpoint(feed.checkpointName())).isEqualTo(first.position());
    assertThat(service.asked.get(1))
        .isEqualTo("/v1/FetchHashes?startTimestamp=10&pageSize=800&nextPageToken=t%2B%2F%3D4");

    list.add(new Change(2000, "gone:3"));
    fill(20, 22, 2000);
    FetchReport second = fetch(feed, KEYS).build().into(bank);

    assertThat(second.total().rows()).isEqualTo(3);
    assertThat(second.total().withdrawn()).isEqualTo(1);
    Set<String> expected = new TreeSet<>(idsFrom(0, 11));
    expected.remove("id-3");
    expected.addAll(idsFrom(20, 22));
    assertThat(ids(bank)).isEqualTo(expected);
    FetchReport third = fetch(feed, KEYS).build().into(bank);
    assertThat(third.total().rows()).isZero();
    assertThat(third.position()).isEqualTo(second.position());
  }

  @Test
  void fetch_brokenOffAfterTwoPages_losesAndInventsNothing() throws Exception {
    fill(0, 11, 1000);
    ListFetch killed =
        fetch(feed, KEYS)
            .onPage(
                report -> {
                  if (report.pages() == 2) {
                    throw new IllegalStateException("killed");
                  }
                })
            .build();
    assertThatThrownBy(() -> killed.into(bank)).hasMessage("killed");
    assertThat(ids(bank)).isEqualTo(idsFrom(0, 8));
    assertThat(bank.checkpoint(feed.checkpointName())).isEmpty();

    // What was read and is no more when the fetch begins anew, must go.
    list.remove(2);
    FetchReport again = fetch(feed, KEYS).build().into(bank);

    assertThat(again.isFinished()).isTrue();
    assertThat(again.total().unchanged()).isEqualTo(7);
    assertThat(again.total().added()).isEqualTo(3);
    assertThat(again.total().missing()).isEqualTo(1);
    Set<String> expected = new TreeSet<>(idsFrom(0, 11));
    expected.remove("id-2");
    assertThat(ids(bank)).isEqualTo(expected);
  }

  @Test
  void fetch_afterMoreThanThirtyDays_readsAllAndTakesBackWhatIsNotNamed() throws Exception {
    fill(0, 11, 1000);
    fetch(feed, KEYS).build().into(bank);
    list.remove(5);
    Duration days = Duration.ofDays(30);

    FetchReport soon =
        fetch(feed, KEYS).clock(FetchFixture.at(NOW.plus(days).minusSeconds(5))).build().into(bank);
    assertThat(soon.total().rows()).isZero();

    FetchReport late =
        fetch(feed, KEYS).clock(FetchFixture.at(NOW.plus(days).plus(days))).build().into(bank);
    assertThat(late.total().unchanged()).isEqualTo(10);
    assertThat(late.total().missing()).isEqualTo(1);
    assertThat(ids(bank)).hasSize(10).doesNotContain("id-5");
  }

  @Test
  void pages_thatTakeBackTooMuchTogether_endTheFetch() throws Exception {
    fill(0, 100, 1000);
    fetch(feed, KEYS).build().into(bank);
    for (int i = 0; i < 40; i++) {
      list.add(new Change(5000 + i, "gone:" + i));
    }

    FetchReport report = fetch(feed, KEYS).build().into(bank);

    assertThat(report.total().status()).isEqualTo(ImportStatus.REFUSED_SHRINK);
    assertThat(report.isFinished()).isFalse();
    assertThat(report.pages()).isEqualTo(3);
    assertThat(bank.size()).isEqualTo(92);
    assertThat(report.position()).contains("since=1100 read=" + NOW.getEpochSecond());
  }

  @Test
  void token_thatComesAgain_isALoop() throws Exception {
    fill(0, 11, 1000);
    service.fine(1);
    service.next(answer -> PlayedService.Answer.json(answer.body().replace("t+/=8", "t+/=4")));

    assertThatThrownBy(() -> fetch(feed, KEYS).build().into(bank))
        .isInstanceOf(ListException.class)
        .hasMessage("page 2 leads back to a page that was read");
    assertThat(bank.checkpoint(feed.checkpointName())).isEmpty();
  }

  @Test
  void page_withoutWhatPagingNeeds_isRefused() {
    String[][] pages = {
      {"{\"hasMoreRecords\":true}", "a page has more and no nextPageToken"},
      {"{\"hasMoreRecords\":\"no\"}", "a page's hasMoreRecords must be true or false"},
      {"{\"hasMoreRecords\":false}", "a page's nextSetTimestamp must be a whole number, 0 or more"},
      {
        "{\"hasMoreRecords\":false,\"nextSetTimestamp\":-1}",
        "a page's nextSetTimestamp must be a whole number, 0 or more"
      },
      {"[]", "a page must be a JSON object (got something else)"},
      {"{} {}", "a page must be one JSON object (got more after it)"},
      {"{\"a\":1,\"a\":2}", "a page must be whole JSON (wrong or cut at byte 10)"},
      {"{\"hashRecords\":[0f1e2d3c]}", "a page must be whole JSON (wrong or cut at byte 17)"},
    };
    for (String[] page : pages) {
      service.next(answer -> PlayedService.Answer.json(page[0]));
      assertThatThrownBy(() -> fetch(feed, KEYS).build().into(bank))
          .as(page[0])
          .isInstanceOf(ListException.class)
          .hasMessage(page[1])
          .hasNoCause();
    }
  }

  @Test
  void feedback_isSentInStopNciisWords() throws Exception {
    List<String> bodies = new ArrayList<>();
    ImageHash hash = Pictures.randomHash(new Random(1));
    try (PlayedService taking =
        new PlayedService(
            request -> {
              bodies.add(request.header("x-functions-key") + " " + request.body());
              return PlayedService.Answer.json("{}");
            })) {
      new StopNciiFeedback(taking.address(), KEYS, FetchFixture.QUICK)
          .send(
              List.of(
                  new StopNciiFeedback.Feedback(
                      hash, StopNciiFeedback.Value.NOT_BLOCKED, Set.of("b", "a"))));
    }
    assertThat(bodies)
        .containsExactly(
            "fn-secret {\"count\":1,\"hashFeedbacks\":[{\"hashValue\":\""
                + hash.toHex()
                + "\",\"feedbackValue\":\"NotBlocked\",\"tags\":[\"a\",\"b\"]}]}");
  }

  @Test
  void credentials_fromTheEnvironment_areNeverShown() {
    Credentials keys =
        Credentials.stopNcii(
            Map.of(
                "HASHMATCH_STOPNCII_FUNCTIONS_KEY", "fn-secret",
                "HASHMATCH_STOPNCII_SUBSCRIPTION_KEY", "sub-secret"));
    assertThat(keys).hasToString("Credentials[keys]");
    assertThat(keys.headers()).containsEntry("x-functions-key", "fn-secret").hasSize(2);
    assertThatThrownBy(() -> Credentials.stopNcii(Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("HASHMATCH_STOPNCII_FUNCTIONS_KEY is not set");
    assertThatThrownBy(() -> Credentials.stopNcii("a\nsecret", "b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("functions key must be printable ASCII, 1 character or more");
  }
}
