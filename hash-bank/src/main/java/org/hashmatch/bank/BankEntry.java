package org.hashmatch.bank;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.Quality;
import org.jspecify.annotations.Nullable;

/**
 * One known picture: its hashes, and where it came from. Never the picture, and nothing of its
 * content.
 *
 * @param id stable name, unique in its bank, 1..1000 characters: the caller's, for example a case
 *     and a number
 * @param kind what it is in the bank for
 * @param status whether it counts
 * @param hashes its perceptual hashes, at most 256, each once: of several algorithms, or of several
 *     views
 * @param digests exact digests of its files, at most 256, in their order
 * @param quality the quality with which the hashes were made; empty if not known, as in most lists
 * @param labels what kind of content, in alphabetical order; each 1..100 characters, without commas
 * @param origins who says so, in alphabetical order, 1 or more
 * @param provenance how it came here, for example a list and a line; at most 500 characters
 * @param addedAt when it was added, to the millisecond
 * @param updatedAt when its origin last changed it, to the millisecond
 * @param expiresAt from when on it does not count, to the millisecond; empty if it stays
 * @param opinions what people said of its matches, the oldest first, one for each of them
 */
public record BankEntry(
    String id,
    EntryKind kind,
    EntryStatus status,
    List<ImageHash> hashes,
    List<ExactDigest> digests,
    Optional<Quality> quality,
    Set<String> labels,
    Set<Origin> origins,
    String provenance,
    Instant addedAt,
    Instant updatedAt,
    Optional<Instant> expiresAt,
    List<Opinion> opinions) {

  /** Most hashes, and most digests, of one entry. */
  public static final int MAX_HASHES = 256;

  static final int MAX_ID = 1000;
  private static final int MAX_LABEL = 100;
  private static final int MAX_PROVENANCE = 500;

  /**
   * Checks the parts and copies them.
   *
   * @param id as above
   * @param kind as above
   * @param status as above
   * @param hashes as above; repeated ones are left out
   * @param digests as above, in any order
   * @param quality as above
   * @param labels as above, in any order
   * @param origins as above, in any order; none means {@link Origin#UNKNOWN}
   * @param provenance as above
   * @param addedAt as above, truncated to the millisecond
   * @param updatedAt as above, truncated to the millisecond
   * @param expiresAt as above, truncated to the millisecond
   * @param opinions as above
   * @throws IllegalArgumentException if a text is too short, too long or has control characters, a
   *     label has a comma, or there are too many hashes or digests
   */
  public BankEntry {
    Text.check("entry id", id, 1, MAX_ID);
    Text.check("provenance", provenance, 0, MAX_PROVENANCE);
    labels.forEach(BankEntry::checkLabel);
    hashes = List.copyOf(new LinkedHashSet<>(hashes));
    digests = List.copyOf(new TreeSet<>(digests));
    checkCount("hashes", hashes);
    checkCount("digests", digests);
    labels = Collections.unmodifiableSet(new TreeSet<>(labels));
    origins =
        origins.isEmpty()
            ? Set.of(Origin.UNKNOWN)
            : Collections.unmodifiableSet(new TreeSet<>(origins));
    addedAt = addedAt.truncatedTo(ChronoUnit.MILLIS);
    updatedAt = updatedAt.truncatedTo(ChronoUnit.MILLIS);
    expiresAt = expiresAt.map(at -> at.truncatedTo(ChronoUnit.MILLIS));
    opinions = List.copyOf(opinions);
  }

  private static void checkLabel(String label) {
    Text.check("label", label, 1, MAX_LABEL);
    if (label.indexOf(',') >= 0) {
      throw new IllegalArgumentException("label must have no comma");
    }
  }

  private static void checkCount(String what, Collection<?> parts) {
    if (parts.size() > MAX_HASHES) {
      throw new IllegalArgumentException(
          "an entry must have at most " + MAX_HASHES + " " + what + " (got " + parts.size() + ")");
    }
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
    return builder(id).hash(hash).quality(quality).build();
  }

  /**
   * Begins an entry.
   *
   * @param id stable name, unique in its bank
   * @return a builder of an active, known entry of now without hashes
   */
  public static Builder builder(String id) {
    return new Builder(id);
  }

  /**
   * Begins a changed copy.
   *
   * @return a builder that has all that this entry has
   */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /**
   * Its hashes of one algorithm.
   *
   * @param algorithm which
   * @return in their order
   */
  public List<ImageHash> hashes(HashAlgorithm algorithm) {
    return hashes.stream().filter(hash -> hash.algorithm().equals(algorithm)).toList();
  }

  /**
   * Whether those who looked doubt it.
   *
   * @return whether more of them say false positive than true positive
   */
  public boolean isDisputed() {
    int doubts = 0;
    for (Opinion opinion : opinions) {
      doubts += opinion.verdict() == Verdict.FALSE_POSITIVE ? 1 : -1;
    }
    return doubts > 0;
  }

  /** Gathers the parts of an entry. Not safe for several threads. */
  public static final class Builder {

    private final String id;
    private EntryKind kind = EntryKind.KNOWN;
    private EntryStatus status = EntryStatus.ACTIVE;
    private final List<ImageHash> hashes = new ArrayList<>();
    private final List<ExactDigest> digests = new ArrayList<>();
    private @Nullable Quality quality;
    private Set<String> labels = Set.of();
    private Set<Origin> origins = Set.of();
    private String provenance = "";
    private Instant addedAt = Instant.now();
    private @Nullable Instant updatedAt;
    private @Nullable Instant expiresAt;
    private List<Opinion> opinions = List.of();

    private Builder(String id) {
      this.id = id;
    }

    private Builder(BankEntry entry) {
      this.id = entry.id;
      this.kind = entry.kind;
      this.status = entry.status;
      this.hashes.addAll(entry.hashes);
      this.digests.addAll(entry.digests);
      this.quality = entry.quality.orElse(null);
      this.labels = entry.labels;
      this.origins = entry.origins;
      this.provenance = entry.provenance;
      this.addedAt = entry.addedAt;
      this.updatedAt = entry.updatedAt;
      this.expiresAt = entry.expiresAt.orElse(null);
      this.opinions = entry.opinions;
    }

    /**
     * What it is in the bank for; known without this.
     *
     * @param newKind the kind
     * @return this
     */
    public Builder kind(EntryKind newKind) {
      this.kind = newKind;
      return this;
    }

    /**
     * Whether it counts; active without this.
     *
     * @param newStatus the status
     * @return this
     */
    public Builder status(EntryStatus newStatus) {
      this.status = newStatus;
      return this;
    }

    /**
     * Appends a hash.
     *
     * @param hash one of its hashes
     * @return this
     */
    public Builder hash(ImageHash hash) {
      hashes.add(hash);
      return this;
    }

    /**
     * Appends a digest.
     *
     * @param digest of one of its files
     * @return this
     */
    public Builder digest(ExactDigest digest) {
      digests.add(digest);
      return this;
    }

    /**
     * The quality with which the hashes were made; not known without this.
     *
     * @param newQuality the quality
     * @return this
     */
    public Builder quality(Quality newQuality) {
      this.quality = newQuality;
      return this;
    }

    /**
     * What kind of content, in place of any labels before.
     *
     * @param newLabels the labels
     * @return this
     */
    public Builder labels(Set<String> newLabels) {
      this.labels = newLabels;
      return this;
    }

    /**
     * Its one origin, in place of any before.
     *
     * @param source who reported or shared it; empty if not known
     * @param caseReference the case it belongs to; empty if none
     * @return this
     * @throws IllegalArgumentException if a text is too long or has control characters
     */
    public Builder origin(String source, String caseReference) {
      return origins(Set.of(new Origin(source, caseReference)));
    }

    /**
     * Who says so, in place of any before.
     *
     * @param newOrigins the origins
     * @return this
     */
    public Builder origins(Set<Origin> newOrigins) {
      this.origins = newOrigins;
      return this;
    }

    /**
     * How it came here.
     *
     * @param newProvenance for example a list and a line
     * @return this
     */
    public Builder provenance(String newProvenance) {
      this.provenance = newProvenance;
      return this;
    }

    /**
     * When it was added; now without this.
     *
     * @param at the time
     * @return this
     */
    public Builder addedAt(Instant at) {
      this.addedAt = at;
      return this;
    }

    /**
     * When its origin last changed it; when it was added without this.
     *
     * @param at the time
     * @return this
     */
    public Builder updatedAt(Instant at) {
      this.updatedAt = at;
      return this;
    }

    /**
     * From when on it does not count; never without this.
     *
     * @param at the time, or null for never
     * @return this
     */
    public Builder expiresAt(@Nullable Instant at) {
      this.expiresAt = at;
      return this;
    }

    /**
     * What people said of its matches, in place of any before.
     *
     * @param newOpinions one for each of them, the oldest first
     * @return this
     */
    public Builder opinions(List<Opinion> newOpinions) {
      this.opinions = newOpinions;
      return this;
    }

    /**
     * Makes the entry.
     *
     * @return the entry
     * @throws IllegalArgumentException if a part is out of its bounds
     */
    public BankEntry build() {
      return new BankEntry(
          id,
          kind,
          status,
          hashes,
          digests,
          Optional.ofNullable(quality),
          labels,
          origins,
          provenance,
          addedAt,
          updatedAt == null ? addedAt : updatedAt,
          Optional.ofNullable(expiresAt),
          opinions);
    }
  }
}
