package org.hashmatch.bank.exchange.fetch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.BankSettings;
import org.hashmatch.bank.Pictures;
import org.hashmatch.bank.exchange.ListImport;
import org.hashmatch.bank.exchange.ListItem;
import org.hashmatch.bank.exchange.ListReader;
import org.hashmatch.bank.store.SqliteBankFile;

/** What tests of fetches share: rows that are words in a page, and little patience. */
final class FetchFixture {

  static final Instant NOW = Instant.parse("2026-03-02T08:00:00.123Z");
  static final FetchSettings QUICK =
      new FetchSettings(
          Duration.ofSeconds(1), 4, Duration.ofMillis(2), Duration.ofSeconds(2), 20_000, "test/1");
  static final ListImport LIST = ListImport.builder("demo").build();

  private static final Pattern ROW = Pattern.compile("(row|gone):(\\d+)");

  private FetchFixture() {}

  /** Knows {@code row:7} and {@code gone:7} wherever they stand. */
  static final ListReader READER =
      (in, sink) -> {
        String page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        Matcher rows = ROW.matcher(page);
        for (long line = 1; rows.find(); line++) {
          long number = Long.parseLong(rows.group(2));
          String id = "id-" + number;
          sink.item(
              rows.group(1).equals("row")
                  ? new ListItem.Known(
                      line,
                      BankEntry.builder(id)
                          .hash(Pictures.randomHash(new Random(number)))
                          .origin("demo", "")
                          .build())
                  : new ListItem.Withdrawn(line, id, Optional.empty()));
        }
      };

  static Bank bank(Path folder) throws IOException {
    return SqliteBankFile.create(folder.resolve("test.bank"), BankSettings.pdq("b"));
  }

  static ListFetch.Builder fetch(Feed feed, Credentials credentials) {
    return ListFetch.builder(feed, READER, LIST)
        .credentials(credentials)
        .settings(QUICK)
        .clock(at(NOW));
  }

  static Clock at(Instant time) {
    return Clock.fixed(time, ZoneOffset.ofHours(2));
  }

  static Set<String> ids(Bank bank) throws IOException {
    Set<String> ids = new TreeSet<>();
    bank.forEach(entry -> ids.add(entry.id()));
    return ids;
  }

  static Set<String> idsOf(int... numbers) {
    Set<String> ids = new TreeSet<>();
    for (int number : numbers) {
      ids.add("id-" + number);
    }
    return ids;
  }

  static Set<String> idsFrom(int from, int to) {
    Set<String> ids = new TreeSet<>();
    for (int number = from; number < to; number++) {
      ids.add("id-" + number);
    }
    return ids;
  }
}
