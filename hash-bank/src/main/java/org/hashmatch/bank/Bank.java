package org.hashmatch.bank;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.index.HashBatch;
import org.hashmatch.index.HashIndex;
import org.hashmatch.index.Match;
import org.hashmatch.index.segment.MultiIndexHashingIndex;

/**
 * An open bank: entries kept in a {@link BankStore}, their hashes in an index in memory.
 *
 * <p>Opening reads and verifies every entry. A change is on disk before its method returns, and the
 * next search sees it. Changes made by another process are seen when the bank is opened again,
 * except that an entry removed elsewhere no longer matches.
 *
 * <p>Safe for any number of threads. Memory is that of the index, about 125 bytes a hash in a large
 * bank; entries stay on disk and are read when they match.
 */
public final class Bank implements AutoCloseable {

  private final BankStore store;
  private final HashIndex index;

  /**
   * Opens a bank over its store, and verifies it.
   *
   * @param store where it is kept; closed with the bank, or by the caller if this fails
   * @throws BankFileException if the store is damaged
   * @throws IOException if the store cannot be read
   */
  public Bank(BankStore store) throws IOException {
    this.store = store;
    this.index = new MultiIndexHashingIndex(store.settings().algorithm());
    HashBatch batch = new HashBatch(store.settings().algorithm());
    store.verifyAll((key, entry) -> batch.add(key, entry.hash()));
    index.addAll(batch);
  }

  /**
   * What the bank is.
   *
   * @return name, algorithm and policy
   */
  public BankSettings settings() {
    return store.settings();
  }

  /**
   * How many entries it holds.
   *
   * @return 0 or more
   */
  public int size() {
    return index.size();
  }

  /**
   * Adds an entry, if the bank's policy takes it.
   *
   * @param entry the entry
   * @return what became of it
   * @throws IOException if the store cannot be written; nothing was added then
   */
  public AddOutcome add(BankEntry entry) throws IOException {
    return addAll(List.of(entry)).get(0);
  }

  /**
   * Adds entries: those that the bank's policy takes in one step, all or none of them; the others
   * are refused one by one.
   *
   * @param entries the entries
   * @return what became of each, in their order
   * @throws IOException if the store cannot be written; nothing was added then
   */
  public synchronized List<AddOutcome> addAll(List<BankEntry> entries) throws IOException {
    List<BankEntry> acceptable =
        entries.stream().filter(entry -> refusal(entry).isEmpty()).toList();
    Iterator<BankStore.Insertion> insertions = store.add(acceptable).iterator();
    List<AddOutcome> outcomes = new ArrayList<>(entries.size());
    HashBatch added = new HashBatch(settings().algorithm());
    for (BankEntry entry : entries) {
      outcomes.add(refusal(entry).orElseGet(() -> gathered(entry, insertions.next(), added)));
    }
    index.addAll(added);
    return outcomes;
  }

  private static AddOutcome gathered(
      BankEntry entry, BankStore.Insertion insertion, HashBatch added) {
    if (insertion.outcome() == AddOutcome.ADDED) {
      added.add(insertion.key(), entry.hash());
    }
    return insertion.outcome();
  }

  private Optional<AddOutcome> refusal(BankEntry entry) {
    if (!entry.hash().algorithm().equals(settings().algorithm())) {
      return Optional.of(AddOutcome.WRONG_ALGORITHM);
    }
    if (entry.hash().isTrivial()) {
      return Optional.of(AddOutcome.TRIVIAL_HASH);
    }
    return entry.quality().isBelow(settings().policy().qualityFloor())
        ? Optional.of(AddOutcome.LOW_QUALITY)
        : Optional.empty();
  }

  /**
   * Removes an entry. Its bytes are overwritten in the file; what the write-ahead log still has of
   * them goes when the bank is closed.
   *
   * @param id the entry's id
   * @return whether there was one
   * @throws IOException if the store cannot be written; nothing was removed then
   */
  public synchronized boolean remove(String id) throws IOException {
    OptionalLong key = store.remove(id);
    key.ifPresent(index::remove);
    return key.isPresent();
  }

  /**
   * Looks an entry up.
   *
   * @param id its id
   * @return the entry, or empty if there is none
   * @throws IOException if the store cannot be read
   */
  public Optional<BankEntry> find(String id) throws IOException {
    return store.find(id);
  }

  /**
   * Finds the entries near a hash.
   *
   * @param query a hash of this bank's algorithm
   * @return the entries within the policy's radius, nearest first
   * @throws IllegalArgumentException if the query is of another algorithm
   * @throws IOException if the store cannot be read
   */
  public List<Neighbour> neighbours(ImageHash query) throws IOException {
    List<Neighbour> neighbours = new ArrayList<>();
    for (Match match : index.search(query, settings().policy().radius())) {
      // Empty if it was removed between the two steps: then it is no match any more.
      store
          .find(match.id())
          .ifPresent(entry -> neighbours.add(new Neighbour(entry, match.distance())));
    }
    return neighbours;
  }

  /**
   * An entry near a query.
   *
   * @param entry the entry
   * @param distance its Hamming distance from the query
   */
  public record Neighbour(BankEntry entry, int distance) {}

  /**
   * Reads all entries in the order they were added, and verifies them.
   *
   * @param consumer takes them
   * @throws BankFileException if the store is damaged
   * @throws IOException if the store cannot be read
   */
  public void forEach(Consumer<BankEntry> consumer) throws IOException {
    store.verifyAll((key, entry) -> consumer.accept(entry));
  }

  /**
   * Verifies everything: each entry, their number, and the structure of the store.
   *
   * @throws BankFileException if the store is damaged
   * @throws IOException if the store cannot be read
   */
  public void verify() throws IOException {
    store.verifyStructure();
    store.verifyAll((key, entry) -> {});
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}
