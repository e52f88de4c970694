package org.hashmatch.bank.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankSettings;
import org.hashmatch.bank.BankStoreException;
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
      for (BankActs.Act act : BankActs.ALL) {
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
        BankActs.assertHolds(bank, ids);
      }
    }
    try (Bank bank = Bank.open(new SqlBankStore(plain, null))) {
      BankActs.assertHolds(bank, ids);
      bank.verify();
    }
    return faulty.hasFailed();
  }
}
