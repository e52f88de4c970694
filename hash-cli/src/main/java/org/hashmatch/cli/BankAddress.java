package org.hashmatch.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankSettings;
import org.hashmatch.bank.store.BankKey;
import org.hashmatch.bank.store.PostgresBank;
import org.hashmatch.bank.store.SqliteBankFile;
import org.jspecify.annotations.Nullable;

/**
 * Where a bank is, as it is typed: a file, or {@code postgresql://HOST:PORT/DATABASE#SCHEMA}.
 *
 * @param text as typed
 * @param keyFile holds the key of a sealed bank
 * @param cache where the indexes of a bank in PostgreSQL are kept on this machine
 */
record BankAddress(String text, @Nullable Path keyFile, @Nullable Path cache) {

  private static final String POSTGRESQL = "postgresql://";

  Bank open() throws IOException {
    return isFile()
        ? SqliteBankFile.open(file(), key())
        : postgres().open(Optional.ofNullable(cache), key());
  }

  Bank create(BankSettings settings) throws IOException {
    return isFile()
        ? SqliteBankFile.create(file(), settings, key())
        : postgres().create(settings, key());
  }

  /** Another bank's address, with the same key; null for none. */
  @Nullable BankAddress sibling(@Nullable String other) {
    return other == null ? null : new BankAddress(other, keyFile, null);
  }

  boolean isFile() {
    return !text.startsWith(POSTGRESQL);
  }

  Path file() {
    return Path.of(text);
  }

  private PostgresBank postgres() {
    int hash = text.indexOf('#');
    if (hash < 0) {
      throw new IllegalArgumentException(
          "a bank in a database must be " + POSTGRESQL + "HOST:PORT/DATABASE#SCHEMA (got no #)");
    }
    return PostgresBank.at(
        text.substring(0, hash),
        text.substring(hash + 1),
        environment("PGUSER"),
        environment("PGPASSWORD"));
  }

  /** A password on the command line would be seen by everybody on the machine. */
  private static String environment(String name) {
    String value = System.getenv(name);
    return value == null ? "" : value;
  }

  private Optional<BankKey> key() throws IOException {
    return keyFile == null
        ? Optional.empty()
        : Optional.of(BankKey.parse(SnapshotCommand.keyText(keyFile)));
  }

  /** What a bank is called that was given no name: the file without its ending, or the schema. */
  String usualName() {
    String last = isFile() ? String.valueOf(file().getFileName()) : text.replaceFirst(".*#", "");
    int dot = last.lastIndexOf('.');
    return dot > 0 ? last.substring(0, dot) : last;
  }

  @Override
  public String toString() {
    // Whoever put a password behind the question mark does not want to see it again.
    return text.replaceFirst("\\?[^#]*", "");
  }
}
