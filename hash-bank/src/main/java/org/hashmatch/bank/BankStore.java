package org.hashmatch.bank;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where a bank is kept. Made by a class of the store room and handed to {@link Bank#Bank}; not
 * meant to be implemented elsewhere.
 *
 * <p>Every change is on disk when its method returns, or has not happened. Safe for any number of
 * threads.
 */
public interface BankStore extends AutoCloseable {

  /** Takes the entries of a store one by one. */
  @FunctionalInterface
  interface Visitor {

    /**
     * Takes one.
     *
     * @param key the store's number for the entry, never used for another
     * @param entry the entry
     */
    void visit(long key, BankEntry entry);
  }

  /**
   * What the bank is.
   *
   * @return its settings, as they were when it was created
   */
  BankSettings settings();

  /**
   * Reads all entries in the order they were added, and proves on the way that none is lost,
   * changed or invented.
   *
   * @param visitor takes them
   * @throws BankFileException if a checksum is wrong; entries visited so far must not be used
   * @throws IOException if the store cannot be read
   */
  void verifyAll(Visitor visitor) throws IOException;

  /**
   * Looks deeper than {@link #verifyAll}: at the structure of the store itself.
   *
   * @throws BankFileException if it is damaged
   * @throws IOException if the store cannot be read
   */
  void verifyStructure() throws IOException;

  /**
   * What became of an entry in a store that takes everything but a second entry of one id.
   *
   * @param outcome {@link AddOutcome#ADDED}, {@link AddOutcome#UNCHANGED} or {@link
   *     AddOutcome#ID_TAKEN}
   * @param key the key of the entry that the store now has under this id
   */
  record Insertion(AddOutcome outcome, long key) {}

  /**
   * Adds entries, all or none of those whose ids are not taken.
   *
   * @param entries of the bank's algorithm
   * @return what became of each, in their order
   * @throws IOException if the store cannot be written; nothing was added then
   */
  List<Insertion> add(List<BankEntry> entries) throws IOException;

  /**
   * Removes an entry, and overwrites its bytes in the file; the write-ahead log forgets them when
   * the store is closed.
   *
   * @param id the entry's id
   * @return its key, or empty if there was none
   * @throws IOException if the store cannot be written; nothing was removed then
   */
  OptionalLong remove(String id) throws IOException;

  /**
   * Looks an entry up.
   *
   * @param key its key
   * @return the entry, or empty if it was removed
   * @throws IOException if the store cannot be read
   */
  Optional<BankEntry> find(long key) throws IOException;

  /**
   * Looks an entry up.
   *
   * @param id its id
   * @return the entry, or empty if there is none
   * @throws IOException if the store cannot be read
   */
  Optional<BankEntry> find(String id) throws IOException;

  @Override
  void close() throws IOException;
}
