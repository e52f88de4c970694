package org.hashmatch.bank.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** One schema of a database a bank. */
final class PostgresDialect implements Dialect {

  static final int VERSION = 2;
  private static final int ROWS_AT_A_TIME = 5000;
  private static final String NOT_ALLOWED = "42501";

  private final DataSource database;
  private final String where;
  private final String schema;

  PostgresDialect(DataSource database, String where, String schema) {
    this.database = database;
    this.where = where;
    this.schema = schema;
  }

  @Override
  public String where() {
    return where;
  }

  /** The schema as SQL writes a name; it was checked to have no quotes. */
  String quotedSchema() {
    return "\"" + schema + "\"";
  }

  @Override
  public Connection connect() throws SQLException {
    Connection connection = database.getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET search_path TO " + quotedSchema());
      statement.execute("SET synchronous_commit TO on");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public void close() {
    // The data source is the caller's.
  }

  @Override
  public List<String> tables() {
    return List.of(
        "CREATE SCHEMA " + quotedSchema(),
        "CREATE TABLE version (one SMALLINT PRIMARY KEY CHECK (one = 1), version INTEGER NOT NULL)",
        "INSERT INTO version VALUES (1, " + VERSION + ")",
        """
        CREATE TABLE bank (
          one SMALLINT PRIMARY KEY CHECK (one = 1),
          settings BYTEA NOT NULL,
          sealed SMALLINT NOT NULL,
          sequence BIGINT NOT NULL,
          entry_rows BIGINT NOT NULL,
          held BIGINT NOT NULL,
          entries_checksum BIGINT NOT NULL,
          checksum BIGINT NOT NULL
        )
        """,
        """
        CREATE TABLE entry (
          key BIGINT PRIMARY KEY,
          id TEXT NOT NULL UNIQUE,
          sequence BIGINT NOT NULL UNIQUE,
          held SMALLINT NOT NULL,
          body BYTEA NOT NULL,
          checksum BIGINT NOT NULL
        )
        """,
        "CREATE TABLE epoch (first_sequence BIGINT PRIMARY KEY, token BIGINT NOT NULL)",
        "CREATE TABLE checkpoint (list TEXT PRIMARY KEY, position TEXT NOT NULL)");
  }

  /** Whoever writes next waits here, and then sees what this transaction did. */
  @Override
  public String lockingSuffix() {
    return " FOR UPDATE";
  }

  /** The mode stays: to leave it could fail, and whoever committed would be told so. */
  @Override
  public void begin(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
  }

  @Override
  public void beginSnapshot(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
  }

  @Override
  public void commit(Connection connection) throws SQLException {
    connection.commit();
  }

  @Override
  public void rollBack(Connection connection) throws SQLException {
    connection.rollback();
  }

  @Override
  public int fetchSize() {
    return ROWS_AT_A_TIME;
  }

  @Override
  public boolean isBroken(SQLException e) {
    String state = state(e);
    // Connection exceptions, and a server that is shutting down.
    return state.startsWith("08") || state.startsWith("57P");
  }

  private static String state(SQLException e) {
    return e.getSQLState() == null ? "" : e.getSQLState();
  }

  @Override
  public String problem(SQLException e) {
    String state = state(e);
    if (state.startsWith("08") || state.startsWith("57P")) {
      return "the database cannot be reached (" + state + ")";
    }
    if (state.startsWith("28")) {
      return "the database refuses the user or the password";
    }
    return switch (state) {
      case "3D000" -> "there is no such database";
      case "3F000", "42P01" -> "there is no such bank in the database";
      case "42P06" -> "exists already";
      case NOT_ALLOWED -> "the user lacks a permission (" + state + ")";
      case "25006" -> "the database is read-only; nothing was changed";
      case "53100" -> "the disk is full; nothing was changed";
      case "XX000", "XX001", "XX002" -> "damaged, or its disk fails (" + state + ")";
      default ->
          "cannot be read or written ("
              + (state.isEmpty() ? e.getClass().getSimpleName() : state)
              + ")";
    };
  }

  /** PostgreSQL's own pages have checksums where its administrator asked for them. */
  @Override
  public String structureProblem(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT (SELECT count(*) FROM entry) - (SELECT entry_rows FROM bank)")) {
      row.next();
      return row.getLong(1) == 0 ? "" : "the number of rows differs by " + row.getLong(1);
    }
  }

  /**
   * The write-ahead log has the bytes too, until the part of it that is written to is another and a
   * checkpoint does away with those before. Few may ask for that; for the others the server comes
   * to it by itself, and so an old part may be there for a while.
   */
  @Override
  public void purge(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("VACUUM FULL entry");
      statement.execute("VACUUM FULL bank");
      executeIfAllowed(statement, "SELECT pg_switch_wal()");
      executeIfAllowed(statement, "CHECKPOINT");
    }
  }

  private static void executeIfAllowed(Statement statement, String sql) throws SQLException {
    try {
      statement.execute(sql);
    } catch (SQLException e) {
      if (!state(e).equals(NOT_ALLOWED)) {
        throw e;
      }
    }
  }
}
