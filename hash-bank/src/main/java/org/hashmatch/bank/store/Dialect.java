package org.hashmatch.bank.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What the two databases do differently. */
interface Dialect {

  /** For messages: a file, or a database without its password. */
  String where();

  /** A new connection, in auto-commit mode; the bank's tables are found without a prefix. */
  Connection connect() throws SQLException;

  /** Ends what the dialect itself keeps. */
  void close() throws SQLException;

  /** Statements that make the tables of an empty bank. */
  List<String> tables();

  /** Reads the header's row so that other writers wait until this transaction's end. */
  String lockingSuffix();

  /** Begins a transaction that may change the bank. If this fails, none has begun. */
  void begin(Connection connection) throws SQLException;

  /** Begins a transaction in which all reading is of one moment. */
  void beginSnapshot(Connection connection) throws SQLException;

  /** Ends a transaction. Once what it did is there to stay, nothing more is done that may fail. */
  void commit(Connection connection) throws SQLException;

  /** Ends a transaction without what it did. */
  void rollBack(Connection connection) throws SQLException;

  /** How many rows to bring at a time when many are read. */
  int fetchSize();

  /** Whether the connection is to be given up after this. */
  boolean isBroken(SQLException e);

  /** What went wrong, in words. */
  String problem(SQLException e);

  /** Looks at the structure; what is wrong, or an empty text. */
  String structureProblem(Connection connection) throws SQLException;

  /** Rewrites everything, so that removed bytes are in no file. */
  void purge(Connection connection) throws SQLException, IOException;
}
