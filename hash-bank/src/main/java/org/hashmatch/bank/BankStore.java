package org.hashmatch.bank;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Where a bank is kept. Made by a class of the store room and handed to {@link Bank#open}; not
 * meant to be implemented elsewhere.
 *
 * <p>Every change is on disk when its method returns, or has not happened. Changes are numbered
 * without gaps, in the order in which they become visible to anybody. Safe for any number of
 * threads, and of processes.
 */
public interface BankStore extends AutoCloseable {

  /**
   * What can be said of a bank in a few words.
   *
   * @param settings what the bank is
   * @param sequence the number of its last change, 0 if there was none
   * @param epoch which line of history that change belongs to: see {@link #isPast}
   * @param entries how many it holds, canaries and disabled ones included
   */
  record State(BankSettings settings, long sequence, long epoch, long entries) {}

  /** Takes changes one by one. */
  @FunctionalInterface
  interface ChangeSink {

    /**
     * Takes one.
     *
     * @param change the change
     * @throws IOException to end the reading
     */
    void accept(Change change) throws IOException;
  }

  /**
   * Steps of one transaction: all of them happen, or none.
   *
   * @param <T> what comes of them
   */
  @FunctionalInterface
  interface Steps<T> {

    /**
     * Runs them.
     *
     * @param writer takes the changes
     * @return what came of it
     * @throws IOException to undo them all
     */
    T run(Writer writer) throws IOException;
  }

  /** A transaction. Nobody sees anything of it until it is committed. */
  interface Writer {

    /**
     * The bank as this transaction found it.
     *
     * @return its state before
     */
    State before();

    /**
     * Which line of history the changes of this transaction will belong to.
     *
     * @return an epoch, as in {@link State}
     */
    long epoch();

    /**
     * Edits entries, in their order; later ones see what earlier ones did.
     *
     * @param edits a thousand or so at a time is fastest
     * @return what came of each
     * @throws IOException if the store cannot be read or written
     */
    List<EntryEdit.Edited> editAll(List<? extends EntryEdit> edits) throws IOException;

    /**
     * Changes what the bank is.
     *
     * @param settings what it shall be
     * @throws IOException if the store cannot be written
     */
    void changeSettings(BankSettings settings) throws IOException;

    /**
     * Notes how far a list was read.
     *
     * @param list which list, 1..200 characters
     * @param position whatever the list's reader needs to go on, at most 4000 characters
     * @throws IOException if the store cannot be written
     */
    void setCheckpoint(String list, String position) throws IOException;

    /** Undoes everything when the steps are done, instead of committing it. */
    void rollBack();
  }

  /**
   * Where it is.
   *
   * @return for messages: a file, or a database without its password
   */
  String where();

  /**
   * What the bank is now.
   *
   * @return its state
   * @throws IOException if the store cannot be read
   */
  State state() throws IOException;

  /**
   * Reads what was changed since, in the order of the changes: of each id its last change only. All
   * that it reads is of one moment, and each entry is checked.
   *
   * @param sequence the last change that is known already; with 0 all entries are read, and it is
   *     proven that none is lost or invented
   * @param sink takes them
   * @return the bank at that moment
   * @throws BankStoreException if the store is damaged; changes seen so far must not be used
   * @throws IOException if the store cannot be read
   */
  State readChanges(long sequence, ChangeSink sink) throws IOException;

  /**
   * Whether the bank was once in a state, and has gone on from there. False for one that a copy of
   * the store came to by itself, as after a backup was restored.
   *
   * @param sequence the state's last change
   * @param epoch the state's epoch
   * @return whether it is in this store's past, or its present
   * @throws IOException if the store cannot be read
   */
  boolean isPast(long sequence, long epoch) throws IOException;

  /**
   * Changes the bank in one transaction. Writers take turns.
   *
   * @param steps what to do; called once
   * @param <T> what comes of it
   * @return what the steps returned, after they are on disk
   * @throws IOException if the store cannot be written; nothing was changed then
   */
  <T> T write(Steps<T> steps) throws IOException;

  /**
   * Looks an entry up.
   *
   * @param key its key
   * @return what is or was held
   * @throws IOException if the store cannot be read
   */
  Optional<Change> find(long key) throws IOException;

  /**
   * Looks an entry up.
   *
   * @param id its id
   * @return what is or was held
   * @throws IOException if the store cannot be read
   */
  Optional<Change> find(String id) throws IOException;

  /**
   * How far a list was read.
   *
   * @param list which list
   * @return what was noted last; empty if nothing was
   * @throws IOException if the store cannot be read
   */
  Optional<String> checkpoint(String list) throws IOException;

  /**
   * Looks at the structure of the store itself.
   *
   * @throws BankStoreException if it is damaged
   * @throws IOException if the store cannot be read
   */
  void verifyStructure() throws IOException;

  /**
   * Rewrites the store, so that the bytes of what was removed are in none of its files.
   *
   * @throws IOException if the store cannot be written
   */
  void purge() throws IOException;

  @Override
  void close() throws IOException;
}
