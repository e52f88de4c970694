package org.hashmatch.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.view.HashedPicture;
import org.hashmatch.hash.view.PictureHasher;

/**
 * Turns an upload's bytes into a decision: its exact digests looked up, then guarded, decoded,
 * hashed, and each of its views looked up in every bank, in all eight ways to lay it down.
 *
 * <p>Immutable and safe for any number of threads. Nothing of a picture is kept. Cost: digests, of
 * kinds that a bank has; decoding, once for each hasher; and for each view one hash and eight
 * searches a bank.
 */
public final class Screener {

  /*
   * bytes -> digests -> equal ones in each bank -> decision, if one blocks
   *       -> guard -> decoder -> views -> hasher -> eight hashes each -> neighbours in each bank -> decision
   *
   * Whatever stops a picture on the way to its hashes is an Unscreenable with its reason, unless its digest is known;
   * what the hashes mean is HashMatcher's to say, the quality floors of its banks included.
   */

  private final List<PictureHasher> hashers;
  private final HashMatcher matcher;
  private final List<ScreeningListener> listeners;
  private final Clock clock;

  /**
   * A screener over banks.
   *
   * @param hasher turns uploads into hashes
   * @param banks one or more open banks that look up the hasher's algorithm; they stay the caller's
   *     to close
   * @throws IllegalArgumentException if there is no bank, since then everything would be clear, or
   *     a bank does not look up the hasher's algorithm
   */
  public Screener(PictureHasher hasher, List<Bank> banks) {
    this(List.of(hasher), new HashMatcher(banks), List.of());
  }

  /**
   * A screener by several algorithms, with listeners.
   *
   * @param hashers turn uploads into hashes, one or more; each decodes by itself
   * @param matcher over banks each of which looks up the algorithm of one hasher at least
   * @param listeners are told of every decision, in this order
   * @throws IllegalArgumentException if a bank looks up the algorithm of no hasher
   */
  public Screener(
      List<? extends PictureHasher> hashers,
      HashMatcher matcher,
      List<? extends ScreeningListener> listeners) {
    this.hashers = List.copyOf(hashers);
    this.matcher = matcher;
    this.listeners = List.copyOf(listeners);
    this.clock = Clock.systemUTC();
    matcher.banks().forEach(this::check);
  }

  private void check(Bank bank) {
    BankSettings settings = bank.settings();
    if (hashers.stream().noneMatch(h -> settings.policy().radii().containsKey(h.algorithm()))) {
      throw new IllegalArgumentException(
          "bank "
              + settings.name()
              + " looks up "
              + settings.policy().radii().keySet()
              + " hashes, the hasher makes "
              + hashers.stream().map(PictureHasher::algorithm).toList());
    }
  }

  /**
   * Decides on an upload.
   *
   * @param file the whole file
   * @return the decision
   * @throws IOException if a bank cannot be read, or a listener fails
   */
  public Decision screen(byte[] file) throws IOException {
    return screen(new Upload("", file)).decision();
  }

  /**
   * Decides on an upload.
   *
   * @param upload the file, and what it is called
   * @return the decision, with the hashes that were made on the way
   * @throws IOException if a bank cannot be read, or a listener fails
   */
  public Screening screen(Upload upload) throws IOException {
    ScreeningEvent event = new ScreeningEvent();
    event.begin();
    long start = System.nanoTime();
    List<HashedPicture> pictures = new ArrayList<>();
    Decision decision = decide(upload.file(), pictures);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    Screening screening =
        new Screening(upload.id(), upload.file().length, clock.instant(), took, decision, pictures);
    for (ScreeningListener listener : listeners) {
      listener.screened(screening);
    }
    event.commit(decision, upload.file().length);
    return screening;
  }

  private Decision decide(byte[] file, List<HashedPicture> pictures) throws IOException {
    List<ExactDigest> digests = ExactDigest.of(file, matcher.digestAlgorithms());
    Optional<Decision> exact = digests.isEmpty() ? Optional.empty() : matcher.match(digests);
    if (exact.isPresent() && exact.get() instanceof Decision.Blocked) {
      return exact.get();
    }
    try {
      for (PictureHasher hasher : hashers) {
        pictures.add(hasher.hashToMatch(file));
      }
      return matcher.match(digests, pictures);
    } catch (UnscreenableException e) {
      return exact.orElseGet(() -> new Decision.Unscreenable(e.reason(), e.detail()));
    }
  }

  /**
   * Decides on an upload in another thread.
   *
   * @param upload the file, and what it is called
   * @param executor where; as many threads as the hasher has workers are enough
   * @return the decision to come; what {@link #screen(Upload)} would throw is the cause of its
   *     {@link CompletionException}
   */
  public CompletableFuture<Screening> screenAsync(Upload upload, Executor executor) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return screen(upload);
          } catch (IOException e) {
            throw new CompletionException(e);
          }
        },
        executor);
  }

  /**
   * Decides on many uploads, several at once.
   *
   * @param uploads the files, and what they are called
   * @param executor where
   * @return what became of each, in their order
   * @throws IOException if a bank cannot be read, or a listener fails; the others may have been
   *     decided on
   */
  public List<Screening> screenAll(List<Upload> uploads, Executor executor) throws IOException {
    List<CompletableFuture<Screening>> all =
        uploads.stream().map(upload -> screenAsync(upload, executor)).toList();
    try {
      return all.stream().map(CompletableFuture::join).toList();
    } catch (CompletionException e) {
      all.forEach(each -> each.cancel(false));
      if (e.getCause() instanceof IOException io) {
        throw new IOException(io.getMessage(), io);
      }
      if (e.getCause() instanceof UncheckedIOException io) {
        throw io.getCause();
      }
      throw e;
    }
  }
}
