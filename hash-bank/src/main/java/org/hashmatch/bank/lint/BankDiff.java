package org.hashmatch.bank.lint;

import java.io.IOException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.Change;

/**
 * Compares two banks by what their entries say of pictures: not by times, provenance or opinions,
 * which differ between two banks of one list.
 *
 * <p>Cost: both are read whole, and each entry is looked up in the other. Sorting ids would save
 * the lookups, and cost memory or a file for them; so memory is that of one entry. Either may be
 * changed meanwhile: what is changed is compared as it was or as it is.
 */
public final class BankDiff {

  private BankDiff() {}

  /** A part of an entry that is compared. */
  public enum Part {
    /** Known or a canary. */
    KIND,
    /** Active, set aside or disabled. */
    STATUS,
    /** Perceptual hashes, in whatever order. */
    HASHES,
    /** Exact digests. */
    DIGESTS,
    /** The quality, or that it is not known. */
    QUALITY,
    /** Labels. */
    LABELS,
    /** Origins. */
    ORIGINS,
    /** When its time is over. */
    EXPIRY
  }

  /** An id of which the banks say different things. */
  public sealed interface Difference {

    /**
     * The entry's id.
     *
     * @return in one bank or both
     */
    String id();

    /**
     * Only the first bank has it.
     *
     * @param id as above
     */
    record OnlyHere(String id) implements Difference {}

    /**
     * Only the second bank has it.
     *
     * @param id as above
     */
    record OnlyThere(String id) implements Difference {}

    /**
     * Both have it, with different parts.
     *
     * @param id as above
     * @param parts which, one or more
     */
    record Different(String id, Set<Part> parts) implements Difference {

      /**
       * Copies the parts.
       *
       * @param id as above
       * @param parts as above
       */
      public Different {
        parts = Collections.unmodifiableSet(EnumSet.copyOf(parts));
      }
    }
  }

  /**
   * Compares two banks.
   *
   * @param here the first
   * @param there the second
   * @param to takes what differs: first the first bank's entries, in the order of their last
   *     changes, then those that only the second has, in theirs
   * @throws org.hashmatch.bank.BankStoreException if a bank's store is damaged
   * @throws IOException if a bank cannot be read
   */
  public static void compare(Bank here, Bank there, Consumer<Difference> to) throws IOException {
    here.readAll(
        change -> {
          if (change instanceof Change.Held held) {
            compare(held.entry(), there.find(held.id())).ifPresent(to);
          }
        });
    there.readAll(
        change -> {
          if (change instanceof Change.Held held && here.find(held.id()).isEmpty()) {
            to.accept(new Difference.OnlyThere(held.id()));
          }
        });
  }

  private static Optional<Difference> compare(BankEntry here, Optional<BankEntry> there) {
    if (there.isEmpty()) {
      return Optional.of(new Difference.OnlyHere(here.id()));
    }
    Set<Part> parts = parts(here, there.get());
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(new Difference.Different(here.id(), parts));
  }

  private static Set<Part> parts(BankEntry a, BankEntry b) {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    add(parts, Part.KIND, a.kind() == b.kind());
    add(parts, Part.STATUS, a.status() == b.status());
    add(parts, Part.HASHES, new HashSet<>(a.hashes()).equals(new HashSet<>(b.hashes())));
    add(parts, Part.DIGESTS, a.digests().equals(b.digests()));
    add(parts, Part.QUALITY, a.quality().equals(b.quality()));
    add(parts, Part.LABELS, a.labels().equals(b.labels()));
    add(parts, Part.ORIGINS, a.origins().equals(b.origins()));
    add(parts, Part.EXPIRY, a.expiresAt().equals(b.expiresAt()));
    return parts;
  }

  private static void add(Set<Part> parts, Part part, boolean isSame) {
    if (!isSame) {
      parts.add(part);
    }
  }
}
