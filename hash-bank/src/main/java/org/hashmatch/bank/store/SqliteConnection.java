package org.hashmatch.bank.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.hashmatch.bank.BankFileException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/** One connection to one file: its pragmas, transactions, and SQLite's errors in words. */
final class SqliteConnection implements AutoCloseable {

  /** How long another process may hold the file before a change gives up. */
  private static final int BUSY_MILLIS = 10_000;

  private final Path file;
  private final Connection connection;

  private SqliteConnection(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  static SqliteConnection create(Path file) throws IOException {
    return connect(file, new SQLiteConfig());
  }

  /** Without permission to create: a missing bank must not become an empty one. */
  static SqliteConnection open(Path file) throws IOException {
    SQLiteConfig config = new SQLiteConfig();
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    return connect(file, config);
  }

  private static SqliteConnection connect(Path file, SQLiteConfig config) throws IOException {
    config.setBusyTimeout(BUSY_MILLIS);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    try {
      return new SqliteConnection(
          file, config.createConnection("jdbc:sqlite:" + file.toAbsolutePath()));
    } catch (SQLException e) {
      throw failure(file, e);
    }
  }

  /**
   * Readers never wait for a writer, and a commit is on disk when it returns; removed bytes are
   * overwritten.
   */
  void setDurable() throws SQLException {
    execute("PRAGMA journal_mode = WAL");
    execute("PRAGMA synchronous = FULL");
    execute("PRAGMA secure_delete = ON");
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  PreparedStatement prepare(String sql) throws SQLException {
    return connection.prepareStatement(sql);
  }

  int pragma(String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA " + name)) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  String pragmaText(String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA " + name)) {
      return rows.next() ? rows.getString(1) : "";
    }
  }

  /** Steps that happen together or not at all. */
  @FunctionalInterface
  interface Steps<T> {
    T run() throws SQLException, IOException;
  }

  <T> T transaction(Steps<T> steps) throws IOException {
    try {
      connection.setAutoCommit(false);
      try {
        T result = steps.run();
        connection.commit();
        return result;
      } finally {
        // After a commit there is nothing to roll back.
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  IOException failure(SQLException e) {
    return failure(file, e);
  }

  private static IOException failure(Path file, SQLException e) {
    SQLiteErrorCode code =
        e instanceof SQLiteException sqlite
            ? sqlite.getResultCode()
            : SQLiteErrorCode.UNKNOWN_ERROR;
    return new BankFileException(file, problem(code), e);
  }

  private static String problem(SQLiteErrorCode code) {
    return switch (code) {
      case SQLITE_NOTADB -> "not a bank file (no database)";
      case SQLITE_CORRUPT, SQLITE_CORRUPT_INDEX, SQLITE_CORRUPT_VTAB -> "damaged (" + code + ")";
      case SQLITE_BUSY, SQLITE_LOCKED ->
          "in use by another process for more than " + BUSY_MILLIS / 1000 + " s";
      case SQLITE_READONLY, SQLITE_READONLY_DIRECTORY, SQLITE_READONLY_DBMOVED ->
          "cannot be written; even to be read, a bank needs write permission on its file and folder";
      case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH ->
          "cannot be opened; check the permissions of the file and its folder";
      case SQLITE_FULL -> "the disk is full; nothing was changed";
      default -> "cannot be read or written (" + code + ")";
    };
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failure(e);
    }
  }
}
