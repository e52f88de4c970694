package org.hashmatch.bank.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.hashmatch.bank.BankStoreException;
import org.jspecify.annotations.Nullable;

/**
 * One connection, made when it is needed and made again after it broke; its statements are kept.
 * One thread at a time; others wait.
 */
final class SqlSession implements AutoCloseable {

  private final Dialect dialect;
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private @Nullable Connection connection;
  private boolean isClosed;

  SqlSession(Dialect dialect) {
    this.dialect = dialect;
  }

  /** Something to do with a connection. */
  @FunctionalInterface
  interface Work<T> {
    T run(SqlSession session) throws SQLException, IOException;
  }

  /**
   * Runs a query, or something else that does no harm if it is done twice: when the connection
   * turns out to be broken, as after the server was restarted, another is tried.
   */
  synchronized <T> T run(Work<T> work) throws IOException {
    try {
      return work.run(this);
    } catch (SQLException e) {
      IOException failure = failure(e);
      if (connection != null || isClosed) {
        throw failure;
      }
    }
    try {
      return work.run(this);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Runs statements that happen together, or not at all: if they fail, or are not wanted then. */
  synchronized <T> T transaction(Work<T> work, BooleanSupplier isWanted) throws IOException {
    try {
      Connection open = open();
      dialect.begin(open);
      boolean isDone = false;
      try {
        T result = work.run(this);
        if (isWanted.getAsBoolean()) {
          dialect.commit(open);
          isDone = true;
        }
        return result;
      } finally {
        if (!isDone) {
          rollBack(open);
        }
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Runs queries that all see the bank at one moment. */
  synchronized <T> T snapshot(Work<T> work) throws IOException {
    try {
      Connection open = open();
      dialect.beginSnapshot(open);
      try {
        return work.run(this);
      } finally {
        rollBack(open);
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** What fails here must not hide what failed before. */
  private void rollBack(Connection open) {
    try {
      dialect.rollBack(open);
      // They may hold rows that were to be written and must not be, the next time.
      forgetStatements();
    } catch (SQLException e) {
      giveUp();
    }
  }

  private void forgetStatements() throws SQLException {
    for (PreparedStatement statement : statements.values()) {
      statement.close();
    }
    statements.clear();
  }

  Connection open() throws SQLException {
    if (isClosed) {
      throw new SQLException("the bank is closed");
    }
    if (connection == null) {
      connection = dialect.connect();
    }
    return connection;
  }

  /** Runs a statement once; it is not kept. */
  void execute(String sql) throws SQLException {
    try (Statement statement = open().createStatement()) {
      statement.execute(sql);
    }
  }

  PreparedStatement prepare(String sql) throws SQLException {
    PreparedStatement kept = statements.get(sql);
    if (kept == null) {
      kept = open().prepareStatement(sql);
      statements.put(sql, kept);
    }
    return kept;
  }

  /** Runs a query that gives one row or none. */
  <T> @Nullable T first(String sql, Binding binding, Reading<T> reading)
      throws SQLException, IOException {
    PreparedStatement select = prepare(sql);
    binding.bind(select);
    try (ResultSet row = select.executeQuery()) {
      return row.next() ? reading.read(row) : null;
    }
  }

  /** Fills in parameters. */
  @FunctionalInterface
  interface Binding {
    void bind(PreparedStatement statement) throws SQLException;
  }

  /** Reads a row. */
  @FunctionalInterface
  interface Reading<T> {
    T read(ResultSet row) throws SQLException, IOException;
  }

  IOException failure(SQLException e) {
    if (dialect.isBroken(e)) {
      giveUp();
    }
    return new BankStoreException(dialect.where(), dialect.problem(e), e);
  }

  /** Closes the connection; the next use makes another. */
  synchronized void release() {
    giveUp();
  }

  private void giveUp() {
    Connection broken = connection;
    connection = null;
    statements.clear();
    if (broken != null) {
      try {
        broken.close();
      } catch (SQLException e) {
        // It was of no use any more.
      }
    }
  }

  @Override
  public synchronized void close() throws IOException {
    isClosed = true;
    Connection open = connection;
    connection = null;
    statements.clear();
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        throw new BankStoreException(dialect.where(), dialect.problem(e), e);
      }
    }
  }
}
