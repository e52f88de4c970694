package org.hashmatch.bank.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.BankSettings;
import org.hashmatch.bank.BankStoreException;
import org.hashmatch.bank.EntryEdit;
import org.hashmatch.bank.Pictures;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The database fails at its first statement, its second, and so on through all that a bank does:
 * what was acknowledged is there, what failed has not happened, and the bank goes on.
 */
@Tag("exhaustive")
class BankFaultTest {

  @TempDir private Path folder;

  /** Something that a bank does, and what it changes if it succeeds. */
  private interface Act {
    void run(Bank bank, Set<String> ids) throws IOException;
  }

  private static BankEntry entry(String id) {
    return Pictures.entry(id, Pictures.randomHash(new Random(id.hashCode())));
  }

  private static final List<Act> ACTS =
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

  /** 53100 is a full disk, 08006 a connection that broke. */
  @ParameterizedTest
  @CsvSource({"SQLITE,", "POSTGRES,53100", "POSTGRES,08006"})
  void anyStatement_thatFails_changesNothing(String kind, String sqlState) throws Exception {
    int faults = 0;
    boolean isThrough = false;
    for (int n = 1; !isThrough; n++) {
      isThrough = !failsAt(n, kind, sqlState);
      faults += isThrough ? 0 : 1;
    }
    assertThat(faults).isGreaterThan(40);
  }

  /** Whether there was an n-th statement. */
  private boolean failsAt(int n, String kind, String sqlState) throws Exception {
    String name = "faulty_" + kind.toLowerCase(java.util.Locale.ROOT) + "_" + sqlState + "_" + n;
    Dialect plain =
        kind.equals("SQLITE")
            ? SqliteDialect.creating(folder.resolve(name))
            : PostgresServer.dialect(name);
    FaultyDialect faulty = new FaultyDialect(plain, sqlState);
    Set<String> ids = new TreeSet<>();
    SqlBankStore store = new SqlBankStore(faulty, null);
    store.create(BankSettings.pdq("b"));
    try (Bank bank = Bank.open(store)) {
      faulty.failAt(n);
      for (Act act : ACTS) {
        Set<String> after = new TreeSet<>(ids);
        try {
          faulty.count(true);
          act.run(bank, after);
          ids = after;
        } catch (BankStoreException e) {
          assertThat(faulty.hasFailed()).as("%s, fault %d", e, n).isTrue();
          assertThat(e).hasMessageStartingWith("bank " + plain.where() + ": ");
        }
        faulty.count(false);
        bank.catchUp();
        assertSame(bank, ids);
      }
    }
    try (Bank bank = Bank.open(new SqlBankStore(plain, null))) {
      assertSame(bank, ids);
      bank.verify();
    }
    return faulty.hasFailed();
  }

  private static void assertSame(Bank bank, Set<String> ids) throws IOException {
    List<String> held = new ArrayList<>();
    bank.forEach(entry -> held.add(entry.id()));
    assertThat(held).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(bank.size()).isEqualTo(ids.size());
    for (String id : List.of("one", "two", "three", "four", "five")) {
      assertThat(bank.neighbours(entry(id).hashes().get(0)))
          .as(id)
          .hasSize(ids.contains(id) ? 1 : 0);
    }
  }
}
