package org.hashmatch.bank.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hashmatch.bank.AddOutcome;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.BankSettings;
import org.hashmatch.bank.ExactDigest;
import org.hashmatch.bank.Pictures;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.Quality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After a purge, nothing of what was removed is in any file; before it there is. */
class SecrecyTest {

  private static final BankKey KEY = BankKey.of(new byte[32]);
  // Enough for an index cache.
  private static final int ENTRIES = 20_500;
  private static final String PDQ = HashAlgorithm.PDQ.name();
  private static final String SECRET = "entry-777";

  @TempDir private Path folder;

  @Test
  void purge_sqlite_leavesNothingInAnyFile() throws Exception {
    Path file = folder.resolve("plain.bank");
    BankEntry secret = secret(11);
    Traces traces = Traces.of(secret);
    try (Bank bank = SqliteBankFile.create(file, BankSettings.pdq("b"))) {
      fill(bank, ENTRIES, secret);
      traces.put("row", body("jdbc:sqlite:" + file));
      assertThat(traces.in(folder))
          .contains("plain.bank-wal: row", "plain.bank-wal: " + PDQ + ", bytes")
          .anyMatch(found -> found.startsWith("plain.bank.index/pdq") && found.endsWith("indexed"))
          .anyMatch(
              found -> found.startsWith("plain.bank.index/exact-md5") && found.endsWith("indexed"));

      assertThat(bank.remove(SECRET)).isTrue();
      // The file has been overwritten; log and cache have not.
      assertThat(traces.in(folder))
          .anyMatch(found -> found.startsWith("plain.bank.index/pdq"))
          .anyMatch(found -> found.startsWith("plain.bank-wal"));

      bank.purge();
      assertThat(traces.in(folder)).isEmpty();
    }
    assertThat(traces.in(folder)).isEmpty();
    assertThat(folder.resolve("plain.bank.index")).isNotEmptyDirectory();
    SqliteBankFile.open(file).close();
    assertThat(traces.in(folder)).isEmpty();
  }

  @Test
  void purge_sealedSqlite_leavesNotEvenWhatWasSealed() throws Exception {
    Path file = folder.resolve("sealed.bank");
    BankEntry secret = secret(12);
    Traces traces = Traces.of(secret);
    try (Bank bank = SqliteBankFile.create(file, BankSettings.pdq("b"), Optional.of(KEY))) {
      fill(bank, ENTRIES, secret);
      assertThat(traces.in(folder)).as("open text").isEmpty();

      traces.put("row", body("jdbc:sqlite:" + file));
      assertThat(bank.remove(SECRET)).isTrue();
      assertThat(traces.in(folder)).contains("sealed.bank-wal: row");

      bank.purge();
      assertThat(traces.in(folder)).isEmpty();
    }
    assertThat(traces.in(folder)).isEmpty();
  }

  /** A server's administrator may do all that is needed, and then purging does all of it. */
  @Test
  void purge_postgresAsAdministrator_leavesNothingInAnyFile() throws Exception {
    PostgresBank place = PostgresServer.bank("secrecy");
    Path data = Path.of(PostgresServer.dataDirectory());
    Path cache = folder.resolve("index");
    BankEntry secret = secret(13);
    Traces traces = Traces.of(secret);
    place.create(BankSettings.pdq("b"), Optional.empty()).close();
    try (Bank bank = place.open(Optional.of(cache), Optional.empty())) {
      fill(bank, ENTRIES, secret);
      traces.put("row", postgresBody("secrecy"));
      assertRowIsInItsTable(traces, data);
      assertThat(bank.remove(SECRET)).isTrue();
      assertThat(traces.in(folder)).anyMatch(found -> found.startsWith("index/pdq"));
      // The whole row may be cut by a page of the log; not all parts of it can be.
      assertThat(traces.in(data)).anyMatch(found -> found.startsWith("pg_wal/"));

      bank.purge();
      assertThat(traces.in(data, folder)).isEmpty();
    }
    assertThat(cache).isNotEmptyDirectory();
    assertThat(traces.in(data, folder)).isEmpty();
  }

  @Test
  void purge_sealedPostgresAsAdministrator_leavesNotEvenWhatWasSealed() throws Exception {
    PostgresBank place = PostgresServer.bank("secrecy_sealed");
    Path data = Path.of(PostgresServer.dataDirectory());
    BankEntry secret = secret(14);
    Traces traces = Traces.of(secret);
    try (Bank bank = place.create(BankSettings.pdq("b"), Optional.of(KEY))) {
      fill(bank, 1000, secret);
      assertThat(traces.in(data)).as("open text").isEmpty();

      traces.put("row", postgresBody("secrecy_sealed"));
      assertRowIsInItsTable(traces, data);
      assertThat(bank.remove(SECRET)).isTrue();

      bank.purge();
      assertThat(traces.in(data)).isEmpty();
    }
  }

  /**
   * What remains for an administrator where the bank's user is an ordinary one: neither a
   * checkpoint nor another log file alone does it, but the one after the other.
   */
  @Test
  void purge_postgresAsOrdinaryUser_leavesTheLogUntilItIsSwitchedAndCheckpointed()
      throws Exception {
    PostgresServer.sql(
        "CREATE ROLE clerk LOGIN PASSWORD 'clerk'",
        "GRANT CREATE ON DATABASE postgres TO clerk",
        // So that all that follows is in one file of the log.
        "SELECT pg_switch_wal()");
    Path data = Path.of(PostgresServer.dataDirectory());
    BankEntry secret = secret(15);
    Traces traces = Traces.of(secret);
    PostgresBank place = PostgresBank.at(PostgresServer.url(), "secrecy_clerk", "clerk", "clerk");
    try (Bank bank = place.create(BankSettings.pdq("b"), Optional.empty())) {
      fill(bank, 1000, secret);
      traces.put("row", postgresBody("secrecy_clerk"));
      PostgresServer.sql("CHECKPOINT");
      assertThat(traces.in(data.resolve("base"))).as("tables").isNotEmpty();
      assertThat(bank.remove(SECRET)).isTrue();

      bank.purge();
      PostgresServer.sql("CHECKPOINT");
      assertThat(traces.in(data)).isNotEmpty().allMatch(found -> found.startsWith("pg_wal/"));
      PostgresServer.sql("SELECT pg_switch_wal()");
      assertThat(traces.in(data)).isNotEmpty().allMatch(found -> found.startsWith("pg_wal/"));
      PostgresServer.sql("CHECKPOINT");
      assertThat(traces.in(data)).isEmpty();
    }
  }

  private static BankEntry secret(long seed) {
    BankEntry.Builder secret =
        BankEntry.builder(SECRET)
            .hash(Pictures.randomHash(new Random(seed)))
            .quality(Quality.FULL)
            .origin("demo-ngo", "case-1");
    ExactDigest.allOf(("upload " + seed).getBytes(StandardCharsets.UTF_8)).forEach(secret::digest);
    return secret.build();
  }

  /** The secret one is among others. */
  private static void fill(Bank bank, int entries, BankEntry secret) throws IOException {
    Random random = new Random(21);
    List<BankEntry> all = new ArrayList<>();
    for (int i = 0; i < entries; i++) {
      all.add(i == 777 ? secret : Pictures.entry("entry-" + i, Pictures.randomHash(random)));
    }
    assertThat(bank.addAll(all)).containsOnly(AddOutcome.ADDED);
  }

  private static void assertRowIsInItsTable(Traces traces, Path data) throws Exception {
    PostgresServer.sql("CHECKPOINT");
    assertThat(traces.in(data))
        .anyMatch(found -> found.startsWith("base/") && found.endsWith(": row"));
  }

  private static byte[] postgresBody(String schema) throws SQLException {
    return body(
        "jdbc:"
            + PostgresServer.url()
            + "?currentSchema="
            + schema
            + "&user="
            + PostgresServer.USER
            + "&password="
            + PostgresServer.PASSWORD);
  }

  /** The secret entry as the database has it. */
  private static byte[] body(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement select =
            connection.prepareStatement("SELECT body FROM entry WHERE id = ?")) {
      select.setString(1, SECRET);
      try (ResultSet row = select.executeQuery()) {
        assertThat(row.next()).isTrue();
        return row.getBytes(1);
      }
    }
  }
}
