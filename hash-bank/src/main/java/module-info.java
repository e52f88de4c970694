/**
 * Known content, named: banks of hashes, their policy, and the screener that turns bytes into a
 * decision.
 */
@org.jspecify.annotations.NullMarked
module org.hashmatch.bank {
  requires transitive org.hashmatch.hash;
  requires transitive org.hashmatch.index;
  requires java.sql;
  requires org.xerial.sqlitejdbc;
  requires static org.jspecify;

  exports org.hashmatch.bank;
  exports org.hashmatch.bank.exchange;
  exports org.hashmatch.bank.store;
}
