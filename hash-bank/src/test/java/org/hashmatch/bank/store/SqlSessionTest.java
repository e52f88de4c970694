package org.hashmatch.bank.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlSessionTest {

  @TempDir private Path folder;

  /** SQLite's driver would take the first for begun, and write the next without a transaction. */
  @Test
  void transaction_afterOneThatCouldNotBegin_isRolledBackWhole() throws Exception {
    SqliteDialect dialect = SqliteDialect.creating(folder.resolve("a.bank"));
    try (SqlSession session = new SqlSession(dialect);
        Connection other = dialect.connect()) {
      session.run(one -> did(one, "CREATE TABLE t (x)", "PRAGMA busy_timeout = 1"));
      dialect.begin(other);
      assertThatThrownBy(
              () -> session.transaction(one -> did(one, "INSERT INTO t VALUES (1)"), () -> true))
          .hasMessageContaining("in use by another process");
      dialect.rollBack(other);

      session.transaction(one -> did(one, "INSERT INTO t VALUES (2)"), () -> false);

      List<Long> rows = new ArrayList<>();
      session.run(
          one -> {
            one.first("SELECT count(*) FROM t", all -> {}, row -> rows.add(row.getLong(1)));
            return rows;
          });
      assertThat(rows).containsExactly(0L);
    }
  }

  /** SQLite tells that the log could not be emptied in a row that one must read. */
  @Test
  void purge_whileAnotherReads_isNotTakenForDone() throws Exception {
    SqliteDialect dialect = SqliteDialect.creating(folder.resolve("a.bank"));
    try (SqlSession session = new SqlSession(dialect);
        Connection other = dialect.connect()) {
      session.run(one -> did(one, "CREATE TABLE t (x)", "PRAGMA busy_timeout = 1"));
      dialect.beginSnapshot(other);
      SqliteDialect.pragma(other, "user_version");
      session.run(one -> did(one, "INSERT INTO t VALUES (1)"));
      assertThatThrownBy(
              () ->
                  session.run(
                      one -> {
                        dialect.purge(one.open());
                        return true;
                      }))
          .hasMessageContaining("in use by another process");
      dialect.rollBack(other);
      session.run(
          one -> {
            dialect.purge(one.open());
            return true;
          });
    }
  }

  private static boolean did(SqlSession session, String... statements) throws SQLException {
    for (String sql : statements) {
      session.execute(sql);
    }
    return true;
  }
}
