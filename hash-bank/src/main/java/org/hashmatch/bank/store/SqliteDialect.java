package org.hashmatch.bank.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/** One file a bank. */
final class SqliteDialect implements Dialect {

  static final int APPLICATION_ID = 0x484D424B;
  static final int VERSION = 2;

  /** How long another process may hold the file before a change gives up. */
  private static final int BUSY_MILLIS = 10_000;

  private static final String UNWRITABLE =
      "cannot be written (no permission, or a read-only file system); even to be read, a bank needs"
          + " write permission on its file and folder";

  private final Path file;
  private final boolean mayCreate;

  private SqliteDialect(Path file, boolean mayCreate) {
    this.file = file;
    this.mayCreate = mayCreate;
  }

  static SqliteDialect creating(Path file) {
    return new SqliteDialect(file, true);
  }

  /** Without permission to create: a missing bank must not become an empty one. */
  static SqliteDialect opening(Path file) {
    return new SqliteDialect(file, false);
  }

  @Override
  public String where() {
    return file.toString();
  }

  /**
   * Readers never wait for a writer, and a commit is on disk when it returns; removed bytes are
   * overwritten. The cache has room for the index of a million ids, whose order is any.
   */
  @Override
  public Connection connect() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    if (!mayCreate) {
      config.resetOpenMode(SQLiteOpenMode.CREATE);
    }
    config.setBusyTimeout(BUSY_MILLIS);
    Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    try {
      if (mayCreate || pragma(connection, "application_id") == APPLICATION_ID) {
        execute(
            connection,
            "PRAGMA journal_mode = WAL",
            "PRAGMA synchronous = FULL",
            "PRAGMA secure_delete = ON",
            "PRAGMA cache_size = -65536");
      }
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  static void execute(Connection connection, String... statements) throws SQLException {
    for (String sql : statements) {
      // One each: what a pragma answers would otherwise count as a statement in progress.
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
  }

  static int pragma(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA " + name)) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  @Override
  public void close() {
    // Keeps nothing itself.
  }

  @Override
  public List<String> tables() {
    return List.of(
        "PRAGMA application_id = " + APPLICATION_ID,
        "PRAGMA user_version = " + VERSION,
        """
        CREATE TABLE bank (
          one INTEGER PRIMARY KEY CHECK (one = 1),
          settings BLOB NOT NULL,
          sealed INTEGER NOT NULL,
          sequence INTEGER NOT NULL,
          entry_rows INTEGER NOT NULL,
          held INTEGER NOT NULL,
          entries_checksum INTEGER NOT NULL,
          checksum INTEGER NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE entry (
          key INTEGER PRIMARY KEY,
          id TEXT NOT NULL UNIQUE,
          sequence INTEGER NOT NULL UNIQUE,
          held INTEGER NOT NULL,
          body BLOB NOT NULL,
          checksum INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE TABLE epoch (first_sequence INTEGER PRIMARY KEY, token INTEGER NOT NULL) STRICT",
        "CREATE TABLE checkpoint (list TEXT PRIMARY KEY, position TEXT NOT NULL) STRICT");
  }

  /** The transaction holds the whole file already. */
  @Override
  public String lockingSuffix() {
    return "";
  }

  /**
   * Not by the driver's own means: it takes a transaction for begun whose beginning failed, and
   * with each commit begins the next, which may fail when the commit did not.
   */
  @Override
  public void begin(Connection connection) throws SQLException {
    execute(connection, "BEGIN IMMEDIATE");
  }

  /** A reader that began as writers do would wait for them. */
  @Override
  public void beginSnapshot(Connection connection) throws SQLException {
    execute(connection, "BEGIN");
  }

  @Override
  public void commit(Connection connection) throws SQLException {
    execute(connection, "COMMIT");
  }

  @Override
  public void rollBack(Connection connection) throws SQLException {
    execute(connection, "ROLLBACK");
  }

  @Override
  public int fetchSize() {
    return 0;
  }

  @Override
  public boolean isBroken(SQLException e) {
    return false;
  }

  @Override
  public String problem(SQLException e) {
    SQLiteErrorCode code =
        e instanceof SQLiteException sqlite
            ? sqlite.getResultCode()
            : SQLiteErrorCode.UNKNOWN_ERROR;
    return switch (code) {
      case SQLITE_NOTADB -> "not a bank file (no database)";
      case SQLITE_CORRUPT, SQLITE_CORRUPT_INDEX, SQLITE_CORRUPT_VTAB -> "damaged (" + code + ")";
      case SQLITE_BUSY, SQLITE_BUSY_SNAPSHOT, SQLITE_LOCKED ->
          "in use by another process for more than " + BUSY_MILLIS / 1000 + " s";
      case SQLITE_READONLY,
          SQLITE_READONLY_CANTINIT,
          SQLITE_READONLY_CANTLOCK,
          SQLITE_READONLY_DBMOVED,
          SQLITE_READONLY_DIRECTORY,
          SQLITE_READONLY_RECOVERY,
          SQLITE_READONLY_ROLLBACK ->
          UNWRITABLE;
      case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH ->
          isWritable()
              ? "cannot be opened; check the permissions of the file and its folder"
              : UNWRITABLE;
      case SQLITE_FULL -> "the disk is full; nothing was changed";
      // No room for the file that is shared by all who have the bank open.
      case SQLITE_IOERR_SHMSIZE -> "cannot be read or written (the disk is full or fails)";
      default -> "cannot be read or written (" + e.getMessage() + ")";
    };
  }

  private boolean isWritable() {
    Path folder = file.toAbsolutePath().getParent();
    return Files.isWritable(file) && folder != null && Files.isWritable(folder);
  }

  @Override
  public String structureProblem(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA integrity_check(1)")) {
      String answer = rows.next() ? rows.getString(1) : "no answer";
      return "ok".equals(answer) ? "" : answer;
    }
  }

  /** The write-ahead log takes part in the rewriting, and so is emptied twice. */
  @Override
  public void purge(Connection connection) throws SQLException {
    emptyLog(connection);
    execute(connection, "VACUUM");
    emptyLog(connection);
  }

  /**
   * Somebody who reads keeps the log from being emptied; SQLite says so in a row, not by failing.
   */
  private static void emptyLog(Connection connection) throws SQLException {
    if (pragma(connection, "wal_checkpoint(TRUNCATE)") != 0) {
      throw new SQLiteException(
          "the log could not be emptied while others read it", SQLiteErrorCode.SQLITE_BUSY);
    }
  }
}
