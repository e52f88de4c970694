package org.hashmatch.bank.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankSettings;

/** Every way to keep a bank, for the tests that all of them must pass. */
public enum StoreKind {
  SQLITE,
  SQLITE_SEALED,
  POSTGRES,
  POSTGRES_SEALED;

  private static final BankKey KEY = BankKey.of(new byte[32]);
  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** A bank that can be opened again and again. */
  public interface Place {
    Bank create(BankSettings settings) throws IOException;

    Bank open() throws IOException;

    /** With a key that may not be its own. */
    Bank open(Optional<BankKey> other) throws IOException;

    /** Runs a statement behind the bank's back. */
    void sql(String... statements) throws Exception;
  }

  private Optional<BankKey> key() {
    return name().endsWith("SEALED") ? Optional.of(KEY) : Optional.empty();
  }

  /** A new place. */
  public Place place(Path folder) {
    String name = "bank_" + NUMBER.incrementAndGet();
    return name().startsWith("SQLITE")
        ? sqlite(folder.resolve(name + ".bank"))
        : postgres(name, folder.resolve(name + ".index"));
  }

  private Place sqlite(Path file) {
    return new Place() {
      @Override
      public Bank create(BankSettings settings) throws IOException {
        return SqliteBankFile.create(file, settings, key());
      }

      @Override
      public Bank open() throws IOException {
        return open(key());
      }

      @Override
      public Bank open(Optional<BankKey> other) throws IOException {
        return SqliteBankFile.open(file, other);
      }

      @Override
      public void sql(String... statements) throws Exception {
        SqliteBankFileTest.sql(file, statements);
      }
    };
  }

  private Place postgres(String schema, Path cache) {
    return new Place() {
      @Override
      public Bank create(BankSettings settings) throws IOException {
        return PostgresServer.bank(schema).create(settings, key());
      }

      @Override
      public Bank open() throws IOException {
        return open(key());
      }

      @Override
      public Bank open(Optional<BankKey> other) throws IOException {
        return PostgresServer.bank(schema).open(Optional.of(cache), other);
      }

      @Override
      public void sql(String... statements) throws Exception {
        PostgresServer.sql("SET search_path TO " + schema);
        for (String statement : statements) {
          PostgresServer.sql("SET search_path TO " + schema + "; " + statement);
        }
      }
    };
  }
}
