package org.hashmatch.index.segment;

/**
 * What an index is made of.
 *
 * @param segments immutable parts; each search visits all of them
 * @param buffered hashes that are in no segment yet and are compared one by one
 * @param removed hashes that were removed and still take memory
 * @param rows distinct hashes, those that were removed included
 * @param heapBytes memory of the Java heap that they take
 */
public record IndexStatistics(int segments, int buffered, int removed, long rows, long heapBytes) {}
