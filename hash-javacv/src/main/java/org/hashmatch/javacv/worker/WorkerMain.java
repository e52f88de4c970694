package org.hashmatch.javacv.worker;

import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.UnscreenableReason;
import org.hashmatch.hash.decode.ImageDecoder;
import org.hashmatch.hash.decode.ImageGuard;
import org.hashmatch.hash.view.HashedPicture;
import org.hashmatch.hash.view.InProcessHasher;
import org.hashmatch.javacv.AvailableDecoder;
import org.hashmatch.javacv.AvailableHashers;
import org.hashmatch.javacv.NativeLibraryException;

/**
 * The child process: takes pictures one after the other from its input, and answers on its output,
 * until its input ends.
 */
final class WorkerMain {

  /** Heap beyond which it is worth a collection between two pictures. */
  private static final long LARGE_HEAP_BYTES = 64L << 20;

  private final WorkerSettings settings;
  private final WorkerWatch watch;
  private final DataInputStream in;
  private final OutputStream out;
  private final Reply reply;

  WorkerMain(WorkerSettings settings, InputStream in, OutputStream out) {
    this.settings = settings;
    this.watch = WorkerWatch.start(settings);
    this.in = new DataInputStream(in);
    this.out = out;
    this.reply = new Reply(settings.algorithm());
  }

  /**
   * Starts it.
   *
   * @param arguments {@link WorkerSettings#toArguments()}
   * @throws IOException if the parent is gone
   */
  public static void main(String[] arguments) throws IOException {
    InputStream in = new FileInputStream(FileDescriptor.in);
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    // Replies are all that may reach the parent.
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false));
    new WorkerMain(WorkerSettings.ofArguments(arguments), in, out).serve();
  }

  /**
   * Greets, and answers one request after the other.
   *
   * @throws IOException if there are no more, or what comes is none
   */
  void serve() throws IOException {
    try {
      AvailableDecoder available = decoder();
      InProcessHasher hasher = hasher(available.decoder());
      greet(available.decoder().name(), available.problem().orElse(""));
      while (true) {
        answerNext(hasher);
      }
    } catch (NativeLibraryException e) {
      greet(Greeting.NO_DECODER, String.valueOf(e.getMessage()));
    }
  }

  private void greet(String decoder, String problem) throws IOException {
    out.write(new Greeting(decoder, problem).toBytes());
  }

  private void answerNext(InProcessHasher hasher) throws IOException {
    Request request = Request.readFrom(in, settings.limits().maxBytes());
    watch.begin();
    byte[] answer = answer(hasher, request);
    watch.end();
    out.write(answer);
    shrink();
  }

  private AvailableDecoder decoder() {
    return switch (settings.decoder()) {
      case BEST -> AvailableDecoder.load();
      case JAVA -> AvailableDecoder.java();
    };
  }

  private InProcessHasher hasher(ImageDecoder decoder) {
    InProcessHasher hasher =
        new InProcessHasher(
            new ImageGuard(settings.limits()), decoder, AvailableHashers.of(settings.algorithm()));
    return settings.allPixels() ? hasher.withAllPixels() : hasher;
  }

  private byte[] answer(InProcessHasher hasher, Request request) {
    try {
      HashedPicture picture =
          request.toMatch() ? hasher.hashToMatch(request.file()) : hasher.hash(request.file());
      return reply.of(request.sequence(), picture);
    } catch (UnscreenableException e) {
      return reply.of(request.sequence(), e);
    } catch (RuntimeException | StackOverflowError e) {
      // A defect of ours or of a library; it ends this picture, not the next one's turn.
      String detail = "failed with " + e.getClass().getSimpleName();
      return reply.of(
          request.sequence(), new UnscreenableException(UnscreenableReason.WORKER_LOST, detail));
    }
  }

  /** One large picture must not make this a large process for all that follow. */
  private static void shrink() {
    if (Runtime.getRuntime().totalMemory() > LARGE_HEAP_BYTES) {
      System.gc();
    }
  }
}
