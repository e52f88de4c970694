package org.hashmatch.index;

/**
 * How much work a search was, counted: the same for equal contents and queries, whatever the
 * machine.
 *
 * @param probes buckets that were located, also for plans that were given up for a scan; 0 if all
 *     hashes were compared at once
 * @param candidates hashes listed in those buckets, each as often as it is listed
 * @param verified hashes that were compared with the query bit by bit
 */
public record SearchStatistics(long probes, long candidates, long verified) {}
