package org.hashmatch.bank.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hashmatch.bank.Screening;
import org.hashmatch.bank.ScreeningListener;
import org.jspecify.annotations.Nullable;

/**
 * A file that has every decision, a line each, in which no line can be changed, removed or moved
 * without its being seen. What a line says and how lines are chained is described by the package.
 *
 * <p>A decision is given only after its line was written (and forced to the disk, unless {@link
 * AuditOptions#syncEvery} says otherwise): {@link #screened} fails if it cannot be. After the first
 * failure nothing is written any more, so that no line ever follows a gap; the file must be opened
 * anew.
 *
 * <p>Neither hashes nor digests of pictures are in it, nor keys. What is there are ids: of uploads,
 * unless they are hidden, and of entries.
 *
 * <p>The chain shows what was changed by accident, or by somebody who did not rewrite all that
 * follows. Who can write the file can also write it anew, or cut lines off its end: against that
 * keep its {@link #state()} elsewhere from time to time, and compare.
 *
 * <p>Safe for any number of threads; one process at a time. Cost: a line of half a kilobyte or so,
 * and a wait for the disk, which threads that wait at the same time share.
 */
public final class AuditLog implements ScreeningListener, AutoCloseable {

  private static final System.Logger LOG = System.getLogger(AuditLog.class.getName());

  private final Path file;
  private final AuditOptions options;
  private final Clock clock;
  private final SoleWriter sole;
  // Not a channel: an interrupted thread would close it for all the others.
  private final RandomAccessFile out;
  private final Object disk = new Object();
  private final CountDownLatch closed = new CountDownLatch(1);

  private long lines;
  private String first;
  private String last;
  private volatile long written;
  private long synced;
  private volatile @Nullable IOException failure;

  private AuditLog(
      Path file,
      AuditOptions options,
      Clock clock,
      SoleWriter sole,
      RandomAccessFile out,
      AuditReader found) {
    this.file = file;
    this.options = options;
    this.clock = clock;
    this.sole = sole;
    this.out = out;
    this.lines = found.lines();
    this.first = found.first();
    this.last = found.last();
    this.written = lines;
    this.synced = lines;
  }

  /**
   * Opens a file to write more of it, or begins one. All of an existing file is verified. What a
   * crash left of a last line, which no decision was given for, is moved to {@code FILE.torn-N},
   * and a line says so.
   *
   * @param file where; its folder exists
   * @param options how
   * @return the log
   * @throws AuditException if a line of the file is not what was written, or the file is tied to
   *     another one than the options say
   * @throws IOException if it cannot be read or written, or is open already
   */
  public static AuditLog open(Path file, AuditOptions options) throws IOException {
    return open(file, options, Clock.systemUTC());
  }

  static AuditLog open(Path file, AuditOptions options, Clock clock) throws IOException {
    SoleWriter sole = SoleWriter.of(file);
    RandomAccessFile out = null;
    boolean isOpen = false;
    try {
      out = new RandomAccessFile(file.toFile(), "rw");
      AuditReader found = AuditReader.read(file, null);
      AuditLog log = new AuditLog(file, options, clock, sole, out, found);
      log.begin(found);
      isOpen = true;
      return log;
    } finally {
      if (!isOpen) {
        try (sole) {
          if (out != null) {
            out.close();
          }
        }
      }
    }
  }

  private void begin(AuditReader found) throws IOException {
    String after = options.after().orElse(lines == 0 ? AuditState.NONE : first);
    if (lines > 0 && !first.equals(after)) {
      throw new AuditException(file, 1, "follows another file than expected");
    }
    TornLines torn = new TornLines(file);
    if (found.tail().length > 0) {
      torn.putAside(found.tail(), found.noted());
      out.setLength(found.soundBytes());
    }
    out.seek(found.soundBytes());
    if (lines == 0) {
      first = after;
      last = after;
      append(clock.instant(), "BEGUN", json -> {});
    }
    for (long number = found.noted() + 1; torn.exists(number); number++) {
      long which = number;
      append(clock.instant(), "TORN", json -> json.writeNumberField("torn", which));
    }
    sync(written);
    syncFolder();
    options.syncEvery().ifPresent(this::startSyncing);
  }

  /** So that the file itself is there after a power failure. */
  private void syncFolder() throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    // Elsewhere folders cannot be opened, and need not be.
    if (folder != null && Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private void startSyncing(Duration every) {
    Thread thread = new Thread(() -> keepSyncing(every), "hashmatch-audit-" + file.getFileName());
    thread.setDaemon(true);
    thread.start();
  }

  private void keepSyncing(Duration every) {
    try {
      while (!closed.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
        sync(written);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.ERROR, "nothing is written any more: {0}", e.getMessage());
    }
  }

  /**
   * Writes a line about a decision.
   *
   * @param screening what became of an upload
   * @throws IOException if it cannot be written, or a line before could not be, or the log is
   *     closed
   */
  @Override
  public void screened(Screening screening) throws IOException {
    DecisionMembers members = new DecisionMembers(screening, shown(screening.uploadId()));
    long number = append(screening.at(), "DECISION", members);
    if (options.syncEvery().isEmpty()) {
      sync(number);
    }
  }

  private String shown(String uploadId) {
    return options.idKey().map(key -> hidden(uploadId, key)).orElse(uploadId);
  }

  private static String hidden(String uploadId, SecretKeySpec key) {
    try {
      Mac mac = Mac.getInstance(key.getAlgorithm());
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(uploadId.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform has no " + key.getAlgorithm(), e);
    }
  }

  private synchronized long append(Instant at, String event, AuditLine.Members members)
      throws IOException {
    checkUsable();
    byte[] line = AuditLine.of(lines + 1, at, event, members, last);
    byte[] withNewline = Arrays.copyOf(line, line.length + 1);
    withNewline[line.length] = '\n';
    write(withNewline);
    last = AuditLine.sha256(line);
    lines++;
    written = lines;
    return lines;
  }

  private void write(byte[] bytes) throws IOException {
    try {
      out.write(bytes);
    } catch (IOException e) {
      failure = e;
      throw failed(e);
    } catch (RuntimeException | Error e) {
      failure = new IOException(e.toString(), e);
      throw e;
    }
  }

  /** Threads that come while the disk is busy find their line forced with another's. */
  private void sync(long number) throws IOException {
    synchronized (disk) {
      if (synced >= number) {
        return;
      }
      checkUsable();
      long all = written;
      try {
        out.getFD().sync();
      } catch (IOException e) {
        // Trying again would succeed without having written what is lost.
        failure = e;
        throw failed(e);
      }
      synced = all;
    }
  }

  private void checkUsable() throws IOException {
    IOException earlier = failure;
    if (earlier != null) {
      throw failed(earlier);
    }
    if (closed.getCount() == 0) {
      throw new IOException("audit log " + file + " is closed");
    }
  }

  private IOException failed(IOException cause) {
    return new IOException("audit log " + file + " failed: " + cause.getMessage(), cause);
  }

  /**
   * How far the file goes now: what to keep elsewhere, and what {@link AuditOptions#after} of the
   * next file takes.
   *
   * @return its lines and their hashes
   */
  public synchronized AuditState state() {
    return new AuditState(lines, first, last);
  }

  /**
   * Verifies a file. It may be open meanwhile, here or elsewhere; a line that is just being written
   * may then look cut.
   *
   * @param file the audit file
   * @return how far it goes
   * @throws AuditException if a line is not what was written, is missing before the last, or cut
   * @throws IOException if the file cannot be read
   */
  public static AuditState verify(Path file) throws IOException {
    return AuditReader.read(file, null).whole();
  }

  /**
   * Verifies a file, and that it still has all that it had before.
   *
   * @param file the audit file
   * @param expected how far it went once, kept elsewhere; it may go farther now
   * @return how far it goes
   * @throws AuditException if a line is not what was written, is missing or cut, or the file is
   *     another one
   * @throws IOException if the file cannot be read
   */
  public static AuditState verify(Path file, AuditState expected) throws IOException {
    return AuditReader.read(file, expected).whole();
  }

  /** Forces all lines to the disk and closes the file. To rotate, open the next after it. */
  @Override
  public void close() throws IOException {
    if (closed.getCount() == 0) {
      return;
    }
    try (sole;
        out) {
      if (failure == null) {
        sync(written);
      }
    } finally {
      closed.countDown();
    }
  }
}
