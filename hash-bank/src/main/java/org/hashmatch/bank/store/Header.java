package org.hashmatch.bank.store;

import org.hashmatch.bank.BankSettings;

/**
 * The one row of the table of banks.
 *
 * @param settings what the bank is
 * @param isSealed whether the rows' bodies are sealed with a key
 * @param sequence the last change, 0 before the first
 * @param rows how many rows the table of entries has; the largest key too
 * @param held how many of them are held
 * @param entriesChecksum the sum of their checksums
 */
record Header(
    BankSettings settings,
    boolean isSealed,
    long sequence,
    long rows,
    long held,
    long entriesChecksum) {

  static Header of(BankSettings settings, boolean isSealed) {
    return new Header(settings, isSealed, 0, 0, 0, 0);
  }

  /** The checksum of this row itself. */
  long checksum() {
    return new RowChecksum()
        .bytes(EntryCodec.bytes(settings))
        .number(isSealed ? 1 : 0)
        .number(sequence)
        .number(rows)
        .number(held)
        .number(entriesChecksum)
        .sum();
  }
}
