package org.hashmatch.benchmarks;

import org.hashmatch.testdata.hashes.HostileHashes;
import org.hashmatch.testdata.hashes.RealisticHashes;
import org.hashmatch.testdata.hashes.UniformHashes;

/** Kinds of banks, friendly and hostile, and the queries that go with each. */
public enum HashData {

  /** Every bit a coin. */
  UNIFORM,

  /** Like PDQ's of pictures. */
  REALISTIC,

  /** Uniform but for one substring of the index, which is the same everywhere, in queries too. */
  ONE_CONSTANT_SUBSTRING,

  /** Four of 16 substrings are the same everywhere. */
  FOUR_CONSTANT_SUBSTRINGS,

  /** Eight of 16 substrings are the same everywhere. */
  EIGHT_CONSTANT_SUBSTRINGS,

  /** Every other hash is zero; 45 in a hundred fresh queries are within 31 of zero. */
  HALF_ZERO,

  /** A tenth of the hashes is 45 flips from a centre, fresh queries 40. */
  CLUSTER,

  /** One hash over and over; fresh queries are 40 flips from it. */
  ALL_IDENTICAL;

  // Drawing pictures for fewer takes no more than a few seconds.
  private static final int WORTH_KEEPING = 100_000;

  /** The bank's first rows. */
  long[] bank(int rows) {
    return switch (this) {
      case UNIFORM -> UniformHashes.bank(rows);
      case REALISTIC ->
          rows < WORTH_KEEPING
              ? RealisticHashes.bank(rows)
              : BankFiles.standard().bank("realistic", rows, RealisticHashes::bank);
      case ONE_CONSTANT_SUBSTRING, FOUR_CONSTANT_SUBSTRINGS, EIGHT_CONSTANT_SUBSTRINGS ->
          withConstants(UniformHashes.bank(rows));
      case HALF_ZERO -> HostileHashes.halfZero(rows);
      case CLUSTER -> HostileHashes.cluster(rows);
      case ALL_IDENTICAL -> HostileHashes.identical(rows);
    };
  }

  /** So many queries for a bank of this kind. */
  long[] queries(QuerySet set, long[] bank, int count) {
    return switch (set) {
      case FRESH -> fresh(count);
      case NEAR ->
          this == REALISTIC ? RealisticHashes.near(bank, count) : UniformHashes.near(bank, count);
      case COMPLEMENT -> HostileHashes.complements(bank, count);
      case MIX, HARD -> pictures(set, count);
    };
  }

  private long[] fresh(int count) {
    return switch (this) {
      case UNIFORM -> UniformHashes.fresh(count);
      case REALISTIC -> RealisticHashes.fresh(count);
      case ONE_CONSTANT_SUBSTRING, FOUR_CONSTANT_SUBSTRINGS, EIGHT_CONSTANT_SUBSTRINGS ->
          withConstants(UniformHashes.fresh(count));
      case HALF_ZERO -> HostileHashes.sparse(count);
      case CLUSTER, ALL_IDENTICAL -> HostileHashes.aroundCluster(count);
    };
  }

  private long[] pictures(QuerySet set, int count) {
    if (this != REALISTIC) {
      throw new IllegalStateException(
          set + " queries are for REALISTIC data only (got " + this + ")");
    }
    return set == QuerySet.MIX ? RealisticHashes.mix(count) : RealisticHashes.hard(count);
  }

  private long[] withConstants(long[] hashes) {
    return HostileHashes.without(hashes, SubstringTable.bitsOfFirst(constants()));
  }

  /** How many substrings are the same in all hashes. */
  private int constants() {
    return switch (this) {
      case ONE_CONSTANT_SUBSTRING -> 1;
      case FOUR_CONSTANT_SUBSTRINGS -> 4;
      case EIGHT_CONSTANT_SUBSTRINGS -> 8;
      default -> 0;
    };
  }
}
