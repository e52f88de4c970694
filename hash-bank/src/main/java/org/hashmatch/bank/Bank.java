package org.hashmatch.bank;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.index.Searcher;
import org.jspecify.annotations.Nullable;

/**
 * An open bank: entries kept in a {@link BankStore}, their hashes in indexes in memory.
 *
 * <p>A change is on disk before its method returns, and the next search sees it. Changes made
 * elsewhere are seen when {@link #catchUp} is called, which {@link #follow} does again and again;
 * but what an entry says is read when it matches, so one that was removed elsewhere matches no more
 * even before.
 *
 * <p>Opening reads and verifies every entry, or takes the indexes from a cache, verified too, and
 * reads what was changed since. A damaged store is an error; a damaged cache is built anew.
 *
 * <p>Safe for any number of threads. Searches wait for nobody; changes take turns. Memory is that
 * of the indexes, about 125 bytes for each 256-bit hash in a large bank, and about 50 for each
 * digest; entries stay in the store.
 */
public final class Bank implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Bank.class.getName());

  private final BankStore store;
  private final Clock clock;
  private final @Nullable IndexCache cache;
  private final BankIndex index;
  private volatile BankStore.State state;
  private volatile BankHealth health;
  private final Floods floods;
  private long cached;
  private boolean isLoaded;
  private @Nullable BankFollower follower;

  private Bank(BankStore store, @Nullable IndexCache cache, Clock clock) throws IOException {
    this.store = store;
    this.cache = cache;
    this.clock = clock;
    BankOpeningEvent event = new BankOpeningEvent();
    event.begin();
    this.state = store.state();
    List<HashAlgorithm> algorithms = BankIndex.algorithms(state.settings().policy());
    Optional<IndexCache.Cached> found =
        cache == null ? Optional.empty() : cache.read(store, algorithms);
    this.index = found.map(IndexCache.Cached::index).orElseGet(() -> BankIndex.empty(algorithms));
    this.cached = found.map(IndexCache.Cached::sequence).orElse(0L);
    this.isLoaded = found.isPresent();
    this.health = new BankHealth(cached, clock.instant(), Optional.empty());
    this.floods = new Floods(this, clock);
    floods.changePolicy(settings().policy());
    if (!isLoaded || cached != state.sequence()) {
      readChanges();
    }
    event.commit(state, found.isPresent());
    writeCacheIfWorth();
  }

  /**
   * Opens a bank over its store, and verifies it whole.
   *
   * @param store where it is kept; closed with the bank, or by the caller if this fails
   * @return the bank
   * @throws BankStoreException if the store is damaged
   * @throws IOException if the store cannot be read
   */
  public static Bank open(BankStore store) throws IOException {
    return new Bank(store, null, Clock.systemUTC());
  }

  /**
   * Opens a bank over its store, with its indexes in a folder for the next time. Banks of fewer
   * than 20,000 hashes need none and write none.
   *
   * @param store where it is kept; closed with the bank, or by the caller if this fails
   * @param cache a folder for this bank alone, and for one process at a time; made when needed. It
   *     holds hashes: keep it as you keep the store
   * @return the bank
   * @throws BankStoreException if the store is damaged
   * @throws IOException if the store cannot be read
   */
  public static Bank open(BankStore store, Path cache) throws IOException {
    return new Bank(store, new IndexCache(cache), Clock.systemUTC());
  }

  /**
   * What the bank is.
   *
   * @return name and policy, as of the last change that it knows
   */
  public BankSettings settings() {
    return state.settings();
  }

  /**
   * How many entries it holds, canaries and disabled ones included.
   *
   * @return 0 or more, as of the last change that it knows
   */
  public long size() {
    return state.entries();
  }

  /**
   * Where it is kept.
   *
   * @return for messages: a file, or a database without its password
   */
  public String where() {
    return store.where();
  }

  /**
   * How far it knows its store. A platform that lets nothing through on old knowledge asks this.
   *
   * @return the last change it knows, when it last looked, and what is wrong
   */
  public BankHealth health() {
    return health;
  }

  // ---- Following

  /**
   * Takes in what was changed elsewhere.
   *
   * @throws BankStoreException if the store is damaged, or its algorithms were changed: then it
   *     must be opened again. Searches go on with what they know
   * @throws IOException if the store cannot be read
   */
  public synchronized void catchUp() throws IOException {
    try {
      BankStore.State now = store.state();
      if (now.sequence() != health.sequence() || now.epoch() != state.epoch()) {
        checkPast();
        readChanges();
      }
      health = new BankHealth(health.sequence(), clock.instant(), Optional.empty());
    } catch (IOException | RuntimeException e) {
      String problem = String.valueOf(e.getMessage());
      health = new BankHealth(health.sequence(), health.checkedAt(), Optional.of(problem));
      throw e;
    }
  }

  /** A store that was put back to an older state may have gone on from there to any number. */
  private void checkPast() throws IOException {
    if (!store.isPast(health.sequence(), state.epoch())) {
      throw new BankStoreException(
          store.where(),
          "is not what it was at change "
              + health.sequence()
              + ", as if an older state was put back; open it again");
    }
  }

  private void readChanges() throws IOException {
    BankCatchUpEvent event = new BankCatchUpEvent();
    event.begin();
    long known = health.sequence();
    IndexChanges changes = new IndexChanges(index);
    BankStore.State now = store.readChanges(known, isLoaded ? changes::add : changes::addNew);
    List<HashAlgorithm> algorithms = BankIndex.algorithms(now.settings().policy());
    if (!algorithms.equals(BankIndex.algorithms(settings().policy()))) {
      throw new BankStoreException(
          store.where(),
          "its algorithms were changed to " + now.settings().policy().radii().keySet());
    }
    changes.apply();
    isLoaded = true;
    changeState(now);
    event.commit(now, known);
  }

  private void changeState(BankStore.State now) {
    state = now;
    floods.changePolicy(now.settings().policy());
    health = new BankHealth(now.sequence(), clock.instant(), Optional.empty());
  }

  /**
   * Catches up again and again from now on, in a thread of its own, until the bank is closed.
   * Failures are told by {@link #health}, and tried again.
   *
   * @param interval how often, 10 milliseconds or more; 250 milliseconds is usual, and costs the
   *     store one small query each
   * @throws IllegalArgumentException if the interval is too short
   * @throws IllegalStateException if it is followed already
   */
  public synchronized void follow(Duration interval) {
    if (follower != null) {
      throw new IllegalStateException("bank " + settings().name() + " is followed already");
    }
    follower = BankFollower.start(this, interval);
  }

  // ---- Changing

  /**
   * Adds an entry, if the bank's policy takes it. One that it holds already gets the labels and
   * origins that are new.
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
  public List<AddOutcome> addAll(List<BankEntry> entries) throws IOException {
    return write(
        writer ->
            writer.editAll(entries.stream().map(this::addition).toList()).stream()
                .map(Bank::outcome)
                .toList());
  }

  /**
   * An edit that adds an entry by hand, as {@link #add} does.
   *
   * @param entry the entry
   * @return the edit
   */
  public EntryEdit addition(BankEntry entry) {
    return refusable(new Edits.Add(entry), entry);
  }

  /**
   * An edit that holds an entry as a list has it: what the list said of it before is replaced, what
   * was decided here stays.
   *
   * @param entry the entry
   * @return the edit; its step refuses what the bank's policy does not take
   */
  public EntryEdit replacement(BankEntry entry) {
    return refusable(new Edits.Replace(entry), entry);
  }

  private EntryEdit refusable(EntryEdit edit, BankEntry entry) {
    return new Admission(settings().policy(), index)
        .refusal(entry)
        .<EntryEdit>map(outcome -> new Refused(entry.id(), outcome))
        .orElse(edit);
  }

  private record Refused(String id, AddOutcome outcome) implements EntryEdit {
    @Override
    public Step decide(Optional<Change> held) {
      return new Step.Keep(outcome);
    }
  }

  private static AddOutcome outcome(EntryEdit.Edited edited) {
    if (edited.step() instanceof EntryEdit.Step.Keep keep) {
      return keep.outcome();
    }
    return edited.step() instanceof EntryEdit.Step.Put put ? put.outcome() : AddOutcome.UNCHANGED;
  }

  /**
   * Changes the bank in one step: what the steps do is seen by nobody until it is on disk, and by
   * the next search then.
   *
   * @param steps what to do; called once. They may not use this bank's other changing methods
   * @param <T> what comes of it
   * @return what the steps returned
   * @throws IOException if the store cannot be written; nothing was changed then
   */
  public synchronized <T> T write(BankStore.Steps<T> steps) throws IOException {
    RecordingWriter[] used = new RecordingWriter[1];
    T result =
        store.write(
            writer -> {
              used[0] = new RecordingWriter(writer, new IndexChanges(index));
              return steps.run(used[0]);
            });
    if (used[0].isRolledBack()) {
      return result;
    }
    take(used[0]);
    writeCacheIfWorth();
    return result;
  }

  /**
   * What is on disk is in the next search, whatever fails now: a caller who got an exception would
   * take it for not done.
   */
  private void take(RecordingWriter written) {
    boolean isAllThatIsNew = written.before().sequence() == health.sequence();
    written.changes().apply();
    if (isAllThatIsNew) {
      changeState(written.after());
    }
    try {
      // Somebody else may have been quicker; what they did is not in our changes.
      catchUp();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "changed, but not caught up: {0}", e.getMessage());
    }
  }

  EntryEdit.Edited edit(EntryEdit edit) throws IOException {
    return write(writer -> writer.editAll(List.of(edit)).get(0));
  }

  /**
   * Removes an entry. Its bytes are overwritten; what logs of the store still have of them goes
   * with {@link #purge}.
   *
   * @param id the entry's id
   * @return whether there was one
   * @throws IOException if the store cannot be written; nothing was removed then
   */
  public boolean remove(String id) throws IOException {
    return edit(Edits.remove(id, RemovalReason.DELETED, clock.instant())).change().isPresent();
  }

  /**
   * An edit that takes an entry's origins away, as a list does that withdraws it. The entry goes
   * with the last of them.
   *
   * @param id the entry's id
   * @param origins which
   * @return the edit
   */
  public EntryEdit withdrawal(String id, Predicate<Origin> origins) {
    return Edits.withdraw(id, origins, clock.instant());
  }

  /**
   * Takes an origin away from all entries. Those go that have no other. Reads all entries.
   *
   * @param origins which
   * @return how many entries had it
   * @throws IOException if the store cannot be written; nothing was changed then
   */
  public int withdraw(Predicate<Origin> origins) throws IOException {
    return editWhere(
        entry -> entry.origins().stream().anyMatch(origins), id -> withdrawal(id, origins));
  }

  /**
   * Removes the entries whose time is over; they match no more even before. Reads all entries.
   *
   * @return how many they were
   * @throws IOException if the store cannot be written; nothing was changed then
   */
  public int expire() throws IOException {
    Instant now = clock.instant();
    BankPolicy policy = settings().policy();
    return editWhere(entry -> policy.isOver(entry, now), id -> Edits.expire(id, policy, now));
  }

  private interface EditOf {
    EntryEdit of(String id);
  }

  private int editWhere(Predicate<BankEntry> wanted, EditOf edit) throws IOException {
    List<EntryEdit> edits = new ArrayList<>();
    forEach(
        entry -> {
          if (wanted.test(entry)) {
            edits.add(edit.of(entry.id()));
          }
        });
    return (int)
        write(
                writer ->
                    writer.editAll(edits).stream()
                        .filter(each -> each.change().isPresent())
                        .count())
            .longValue();
  }

  /**
   * Says whether an entry counts.
   *
   * @param id the entry's id
   * @param status active, set aside or disabled
   * @return whether there is such an entry
   * @throws IOException if the store cannot be written; nothing was changed then
   */
  public boolean setStatus(String id, EntryStatus status) throws IOException {
    EntryEdit.Edited edited = edit(Edits.status(id, status));
    edited.before().ifPresent(before -> floods.forget(before.key()));
    return edited.before().filter(Change.Held.class::isInstance).isPresent();
  }

  /**
   * Notes what somebody says of an entry's matches. While more say false positive than true
   * positive, its matches ask for review and not for blocking.
   *
   * @param id the entry's id
   * @param opinion what they say; it takes the place of what they said before
   * @return whether there is such an entry
   * @throws IOException if the store cannot be written; nothing was changed then
   */
  public boolean give(String id, Opinion opinion) throws IOException {
    return edit(Edits.opinion(id, opinion))
        .before()
        .filter(Change.Held.class::isInstance)
        .isPresent();
  }

  /**
   * Changes what the bank is. Its algorithms stay.
   *
   * @param settings what it shall be
   * @throws IllegalArgumentException if the algorithms are others
   * @throws IOException if the store cannot be written; nothing was changed then
   */
  public void changeSettings(BankSettings settings) throws IOException {
    if (!settings.policy().radii().keySet().equals(settings().policy().radii().keySet())) {
      throw new IllegalArgumentException(
          "a bank's algorithms stay "
              + settings().policy().radii().keySet()
              + " (got "
              + settings.policy().radii().keySet()
              + ")");
    }
    write(
        writer -> {
          writer.changeSettings(settings);
          return settings;
        });
  }

  /**
   * Rewrites the store, so that the bytes of what was removed are in none of its files, nor in the
   * index cache. Takes the time of writing the bank anew.
   *
   * @throws IOException if the store cannot be written
   */
  public synchronized void purge() throws IOException {
    if (cache != null) {
      cache.delete();
      cached = 0;
    }
    store.purge();
    writeCacheIfWorth();
  }

  // ---- Looking up

  /**
   * Looks an entry up.
   *
   * @param id its id
   * @return the entry, or empty if there is none
   * @throws IOException if the store cannot be read
   */
  public Optional<BankEntry> find(String id) throws IOException {
    return store.find(id).flatMap(Bank::held);
  }

  private static Optional<BankEntry> held(Change change) {
    return change instanceof Change.Held held ? Optional.of(held.entry()) : Optional.empty();
  }

  /**
   * How far a list was read into this bank.
   *
   * @param list which list
   * @return what its reader noted; empty if it never did
   * @throws IOException if the store cannot be read
   */
  public Optional<String> checkpoint(String list) throws IOException {
    return store.checkpoint(list);
  }

  /**
   * Finds the entries near a hash, whatever the bank's policy says of their labels.
   *
   * @param query a hash of one of this bank's algorithms
   * @return the active entries within the policy's radius, nearest first
   * @throws IllegalArgumentException if hashes of its algorithm are not looked up here
   * @throws IOException if the store cannot be read
   */
  public List<Neighbour> neighbours(ImageHash query) throws IOException {
    return neighbours(query, settings().policy().radius(query.algorithm()));
  }

  /**
   * Finds the entries near a hash, whatever the bank's policy says of their labels.
   *
   * @param query a hash of one of this bank's algorithms
   * @param radius largest distance of a match, inclusive: 0 to the algorithm's bits
   * @return the active entries within the radius, nearest first
   * @throws IllegalArgumentException if hashes of its algorithm are not looked up here, or the
   *     radius is out of its range
   * @throws IOException if the store cannot be read
   */
  public List<Neighbour> neighbours(ImageHash query, int radius) throws IOException {
    Searcher searcher = index.searcher(query.algorithm(), IndexId::isKnown);
    searcher.search(query, radius);
    return neighbours(searcher);
  }

  /**
   * Finds the entries nearest to a hash, whatever the bank's policy says of their labels. Reads
   * only those from the store, however many there are within the radius.
   *
   * @param query a hash of one of this bank's algorithms
   * @param count how many hashes at most, 1 or more; an entry with several near ones takes as many
   *     places
   * @param radius largest distance of a match, inclusive: 0 to the algorithm's bits
   * @return active entries within the radius, nearest first
   * @throws IllegalArgumentException if hashes of its algorithm are not looked up here, or count or
   *     radius are out of their range
   * @throws IOException if the store cannot be read
   */
  public List<Neighbour> nearest(ImageHash query, int count, int radius) throws IOException {
    Searcher searcher = index.searcher(query.algorithm(), IndexId::isKnown);
    searcher.nearest(query, count, radius);
    return neighbours(searcher);
  }

  private List<Neighbour> neighbours(Searcher searcher) throws IOException {
    List<Neighbour> neighbours = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    for (int rank = 0; rank < searcher.found(); rank++) {
      long key = IndexId.key(searcher.id(rank));
      if (seen.add(key)) {
        int distance = searcher.distance(rank);
        read(key).ifPresent(entry -> neighbours.add(new Neighbour(entry, distance)));
      }
    }
    return neighbours;
  }

  /** What an index says was added must be in the store, be it as gone. */
  Optional<BankEntry> read(long key) throws IOException {
    Change change =
        store
            .find(key)
            .orElseThrow(
                () -> new BankStoreException(store.where(), "damaged (entry " + key + " is lost)"));
    return held(change).filter(entry -> entry.status() != EntryStatus.DISABLED);
  }

  /**
   * An entry near a query.
   *
   * @param entry the entry
   * @param distance its Hamming distance from the query
   */
  public record Neighbour(BankEntry entry, int distance) {}

  BankIndex index() {
    return index;
  }

  Clock clock() {
    return clock;
  }

  Floods floods() {
    return floods;
  }

  /**
   * Reads all entries, in the order of their last changes, and verifies them.
   *
   * @param consumer takes them
   * @throws BankStoreException if the store is damaged
   * @throws IOException if the store cannot be read
   */
  public void forEach(Consumer<BankEntry> consumer) throws IOException {
    readChanges(0, change -> held(change).ifPresent(consumer));
  }

  /**
   * Reads what was changed since, in the order of the changes: of each id its last change only.
   *
   * @param sequence the last change that is known already; 0 for all
   * @param sink takes them
   * @return the number of the last change
   * @throws BankStoreException if the store is damaged
   * @throws IOException if the store cannot be read
   */
  public long readChanges(long sequence, BankStore.ChangeSink sink) throws IOException {
    return store.readChanges(sequence, sink).sequence();
  }

  /**
   * Reads all that the bank holds or held, as of one moment, in the order of the last changes, and
   * verifies it.
   *
   * @param sink takes it
   * @return the bank at that moment
   * @throws BankStoreException if the store is damaged; what was read so far must not be used
   * @throws IOException if the store cannot be read
   */
  public BankStore.State readAll(BankStore.ChangeSink sink) throws IOException {
    return store.readChanges(0, sink);
  }

  /**
   * Verifies everything: each entry, their number, and the structure of the store.
   *
   * @throws BankStoreException if the store is damaged
   * @throws IOException if the store cannot be read
   */
  public void verify() throws IOException {
    store.verifyStructure();
    store.readChanges(0, change -> {});
  }

  private void writeCacheIfWorth() {
    long changes = health.sequence() - cached;
    if (cache == null || changes < Math.max(IndexCache.LEAST_CHANGES, size() / 10)) {
      return;
    }
    try {
      BankStore.State now = store.state();
      if (now.sequence() == health.sequence()) {
        cache.write(index, now);
        cached = now.sequence();
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "index cache not written: {0}", e.getMessage());
    }
  }

  /** Stops following, and closes the store. */
  @Override
  public void close() throws IOException {
    BankFollower following;
    synchronized (this) {
      following = follower;
      follower = null;
    }
    if (following != null) {
      following.stop();
    }
    store.close();
  }
}
