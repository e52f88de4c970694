package org.hashmatch.bank.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.BankSettings;
import org.hashmatch.bank.EntryEdit;
import org.hashmatch.bank.Pictures;

/** All that a bank does, one after the other, for tests in which some of it fails. */
final class BankActs {

  private BankActs() {}

  /** Something that a bank does, and what it changes if it succeeds. */
  interface Act {
    void run(Bank bank, Set<String> ids) throws IOException;
  }

  static BankEntry entry(String id) {
    return Pictures.entry(id, Pictures.randomHash(new Random(id.hashCode())));
  }

  static final List<Act> ALL =
      List.of(
          (bank, ids) -> {
            bank.add(entry("one"));
            ids.add("one");
          },
          (bank, ids) -> {
            bank.addAll(List.of(entry("two"), entry("three"), entry("four")));
            ids.addAll(List.of("two", "three", "four"));
          },
          (bank, ids) -> {
            if (bank.remove("two")) {
              ids.remove("two");
            }
          },
          (bank, ids) -> {
            EntryEdit add = bank.addition(entry("five"));
            EntryEdit withdraw = bank.withdrawal("one", origin -> true);
            bank.write(
                writer -> {
                  writer.setCheckpoint("list", "5");
                  return writer.editAll(List.of(add, withdraw));
                });
            ids.remove("one");
            ids.add("five");
          },
          (bank, ids) -> bank.changeSettings(BankSettings.pdq("renamed")),
          (bank, ids) -> bank.catchUp(),
          (bank, ids) -> bank.verify(),
          (bank, ids) -> bank.purge());

  static void assertHolds(Bank bank, Set<String> ids) throws IOException {
    List<String> held = new ArrayList<>();
    bank.forEach(entry -> held.add(entry.id()));
    assertThat(held).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(bank.size()).isEqualTo(ids.size());
    // It was to be set with the one, or not at all.
    assertThat(bank.checkpoint("list").isPresent()).isEqualTo(ids.contains("five"));
    for (String id : List.of("one", "two", "three", "four", "five")) {
      assertThat(bank.neighbours(entry(id).hashes().get(0)))
          .as(id)
          .hasSize(ids.contains(id) ? 1 : 0);
    }
  }
}
