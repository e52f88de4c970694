package org.hashmatch.bank.store;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A database that fails once: at the n-th statement or commit from when it was told to. */
final class FaultyDialect implements Dialect {

  private static final Set<String> COUNTED =
      Set.of("execute", "executeUpdate", "executeBatch", "executeQuery", "commit");

  private final Dialect dialect;
  private final String sqlState;
  private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
  private volatile boolean isCounting;

  FaultyDialect(Dialect dialect, String sqlState) {
    this.dialect = dialect;
    this.sqlState = sqlState;
  }

  void failAt(int n) {
    left.set(n);
  }

  /** Whether statements count, and may fail. */
  void count(boolean whether) {
    isCounting = whether;
  }

  boolean hasFailed() {
    return left.get() <= 0;
  }

  @Override
  public Connection connect() throws SQLException {
    return proxy(Connection.class, dialect.connect());
  }

  private <T> T proxy(Class<T> type, T target) {
    InvocationHandler handler = (self, method, arguments) -> call(target, method, arguments);
    return type.cast(
        Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type}, handler));
  }

  private @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (isCounting && COUNTED.contains(method.getName()) && left.decrementAndGet() == 0) {
      throw new SQLException("a fault that was asked for", sqlState);
    }
    try {
      Object result = method.invoke(target, arguments);
      if (result instanceof PreparedStatement prepared) {
        return proxy(PreparedStatement.class, prepared);
      }
      return result instanceof Statement statement ? proxy(Statement.class, statement) : result;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Override
  public String where() {
    return dialect.where();
  }

  @Override
  public void close() throws SQLException {
    dialect.close();
  }

  @Override
  public List<String> tables() {
    return dialect.tables();
  }

  @Override
  public String lockingSuffix() {
    return dialect.lockingSuffix();
  }

  @Override
  public void begin(Connection connection) throws SQLException {
    dialect.begin(connection);
  }

  @Override
  public void beginSnapshot(Connection connection) throws SQLException {
    dialect.beginSnapshot(connection);
  }

  @Override
  public void commit(Connection connection) throws SQLException {
    dialect.commit(connection);
  }

  @Override
  public void rollBack(Connection connection) throws SQLException {
    dialect.rollBack(connection);
  }

  @Override
  public int fetchSize() {
    return dialect.fetchSize();
  }

  @Override
  public boolean isBroken(SQLException e) {
    return dialect.isBroken(e);
  }

  @Override
  public String problem(SQLException e) {
    return dialect.problem(e);
  }

  @Override
  public String structureProblem(Connection connection) throws SQLException {
    return dialect.structureProblem(connection);
  }

  @Override
  public void purge(Connection connection) throws SQLException, IOException {
    dialect.purge(connection);
  }
}
