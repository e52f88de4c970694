package org.hashmatch.bank.history;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.BankPolicy;
import org.hashmatch.bank.Decision;
import org.hashmatch.bank.Screening;
import org.hashmatch.bank.ScreeningListener;
import org.hashmatch.hash.Dihedral;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.HashedImage;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.ImageHashes;
import org.hashmatch.hash.Quality;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.view.HashedView;

/**
 * The uploads of the past, to be searched for pictures that became known since.
 *
 * <p>As a listener of a screener it keeps the hashes of every upload that was not blocked, under
 * the upload's id: of each view, as it is stored, that is good enough for its bank's quality floor.
 * An upload of which nothing is good enough cannot be found later. An id that is used again means
 * the later upload.
 *
 * <p>Durability is chosen when it is opened. {@link #atOnce}: an upload is on disk before its
 * decision is given, which costs each a transaction, some milliseconds that threads wait for one
 * after the other. {@link #inBatches}: it is on disk soon after; a crash loses the uploads of that
 * time. In both cases an upload that cannot be kept has no decision: with batches that is so once
 * 10,000 wait and still cannot be written.
 *
 * <p>An upload that was being screened while a picture became known may have been looked up too
 * early to be blocked and be kept too late to be found. So look back after the entry was added, and
 * once more when the screenings are over that had begun before.
 *
 * <p>Uploads are kept as long as the bank's policy says by its time to live: then they are not
 * found, and {@link #expire} removes them. The id of what is gone stays in the store, as in every
 * bank; its hashes do not.
 *
 * <p>Safe for any number of threads. Memory and search cost are the bank's.
 */
public final class UploadHistory implements ScreeningListener, AutoCloseable {

  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Comparator<PastUpload> ORDER =
      Comparator.comparingDouble(UploadHistory::share).thenComparing(PastUpload::uploadId);

  private final Bank bank;
  private final Recorder recorder;
  private final boolean isAtOnce;

  private UploadHistory(Bank bank, boolean isAtOnce) {
    this.bank = bank;
    this.recorder = new Recorder(bank);
    this.isAtOnce = isAtOnce;
  }

  /**
   * A history that has every upload on disk before its decision is given.
   *
   * @param bank the history's own, closed with it; its policy says which algorithms are kept, how
   *     good a view must be, and how long
   * @return the history
   */
  public static UploadHistory atOnce(Bank bank) {
    return new UploadHistory(bank, true);
  }

  /**
   * A history that writes uploads from time to time, in a thread of its own, many at once.
   *
   * @param bank the history's own, closed with it; its policy says which algorithms are kept, how
   *     good a view must be, and how long
   * @param every how often, 1 millisecond or more; what a crash may lose
   * @return the history
   * @throws IllegalArgumentException if the time is too short
   */
  public static UploadHistory inBatches(Bank bank, Duration every) {
    if (every.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException(
          "time must be " + SHORTEST + " or more (got " + every + ")");
    }
    UploadHistory history = new UploadHistory(bank, false);
    history.recorder.start(every);
    return history;
  }

  /**
   * Keeps an upload, unless it was blocked.
   *
   * @param screening what became of it
   * @throws IOException if it has no id or no hashes of the bank's algorithms, or the store cannot
   *     be written
   */
  @Override
  public void screened(Screening screening) throws IOException {
    if (screening.decision() instanceof Decision.Blocked) {
      return;
    }
    if (screening.uploadId().isEmpty()) {
      throw new IOException("an upload without an id cannot be kept for looking back");
    }
    recorder.add(edit(screening));
    if (isAtOnce) {
      recorder.flush();
    }
  }

  private UploadEdit edit(Screening screening) throws IOException {
    List<HashedImage> kept =
        views(screening).stream().map(HashedView::hashed).filter(this::isWorthKeeping).toList();
    if (kept.isEmpty()) {
      return new UploadEdit.Drop(screening.uploadId(), screening.at());
    }
    BankEntry.Builder entry = BankEntry.builder(screening.uploadId()).addedAt(screening.at());
    kept.stream()
        .map(image -> image.untrusted().original())
        .distinct()
        .limit(BankEntry.MAX_HASHES)
        .forEach(entry::hash);
    kept.stream()
        .map(HashedImage::quality)
        .min(Comparator.<Quality>naturalOrder())
        .ifPresent(entry::quality);
    return new UploadEdit.Keep(entry.build());
  }

  private List<HashedView> views(Screening screening) throws IOException {
    Set<HashAlgorithm> algorithms = bank.settings().policy().radii().keySet();
    List<HashedView> all =
        screening.pictures().stream().flatMap(picture -> picture.views().stream()).toList();
    List<HashedView> fit =
        all.stream().filter(view -> algorithms.contains(algorithm(view.hashed()))).toList();
    if (fit.isEmpty() && !all.isEmpty()) {
      throw new IOException(
          "history "
              + bank.settings().name()
              + " keeps "
              + algorithms
              + " hashes (got "
              + all.stream().map(view -> algorithm(view.hashed())).distinct().toList()
              + ")");
    }
    return fit;
  }

  private static HashAlgorithm algorithm(HashedImage image) {
    return image.untrusted().original().algorithm();
  }

  private boolean isWorthKeeping(HashedImage image) {
    try {
      image.trusted(bank.settings().policy().qualityFloor());
      return true;
    } catch (UnscreenableException e) {
      return false;
    }
  }

  /**
   * Finds the uploads that look like a picture, however it was turned or mirrored.
   *
   * @param known its eight hashes
   * @param radius largest distance that counts, inclusive: 0 to the algorithm's bits
   * @return the nearest first, each upload once
   * @throws IllegalArgumentException if hashes of its algorithm are not kept here, or the radius is
   *     out of its range
   * @throws IOException if the store cannot be read, or what waits cannot be written
   */
  public List<PastUpload> lookBack(ImageHashes known, int radius) throws IOException {
    Sightings sightings = new Sightings();
    for (Dihedral dihedral : Dihedral.values()) {
      sightings.search(known.of(dihedral), dihedral, radius);
    }
    return sightings.nearestFirst();
  }

  /**
   * Finds the uploads that look like an entry of a bank, by those of its hashes whose algorithm is
   * looked up both there and here. Turned and mirrored uploads are not found, since an entry has no
   * hashes of those.
   *
   * @param known the entry
   * @param policy its bank's, for the radii
   * @return the nearest first by the share of differing bits, each upload once
   * @throws IOException if the store cannot be read, or what waits cannot be written
   */
  public List<PastUpload> lookBack(BankEntry known, BankPolicy policy) throws IOException {
    Sightings sightings = new Sightings();
    Set<HashAlgorithm> here = bank.settings().policy().radii().keySet();
    for (ImageHash hash : known.hashes()) {
      if (here.contains(hash.algorithm()) && policy.radii().containsKey(hash.algorithm())) {
        sightings.search(hash, Dihedral.ORIGINAL, policy.radius(hash.algorithm()));
      }
    }
    return sightings.nearestFirst();
  }

  /** Of each upload the nearest sighting, of all that was written when it began. */
  private final class Sightings {

    private final Map<String, PastUpload> nearest = new HashMap<>();
    private final Instant now = Instant.now();

    Sightings() throws IOException {
      recorder.flush();
      // Other machines may write to the same history.
      bank.catchUp();
    }

    void search(ImageHash hash, Dihedral dihedral, int radius) throws IOException {
      BankPolicy policy = bank.settings().policy();
      for (Bank.Neighbour neighbour : bank.neighbours(hash, radius)) {
        BankEntry upload = neighbour.entry();
        if (!policy.isOver(upload, now)) {
          PastUpload seen =
              new PastUpload(
                  upload.id(), upload.addedAt(), hash.algorithm(), neighbour.distance(), dihedral);
          nearest.merge(upload.id(), seen, (a, b) -> share(b) < share(a) ? b : a);
        }
      }
    }

    List<PastUpload> nearestFirst() {
      return nearest.values().stream().sorted(ORDER).toList();
    }
  }

  private static double share(PastUpload upload) {
    return (double) upload.distance() / upload.algorithm().bits();
  }

  /**
   * Forgets an upload, for example because it was deleted: its hashes are overwritten. What logs of
   * the store still have of them goes with {@link #purge}.
   *
   * @param uploadId the platform's name for it
   * @return whether it was kept
   * @throws IOException if the store cannot be written; nothing on disk was changed then
   */
  public boolean forget(String uploadId) throws IOException {
    return recorder.forget(uploadId);
  }

  /**
   * Removes the uploads whose time is over by the bank's policy; they are not found even before.
   * Reads all of them.
   *
   * @return how many they were
   * @throws IOException if the store cannot be written; nothing was removed then
   */
  public int expire() throws IOException {
    recorder.flush();
    return bank.expire();
  }

  /**
   * Rewrites the store, so that the bytes of what was forgotten are in none of its files.
   *
   * @throws IOException if the store cannot be written
   */
  public void purge() throws IOException {
    recorder.flush();
    bank.purge();
  }

  /**
   * Writes what waits.
   *
   * @throws IOException if the store cannot be written; it waits on then
   */
  public void flush() throws IOException {
    recorder.flush();
  }

  /**
   * How many uploads can be found.
   *
   * @return those on disk
   */
  public long size() {
    return bank.size();
  }

  /**
   * What waits is written, then the bank closed.
   *
   * @throws IOException if the store cannot be written; the bank is closed all the same
   */
  @Override
  public void close() throws IOException {
    recorder.stop();
    try (bank) {
      recorder.flush();
    }
  }
}
