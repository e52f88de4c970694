/**
 * Known content, named: banks of hashes, their policy, and the screener that turns bytes into a
 * decision.
 */
@org.jspecify.annotations.NullMarked
module org.hashmatch.bank {
  requires transitive org.hashmatch.hash;
  requires transitive org.hashmatch.index;
  requires transitive java.sql;
  requires com.fasterxml.jackson.core;
  requires java.net.http;
  requires java.xml;
  requires jdk.jfr;
  requires de.siegmar.fastcsv;
  requires org.xerial.sqlitejdbc;
  requires org.postgresql.jdbc;
  requires static transitive micrometer.core;
  requires static transitive org.jspecify;

  exports org.hashmatch.bank;
  exports org.hashmatch.bank.audit;
  exports org.hashmatch.bank.exchange;
  exports org.hashmatch.bank.history;
  exports org.hashmatch.bank.lint;
  exports org.hashmatch.bank.metrics;
  exports org.hashmatch.bank.exchange.fetch;
  exports org.hashmatch.bank.store;
}
