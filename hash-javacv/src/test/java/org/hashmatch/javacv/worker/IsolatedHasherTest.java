package org.hashmatch.javacv.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.UnscreenableReason;
import org.hashmatch.hash.decode.GuardLimits;
import org.hashmatch.hash.view.HashedPicture;
import org.hashmatch.hash.view.InProcessHasher;
import org.hashmatch.javacv.AvailableDecoder;
import org.hashmatch.testdata.TestImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class IsolatedHasherTest {

  private static final byte[] PICTURE = TestImages.of("known/facade-01.jpg").bytes();

  private final InProcessHasher inProcess = InProcessHasher.pdq(AvailableDecoder.load().decoder());

  private static IsolatedHasher.Builder one() {
    return IsolatedHasher.builder().workers(1);
  }

  /** Much to decode in few bytes: the guard is told to let it pass. */
  private static IsolatedHasher.Builder unguarded() {
    GuardLimits limits =
        GuardLimits.DEFAULT
            .withMaxPixels(2_000_000_000)
            .withMaxScans(Integer.MAX_VALUE)
            .withMaxScanPixels(Long.MAX_VALUE);
    return one().limits(limits);
  }

  @Test
  void hash_everyTestPicture_isAsInProcess() throws Exception {
    try (IsolatedHasher isolated = one().start()) {
      assertThat(isolated.decoder()).isEqualTo("opencv+java+ffmpeg");
      assertThat(isolated.problem()).isEmpty();
      assertThat(isolated.algorithm()).isEqualTo(HashAlgorithm.PDQ);
      for (var image : TestImages.all()) {
        assertThat(outcome(() -> isolated.hash(image.bytes())))
            .as(image.file())
            .isEqualTo(outcome(() -> inProcess.hash(image.bytes())));
        assertThat(outcome(() -> isolated.hashToMatch(image.bytes())))
            .as(image.file())
            .isEqualTo(outcome(() -> inProcess.hashToMatch(image.bytes())));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dhash/1/64", "opencv-marr-hildreth/1/576"})
  void hash_otherAlgorithms_areThoseAskedFor(String id) throws Exception {
    HashAlgorithm algorithm = HashAlgorithm.parse(id);
    try (IsolatedHasher isolated = one().algorithm(algorithm).allPixels(true).start()) {
      assertThat(isolated.hashToMatch(PICTURE).stored().untrusted().original().algorithm())
          .isEqualTo(algorithm);
    }
  }

  @Test
  void hash_javaDecoder_isSaid() throws Exception {
    try (IsolatedHasher isolated = one().decoder(IsolatedHasher.Decoder.JAVA).start()) {
      assertThat(isolated.decoder()).isEqualTo("java");
      assertThat(isolated.hash(PICTURE).views()).hasSize(1);
    }
  }

  @Test
  void hash_slowPicture_timesOutAndTheNextIsHashed() throws Exception {
    try (IsolatedHasher isolated = unguarded().deadline(Duration.ofMillis(700)).start()) {
      isolated.hash(PICTURE);

      UnscreenableException e = refused(isolated, HostilePictures.manyScans(4000, 4000, 3000));

      assertThat(e).hasMessage("TIMED_OUT: not decoded within 700 ms");
      assertThat(isolated.hash(PICTURE)).isEqualTo(inProcess.hash(PICTURE));
    }
  }

  @Test
  void hash_hugePicture_isOutOfMemoryAndTheNextIsHashed() throws Exception {
    try (IsolatedHasher isolated =
        unguarded().maxWorkerBytes(200_000_000).deadline(Duration.ofMinutes(1)).start()) {

      UnscreenableException e = refused(isolated, HostilePictures.largePng(20_000, 20_000));

      assertThat(e.reason()).isEqualTo(UnscreenableReason.OUT_OF_MEMORY);
      assertThat(isolated.hash(PICTURE)).isEqualTo(inProcess.hash(PICTURE));
    }
  }

  @Test
  void hash_workerKilledWhileIdle_isReplacedUnnoticed() throws Exception {
    try (IsolatedHasher isolated = one().start()) {
      isolated.hash(PICTURE);
      killChildren();

      assertThat(isolated.hash(PICTURE)).isEqualTo(inProcess.hash(PICTURE));
    }
  }

  @Test
  void hash_workerKilledAtWork_isLostAndTheNextIsHashed() throws Exception {
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try (IsolatedHasher isolated = unguarded().deadline(Duration.ofMinutes(1)).start()) {
      byte[] slow = HostilePictures.manyScans(4000, 4000, 3000);
      Future<UnscreenableException> lost = threads.submit(() -> refused(isolated, slow));
      Thread.sleep(500);
      killChildren();

      assertThat(lost.get().reason()).isEqualTo(UnscreenableReason.WORKER_LOST);
      assertThat(lost.get().detail()).contains("exit code");
      assertThat(isolated.hash(PICTURE)).isEqualTo(inProcess.hash(PICTURE));
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void hash_manyThreads_getTheirOwnReplies() throws Exception {
    List<byte[]> pictures =
        TestImages.all().stream()
            .map(image -> image.bytes())
            .filter(bytes -> outcome(() -> inProcess.hash(bytes)) instanceof HashedPicture)
            .toList();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (IsolatedHasher isolated = IsolatedHasher.builder().workers(2).start()) {
      List<Future<Object>> futures =
          IntStream.range(0, 400)
              .mapToObj(i -> pictures.get(i % pictures.size()))
              .map(bytes -> threads.submit(() -> outcome(() -> isolated.hash(bytes))))
              .toList();
      for (int i = 0; i < futures.size(); i++) {
        byte[] bytes = pictures.get(i % pictures.size());
        assertThat(futures.get(i).get()).isEqualTo(outcome(() -> inProcess.hash(bytes)));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void hash_emptyOrTooLongFile_isRefusedWithoutAWorker() throws Exception {
    try (IsolatedHasher isolated = one().start()) {
      killChildren();
      long children = children();

      assertThat(refused(isolated, new byte[0])).hasMessage("NOT_AN_IMAGE: empty file");
      assertThat(refused(isolated, new byte[(20 << 20) + 1]))
          .hasMessage("TOO_LARGE: 20971521 bytes (limit 20971520)");
      assertThat(children()).isEqualTo(children);
      assertThat(refused(isolated, new byte[99]))
          .hasMessage("NOT_AN_IMAGE: does not begin like any picture format");
    }
  }

  @Test
  void close_whileAtWork_losesThePictureAndEndsAllWorkers() throws Exception {
    awaitNoChildren();
    IsolatedHasher isolated = IsolatedHasher.builder().workers(3).start();
    assertThat(children()).isEqualTo(4);

    isolated.close();
    isolated.close();

    awaitNoChildren();
    assertThatThrownBy(() -> isolated.hash(PICTURE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the hasher is closed");
  }

  @Test
  void start_classPathWithoutHashmatch_saysHowTheWorkerEnded() {
    assertThatThrownBy(() -> one().classPath("nowhere.jar").start())
        .isInstanceOf(IOException.class)
        .hasMessage("a worker process did not start (exit code 1)");
  }

  @Test
  void builder_valuesOutOfRange_areNamedWithTheirBounds() {
    assertThatThrownBy(() -> one().workers(0)).hasMessage("workers must be 1..1000 (got 0)");
    assertThatThrownBy(() -> one().deadline(Duration.ZERO))
        .hasMessage("deadline must be 1 ms to 1 h (got PT0S)");
    assertThatThrownBy(() -> one().maxWorkerBytes(1))
        .hasMessage("maxWorkerBytes must be 150000000 or more (got 1)");
  }

  /** A way to a hashed picture. */
  @FunctionalInterface
  private interface Hashing {
    HashedPicture run() throws UnscreenableException;
  }

  /** The picture, or the message of why there is none. */
  private static Object outcome(Hashing hashing) {
    try {
      return hashing.run();
    } catch (UnscreenableException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static UnscreenableException refused(IsolatedHasher hasher, byte[] file) {
    return catchThrowableOfType(UnscreenableException.class, () -> hasher.hash(file));
  }

  private static long children() {
    return ProcessHandle.current().children().filter(ProcessHandle::isAlive).count();
  }

  /** Killing takes the system a moment. */
  private static void awaitNoChildren() throws InterruptedException {
    for (int i = 0; children() > 0 && i < 500; i++) {
      Thread.sleep(10);
    }
    assertThat(children()).isZero();
  }

  private static void killChildren() {
    for (ProcessHandle child : ProcessHandle.current().children().toList()) {
      child.destroyForcibly();
      child.onExit().join();
    }
  }
}
