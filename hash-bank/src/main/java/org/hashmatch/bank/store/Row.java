package org.hashmatch.bank.store;

/**
 * A row of the table of entries.
 *
 * @param key its number, 1 or more, in the order the ids came
 * @param id the entry's id
 * @param sequence the change that made it what it is
 * @param isHeld whether the bank holds the entry; otherwise the row says why it is gone
 * @param body {@link EntryCodec}'s bytes, sealed if the bank has a key
 * @param checksum of all of these
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never shared
record Row(long key, String id, long sequence, boolean isHeld, byte[] body, long checksum) {

  static Row of(
      long key, String id, long sequence, boolean isHeld, byte[] body, RowChecksum checksum) {
    return new Row(key, id, sequence, isHeld, body, sum(key, id, sequence, isHeld, body, checksum));
  }

  boolean isSound(RowChecksum sums) {
    return checksum == sum(key, id, sequence, isHeld, body, sums);
  }

  private static long sum(
      long key, String id, long sequence, boolean isHeld, byte[] body, RowChecksum checksum) {
    return checksum.number(key).text(id).number(sequence).number(isHeld ? 1 : 0).bytes(body).sum();
  }
}
