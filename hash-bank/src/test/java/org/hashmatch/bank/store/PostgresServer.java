package org.hashmatch.bank.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
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

  private static synchronized EmbeddedPostgres server() {
    if (started == null) {
      try {
        started =
            EmbeddedPostgres.builder()
                // For tests of its own the server is started without them.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("wal_recycle", "off")
                .setServerConfig("max_connections", "100")
                .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return started;
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
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery("SHOW data_directory")) {
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
