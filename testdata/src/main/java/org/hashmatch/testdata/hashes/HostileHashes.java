package org.hashmatch.testdata.hashes;

/**
 * Banks that are hard on an index which looks at parts of a hash, and queries that go where it
 * hurts: hashes alike in chosen bits, half of them zero, a dense cluster, one hash over and over.
 */
public final class HostileHashes {

  private static final long SPARSE = 11;
  private static final long CLUSTER = 13;
  private static final long AROUND_CLUSTER = 17;
  private static final int MOST_BITS_OF_SPARSE = 70;
  private static final int MEMBERS_ARE_ONE_IN = 10;
  private static final int MEMBER_FLIPS = 45;
  private static final int QUERY_FLIPS = 40;
  private static final long[] ZERO = new long[HashRows.WORDS];

  private HostileHashes() {}

  /**
   * Hashes alike in chosen bits. Which bits an index looks at together is its own affair (one that
   * shuffles them first must be asked where they come from), so the caller says.
   *
   * @param hashes rows, left as they are
   * @param bits numbers of the bits to clear in every row, 0 to 255
   * @return the same rows without these bits
   */
  public static long[] without(long[] hashes, int... bits) {
    long[] kept = complement(ZERO);
    for (int bit : bits) {
      kept[bit / Long.SIZE] &= ~(1L << bit);
    }
    long[] rows = hashes.clone();
    for (int i = 0; i < rows.length; i++) {
      rows[i] &= kept[i % HashRows.WORDS];
    }
    return rows;
  }

  /**
   * A bank whose every other hash is zero, as an all-black picture's may be; the rest is uniform.
   *
   * @param rows how many hashes
   * @return the first rows of the one bank there is
   */
  public static long[] halfZero(int rows) {
    long[] hashes = UniformHashes.bank(rows);
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = i / HashRows.WORDS % 2 == 0 ? 0 : hashes[i];
    }
    return hashes;
  }

  /**
   * Queries with few bits set, 0 to 70, all equally likely: 45 in a hundred are within 31 of zero.
   *
   * @param rows how many hashes
   * @return the first rows of the one set there is
   */
  public static long[] sparse(int rows) {
    return HashRows.of(
        rows,
        i -> {
          ItemRandom random = ItemRandom.ofItem(SPARSE, i);
          return Flips.of(ZERO, random.below(MOST_BITS_OF_SPARSE + 1), random);
        });
  }

  /**
   * A bank whose every tenth hash, 100,000 of a million, is 45 flips from one centre; the rest is
   * uniform.
   *
   * @param rows how many hashes
   * @return the first rows of the one bank there is
   */
  public static long[] cluster(int rows) {
    long[] uniform = UniformHashes.bank(rows);
    return HashRows.of(
        rows,
        i ->
            i % MEMBERS_ARE_ONE_IN == 0
                ? Flips.of(centre(), MEMBER_FLIPS, ItemRandom.ofItem(CLUSTER, i))
                : HashRows.row(uniform, i));
  }

  /**
   * Queries 40 flips from the centre of {@link #cluster}: they share much with every member, and
   * hardly a member is within 31.
   *
   * @param rows how many hashes
   * @return the first rows of the one set there is
   */
  public static long[] aroundCluster(int rows) {
    return HashRows.of(
        rows, i -> Flips.of(centre(), QUERY_FLIPS, ItemRandom.ofItem(AROUND_CLUSTER, i)));
  }

  /**
   * A bank of one hash over and over.
   *
   * @param rows how many hashes
   * @return that many times the same
   */
  public static long[] identical(int rows) {
    return HashRows.of(rows, i -> centre());
  }

  /**
   * Queries as far from a bank's hashes as can be.
   *
   * @param bank rows
   * @param rows how many hashes; more than the bank has begin again at its first
   * @return the bank's first rows with every bit flipped
   */
  public static long[] complements(long[] bank, int rows) {
    return HashRows.of(rows, i -> complement(HashRows.row(bank, i % HashRows.count(bank))));
  }

  private static long[] centre() {
    ItemRandom random = new ItemRandom(CLUSTER);
    return new long[] {random.next(), random.next(), random.next(), random.next()};
  }

  private static long[] complement(long[] hash) {
    return new long[] {~hash[0], ~hash[1], ~hash[2], ~hash[3]};
  }
}
