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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.exchange.ListException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NcmecFeedTest {

  private static final Credentials LOGIN = Credentials.basic("demo", "pässword");
  private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
  private static final int PAGE = 5;

  /** Of each number its latest state only, as NCMEC has it. */
  private final Map<Integer, Entry> list = new TreeMap<>();

  private record Entry(Instant at, boolean isDeleted) {}

  @TempDir private Path folder;
  private Bank bank;
  private PlayedService service;
  private NcmecFeed feed;

  @BeforeEach
  void open() throws IOException {
    bank = FetchFixture.bank(folder);
    service = new PlayedService(this::answer);
    feed = NcmecFeed.since(service.address() + "/npo", BEGINNING);
  }

  @AfterEach
  void close() throws IOException {
    service.close();
    bank.close();
  }

  private PlayedService.Answer answer(PlayedService.Request request) {
    if (!LOGIN.headers().containsValue(request.header("Authorization"))) {
      return PlayedService.Answer.of(401, "text/html", "no");
    }
    assertThat(request.path()).isEqualTo("/npo/v2/entries");
    Instant from = Instant.parse(request.parameters().get("from"));
    Instant to = Instant.parse(request.parameters().get("to"));
    int start = Integer.parseInt(request.parameters().getOrDefault("start", "1"));
    List<Map.Entry<Integer, Entry>> all =
        list.entrySet().stream()
            .filter(each -> !each.getValue().at().isBefore(from))
            .filter(each -> each.getValue().at().isBefore(to))
            .toList();
    int end = Math.min(all.size(), start - 1 + PAGE);
    StringBuilder images = new StringBuilder();
    for (Map.Entry<Integer, Entry> each : all.subList(start - 1, end)) {
      String kind = each.getValue().isDeleted() ? "gone" : "row";
      images
          .append("<image><id>")
          .append(kind)
          .append(':')
          .append(each.getKey())
          .append("</id></image>");
    }
    String next =
        end == all.size()
            ? ""
            : "<paging><next>/v2/entries?from=%s.000Z&amp;to=%s.000Z&amp;start=%d&amp;size=%d&amp;max=%d</next></paging>"
                .formatted(escaped(from), escaped(to), end + 1, PAGE, all.size());
    return PlayedService.Answer.xml(
        "<?xml version=\"1.0\"?>\n<queryResult xmlns=\"https://hashsharing.ncmec.org/hashsharing/v2\">"
            + "<images count=\"1\">"
            + images
            + "</images>"
            + next
            + "</queryResult>");
  }

  private static String escaped(Instant time) {
    String text = time.toString();
    return text.substring(0, text.length() - 1).replace(":", "%3A");
  }

  private void fill(int from, int to, Instant at) {
    for (int i = from; i < to; i++) {
      list.put(i, new Entry(at, false));
    }
  }

  private Map<String, String> asked(int request) {
    String uri = service.asked.get(request);
    return PlayedService.parameters(uri.substring(uri.indexOf('?') + 1));
  }

  @Test
  void list_isReadInRangesThatEndBeforeNow() throws Exception {
    fill(0, 12, BEGINNING.plusSeconds(3600));
    fill(12, 15, NOW.minusSeconds(60));
    fill(15, 17, NOW.minusSeconds(2));

    FetchReport first = fetch(feed, LOGIN).build().into(bank);

    assertThat(first.isFinished()).isTrue();
    assertThat(ids(bank)).isEqualTo(idsFrom(0, 15));
    assertThat(first.position()).contains("2026-03-02T07:59:55Z");
    assertThat(asked(0))
        .containsEntry("from", "2026-01-01T00:00:00Z")
        .containsEntry("to", "2026-01-02T00:00:00Z");
    assertThat(asked(3)).containsEntry("from", "2026-01-01T23:59:59Z");
    assertThat(asked(service.asked.size() - 1)).containsEntry("to", "2026-03-02T07:59:55Z");

    list.put(3, new Entry(NOW.plusSeconds(30), true));
    int requests = service.asked.size();
    FetchReport second =
        fetch(feed, LOGIN).clock(FetchFixture.at(NOW.plusSeconds(60))).build().into(bank);

    assertThat(asked(requests))
        .containsEntry("from", "2026-03-02T07:49:55Z")
        .containsEntry("to", "2026-03-02T08:00:55Z");
    assertThat(second.total().unchanged()).isEqualTo(3);
    assertThat(second.total().added()).isEqualTo(2);
    assertThat(second.total().withdrawn()).isEqualTo(1);
    Set<String> expected = new TreeSet<>(idsFrom(0, 17));
    expected.remove("id-3");
    assertThat(ids(bank)).isEqualTo(expected);
  }

  @Test
  void fetch_brokenOffInsideARange_beginsTheRangeAgain() throws Exception {
    fill(0, 3, BEGINNING.plusSeconds(10));
    fill(3, 20, BEGINNING.plus(Duration.ofDays(2)));
    ListFetch killed =
        fetch(feed, LOGIN)
            .onPage(
                report -> {
                  if (report.pages() == 3) {
                    throw new IllegalStateException("killed");
                  }
                })
            .build();
    assertThatThrownBy(() -> killed.into(bank)).hasMessage("killed");
    assertThat(bank.size()).isEqualTo(13);
    assertThat(bank.checkpoint(feed.checkpointName())).contains("2026-01-02T00:00:00Z");

    // Nobody says that the rest comes in the same order.
    list.remove(3);
    list.put(21, new Entry(BEGINNING.plus(Duration.ofDays(2)), false));
    list.put(3, new Entry(BEGINNING.plus(Duration.ofDays(3)), true));
    FetchReport rest = fetch(feed, LOGIN).build().into(bank);

    assertThat(rest.isFinished()).isTrue();
    Set<String> expected = new TreeSet<>(idsFrom(0, 20));
    expected.remove("id-3");
    expected.add("id-21");
    assertThat(ids(bank)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void list_thatChangesBetweenBrokenFetches_endsLikeTheService(long seed) throws Exception {
    Random random = new Random(seed);
    Instant now = BEGINNING.plus(Duration.ofDays(20));
    for (int round = 0; round < 6; round++) {
      for (int i = 0; i < 15; i++) {
        Instant at = now.minusSeconds(6 + random.nextInt(round == 0 ? 1_000_000 : 50_000));
        list.put(random.nextInt(60), new Entry(at, random.nextInt(8) == 0));
      }
      int last = 1 + random.nextInt(6);
      boolean isKilled = round < 5 && random.nextBoolean();
      ListFetch fetch =
          ListFetch.builder(
                  feed,
                  FetchFixture.READER,
                  FetchFixture.LIST.toBuilder().allowShrink(true).build())
              .credentials(LOGIN)
              .settings(FetchFixture.QUICK)
              .clock(FetchFixture.at(now))
              .onPage(
                  report -> {
                    if (isKilled && report.pages() == last) {
                      throw new IllegalStateException("killed");
                    }
                  })
              .build();
      try {
        fetch.into(bank);
      } catch (IllegalStateException e) {
        assertThat(e).hasMessage("killed");
      }
      now = now.plusSeconds(50_000);
    }
    fetch(feed, LOGIN).clock(FetchFixture.at(now)).build().into(bank);
    Set<String> expected = new HashSet<>();
    list.forEach(
        (number, entry) -> {
          if (!entry.isDeleted()) {
            expected.add("id-" + number);
          }
        });
    assertThat(ids(bank)).as("seed %d", seed).isEqualTo(new TreeSet<>(expected));
  }

  @Test
  void nextLink_thatLeadsElsewhere_isRefused() {
    fill(0, 12, BEGINNING.plusSeconds(3600));
    List<String> links = new ArrayList<>();
    links.add("https://elsewhere.example/npo/v2/entries?start=6");
    links.add("//elsewhere.example/npo/v2/entries?start=6");
    links.add("http://127.0.0.1:1/npo/v2/entries?start=6");
    links.add("http://demo:x@" + service.address().substring(7) + "/npo/v2/entries?start=6");
    links.add("/npo/v2/entries/../../status");
    links.add("/other/v2/entries?start=6");
    links.add("/v2/entriesandmore?start=6");
    links.add("/v2/entries?start=6#there");
    links.add("not a link");
    for (String link : links) {
      service.next(
          answer ->
              PlayedService.Answer.xml(answer.body().replaceAll("<next>[^<]*", "<next>" + link)));
      assertThatThrownBy(() -> fetch(feed, LOGIN).build().into(bank))
          .as(link)
          .isInstanceOf(ListException.class)
          .hasMessage("a page's next link leads elsewhere");
    }
    assertThat(service.asked).hasSize(links.size());
  }

  @Test
  void nextLink_thatPointsAtThisPageOrAnotherRange_isRefused() {
    fill(0, 12, BEGINNING.plusSeconds(3600));
    service.fine(1);
    service.next(answer -> PlayedService.Answer.xml(answer.body().replace("start=11", "start=6")));
    assertThatThrownBy(() -> fetch(feed, LOGIN).build().into(bank))
        .isInstanceOf(ListException.class)
        .hasMessage("page 2 leads back to a page that was read");
    service.next(
        answer -> PlayedService.Answer.xml(answer.body().replace("2026-01-02T", "2026-01-03T")));
    assertThatThrownBy(() -> fetch(feed, LOGIN).build().into(bank))
        .isInstanceOf(ListException.class)
        .hasMessage("a page's next link is of another range of time");
  }

  @Test
  void nextLink_fromTheRootOrWhole_isFollowed() throws Exception {
    fill(0, 12, BEGINNING.plusSeconds(3600));
    service.next(
        answer ->
            PlayedService.Answer.xml(answer.body().replace("/v2/entries?", "/npo/v2/entries?")));
    service.next(
        answer ->
            PlayedService.Answer.xml(
                answer.body().replace("/v2/entries?", service.address() + "/npo/v2/entries?")));

    assertThat(fetch(feed, LOGIN).build().into(bank).isFinished()).isTrue();
    assertThat(ids(bank)).isEqualTo(idsFrom(0, 12));
  }

  @Test
  void page_withADocumentTypeOrCut_isRefusedBeforeARowIsTaken() throws Exception {
    fill(0, 3, BEGINNING.plusSeconds(3600));
    String[][] pages = {
      {
        "<!DOCTYPE q [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><queryResult>&e;</queryResult>",
        "a page must have no document type"
      },
      {"<html></html>", "a page must be a queryResult (got another element)"},
      {"<queryResult>row:1<images>", "a page must be whole XML (wrong or cut in line 1)"},
      {"", "a page must be whole XML (wrong or cut in line 1)"},
    };
    for (String[] page : pages) {
      service.next(answer -> PlayedService.Answer.xml(page[0]));
      assertThatThrownBy(() -> fetch(feed, LOGIN).build().into(bank))
          .as(page[0])
          .isInstanceOf(ListException.class)
          .hasMessage(page[1])
          .hasNoCause();
    }
    assertThat(bank.size()).isZero();
    assertThat(bank.checkpoint(feed.checkpointName())).isEmpty();
  }

  @Test
  void clock_behindTheLastFetch_isSaid() throws Exception {
    fetch(feed, LOGIN).build().into(bank);
    fetch(feed, LOGIN).clock(FetchFixture.at(NOW.minusSeconds(500))).build().into(bank);
    assertThat(bank.checkpoint(feed.checkpointName())).contains("2026-03-02T07:51:35Z");

    assertThatThrownBy(
            () ->
                fetch(feed, LOGIN)
                    .clock(FetchFixture.at(NOW.minusSeconds(5000)))
                    .build()
                    .into(bank))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("2026-03-02T07:51:35Z, which is in the future of this clock");
  }
}
