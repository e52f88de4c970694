package org.hashmatch.bank.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** One PostgreSQL server for all tests of this process, as safe as a server is by itself. */
public final class PostgresServer {

  public static final String USER = "postgres";
  public static final String PASSWORD = "postgres";

  private static @Nullable EmbeddedPostgres started;

  private PostgresServer() {}

  private static EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder()
        // For tests of its own the server is started without them.
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("wal_recycle", "off")
        .setServerConfig("max_connections", "100");
  }

  private static synchronized EmbeddedPostgres server() {
    if (started == null) {
      try {
        started = builder().start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return started;
  }

  /** A server whose files are where a test wants them, and that does nothing of its own accord. */
  static synchronized void startIn(Path data, Path log) throws IOException {
    started = in(data).setLocaleConfig("waldir", log.toString()).start();
  }

  /** Whether such a server that failed comes back by itself, rather than ends. */
  static boolean comesBackIn(Path data) throws InterruptedException {
    while (Files.exists(data.resolve("postmaster.pid"))) {
      try {
        show("server_version");
        return true;
      } catch (SQLException e) {
        Thread.sleep(10);
      }
    }
    return false;
  }

  /** Starts such a server again, be it dead or not. */
  static synchronized void restartIn(Path data) throws IOException {
    int port = server().getPort();
    server().close();
    started = in(data).setPort(port).start();
  }

  private static EmbeddedPostgres.Builder in(Path data) {
    return builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setServerConfig("autovacuum", "off")
        .setServerConfig("min_wal_size", "2MB")
        .setLocaleConfig("wal-segsize", "1");
  }

  public static String url() {
    return "postgresql://localhost:" + server().getPort() + "/postgres";
  }

  public static PostgresBank bank(String schema) {
    return PostgresBank.at(url(), schema, USER, PASSWORD);
  }

  static PostgresDialect dialect(String schema) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setURL("jdbc:" + url());
    database.setUser(USER);
    database.setPassword(PASSWORD);
    return new PostgresDialect(database, "postgresql", schema);
  }

  /** The folder of the database's files. */
  public static String dataDirectory() throws SQLException {
    return show("data_directory");
  }

  /** A setting, as a new connection has it. */
  static String show(String setting) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery("SHOW " + setting)) {
      row.next();
      return row.getString(1);
    }
  }

  /** How many sessions the server has with programs that call themselves so. */
  static int sessions(String application) throws SQLException {
    try (Connection connection = connect();
        PreparedStatement count =
            connection.prepareStatement(
                "SELECT count(*) FROM pg_stat_activity WHERE application_name = ?")) {
      count.setString(1, application);
      try (ResultSet row = count.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  public static void sql(String... statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:" + url(), USER, PASSWORD);
  }
}
