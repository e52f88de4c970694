package org.hashmatch.bank.exchange;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.hashmatch.hash.HashAlgorithm;

/**
 * What a list does not say of itself.
 *
 * @param source whose it is, for the origins of its entries; where the list names members or
 *     submitters, they are added behind a slash. 1..100 characters
 * @param algorithm of hashes whose algorithm the format does not name
 * @param labels put on every entry, besides what the list says
 * @param provenance put on every entry before the row's line, for example the list's name
 * @param at when it is read: the time of entries that the list gives none
 * @param columns for {@code csv}: for each of our fields, the name of the list's column
 */
public record ListOptions(
    String source,
    HashAlgorithm algorithm,
    Set<String> labels,
    String provenance,
    Instant at,
    Map<String, String> columns) {

  /**
   * Copies the collections.
   *
   * @param source as above
   * @param algorithm as above
   * @param labels as above
   * @param provenance as above
   * @param at as above
   * @param columns as above
   * @throws IllegalArgumentException if the source is empty or too long
   */
  public ListOptions {
    if (source.isEmpty() || source.length() > 100) {
      throw new IllegalArgumentException(
          "a list's source must have 1..100 characters (got " + source.length() + ")");
    }
    labels = Set.copyOf(labels);
    columns = Map.copyOf(columns);
  }

  /**
   * A list of PDQ hashes.
   *
   * @param source whose it is
   * @return options of now, with nothing more
   * @throws IllegalArgumentException if the source is empty or too long
   */
  public static ListOptions of(String source) {
    return new ListOptions(source, HashAlgorithm.PDQ, Set.of(), "", Instant.now(), Map.of());
  }
}
