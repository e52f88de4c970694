package org.hashmatch.bank;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.Quality;

/**
 * One known picture: its hash, and where it came from. Never the picture, and nothing of its
 * content.
 *
 * @param id stable name, unique in its bank, 1..1000 characters: the caller's, for example a case
 *     and a number
 * @param hash its perceptual hash
 * @param quality the quality with which the hash was made
 * @param labels what kind of content, in alphabetical order; each 1..100 characters, without commas
 * @param source who reported or shared it, at most 200 characters; empty if not known
 * @param caseReference the case it belongs to, at most 200 characters; empty if none
 * @param addedAt when it was added, to the millisecond
 */
public record BankEntry(
    String id,
    ImageHash hash,
    Quality quality,
    Set<String> labels,
    String source,
    String caseReference,
    Instant addedAt) {

  private static final int MAX_ID = 1000;
  private static final int MAX_LABEL = 100;
  private static final int MAX_ORIGIN = 200;

  /**
   * Checks the texts and copies the labels.
   *
   * @param id as above
   * @param hash as above
   * @param quality as above
   * @param labels as above, in any order
   * @param source as above
   * @param caseReference as above
   * @param addedAt as above, truncated to the millisecond
   * @throws IllegalArgumentException if a text is too short, too long or has control characters, or
   *     a label a comma
   */
  public BankEntry {
    Text.check("entry id", id, 1, MAX_ID);
    Text.check("source", source, 0, MAX_ORIGIN);
    Text.check("case", caseReference, 0, MAX_ORIGIN);
    for (String label : labels) {
      Text.check("label", label, 1, MAX_LABEL);
      if (label.indexOf(',') >= 0) {
        throw new IllegalArgumentException("label must have no comma");
      }
    }
    labels = Collections.unmodifiableSet(new TreeSet<>(labels));
    addedAt = addedAt.truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * An entry of now, of which nothing more is known.
   *
   * @param id stable name, unique in its bank
   * @param hash its perceptual hash
   * @param quality the quality with which the hash was made
   * @return the entry
   * @throws IllegalArgumentException if the id is empty, too long or has control characters
   */
  public static BankEntry of(String id, ImageHash hash, Quality quality) {
    return new BankEntry(id, hash, quality, Set.of(), "", "", Instant.now());
  }

  /**
   * The same entry with other labels.
   *
   * @param newLabels what kind of content
   * @return a new entry
   * @throws IllegalArgumentException if a label is empty, too long, or has a comma or control
   *     characters
   */
  public BankEntry withLabels(Set<String> newLabels) {
    return new BankEntry(id, hash, quality, newLabels, source, caseReference, addedAt);
  }

  /**
   * The same entry with another origin.
   *
   * @param newSource who reported or shared it; empty if not known
   * @param newCaseReference the case it belongs to; empty if none
   * @return a new entry
   * @throws IllegalArgumentException if a text is too long or has control characters
   */
  public BankEntry withOrigin(String newSource, String newCaseReference) {
    return new BankEntry(id, hash, quality, labels, newSource, newCaseReference, addedAt);
  }
}
