package org.hashmatch.bank;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hashmatch.hash.view.HashedPicture;

/**
 * What became of one upload.
 *
 * @param uploadId the platform's name for it; empty if it gave none
 * @param bytes how long the file is
 * @param at when it was decided
 * @param took how long that took
 * @param decision the decision
 * @param pictures its hashes, one for each hasher; empty if it was recognised by its digest before,
 *     or could not be looked at
 */
public record Screening(
    String uploadId,
    long bytes,
    Instant at,
    Duration took,
    Decision decision,
    List<HashedPicture> pictures) {

  /**
   * Copies the pictures.
   *
   * @param uploadId as above
   * @param bytes as above
   * @param at as above
   * @param took as above
   * @param decision as above
   * @param pictures as above
   */
  public Screening {
    pictures = List.copyOf(pictures);
  }
}
