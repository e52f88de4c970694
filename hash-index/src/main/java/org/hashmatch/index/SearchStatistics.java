package org.hashmatch.index;

/**
 * How much work a search was, counted: the same for equal contents and queries, whatever the
 * machine.
 *
 * @param probes buckets of the plan that was followed, or was given up for a scan of all hashes; 0
 *     if none was made
 * @param candidates hashes listed in those buckets, each as often as it is listed
 * @param verified hashes that were compared with the query bit by bit
 */
public record SearchStatistics(long probes, long candidates, long verified) {}
