package org.hashmatch.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.store.SqliteBankFile;

/** Several banks, opened together and closed together. */
final class OpenBanks implements AutoCloseable {

  private final List<Bank> banks = new ArrayList<>();

  static OpenBanks open(List<Path> files) throws IOException {
    OpenBanks opened = new OpenBanks();
    try {
      for (Path file : files) {
        opened.banks.add(SqliteBankFile.open(file));
      }
      return opened;
    } catch (IOException e) {
      opened.close();
      throw e;
    }
  }

  List<Bank> all() {
    return banks;
  }

  @Override
  public void close() throws IOException {
    for (Bank bank : banks) {
      bank.close();
    }
  }
}
