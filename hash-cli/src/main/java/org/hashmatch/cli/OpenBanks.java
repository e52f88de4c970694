package org.hashmatch.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.hashmatch.bank.Bank;
import org.hashmatch.hash.HashAlgorithm;

/** Several banks, opened together and closed together. */
final class OpenBanks implements AutoCloseable {

  private final List<Bank> banks = new ArrayList<>();

  static OpenBanks open(List<BankAddress> addresses) throws IOException {
    OpenBanks opened = new OpenBanks();
    try {
      for (BankAddress address : addresses) {
        opened.banks.add(address.open());
      }
      return opened;
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  List<Bank> all() {
    return banks;
  }

  /** The first of the algorithms that all of them look up. */
  HashAlgorithm algorithm() {
    return banks.get(0).settings().policy().radii().keySet().stream()
        .filter(a -> banks.stream().allMatch(b -> b.settings().policy().radii().containsKey(a)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the banks have no algorithm in common: "
                        + banks.stream()
                            .map(b -> b.settings().policy().radii().keySet())
                            .toList()));
  }

  @Override
  public void close() throws IOException {
    for (Bank bank : banks) {
      bank.close();
    }
  }
}
