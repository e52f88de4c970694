package org.hashmatch.javacv.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.decode.GuardLimits;
import org.hashmatch.hash.view.InProcessHasher;
import org.hashmatch.javacv.AvailableDecoder;
import org.hashmatch.testdata.TestImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the child process does, here in this one; its watch is told to let it live. */
class WorkerMainTest {

  private static final byte[] PICTURE = TestImages.of("known/facade-01.jpg").bytes();

  private final ByteArrayOutputStream requests = new ByteArrayOutputStream();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Reply reply = new Reply(HashAlgorithm.PDQ);

  private static WorkerSettings settings(IsolatedHasher.Decoder decoder) {
    return new WorkerSettings(
        HashAlgorithm.PDQ,
        GuardLimits.DEFAULT.withMaxBytes(1 << 20),
        decoder,
        false,
        Duration.ofHours(1),
        Long.MAX_VALUE);
  }

  private void serve(IsolatedHasher.Decoder decoder) throws IOException {
    new WorkerMain(settings(decoder), new ByteArrayInputStream(requests.toByteArray()), out)
        .serve();
  }

  private byte[] answer(int index) {
    int start = Greeting.BYTES + index * reply.bytes();
    return Arrays.copyOfRange(out.toByteArray(), start, start + reply.bytes());
  }

  @ParameterizedTest
  @EnumSource
  void serve_requests_areGreetedAndAnsweredInTurn(IsolatedHasher.Decoder decoder) throws Exception {
    new Request(1, true, PICTURE).writeTo(requests);
    new Request(2, false, "text".getBytes(StandardCharsets.UTF_8)).writeTo(requests);
    new Request(3, false, PICTURE).writeTo(requests);

    assertThatThrownBy(() -> serve(decoder)).isInstanceOf(EOFException.class);

    Greeting greeting = Greeting.of(Arrays.copyOf(out.toByteArray(), Greeting.BYTES));
    AvailableDecoder available =
        decoder == IsolatedHasher.Decoder.JAVA ? AvailableDecoder.java() : AvailableDecoder.load();
    InProcessHasher expected = InProcessHasher.pdq(available.decoder());
    assertThat(greeting.decoder()).isEqualTo(available.decoder().name());
    assertThat(reply.read(answer(0), 1)).isEqualTo(expected.hashToMatch(PICTURE));
    assertThatThrownBy(() -> reply.read(answer(1), 2))
        .hasMessage("NOT_AN_IMAGE: does not begin like any picture format");
    assertThat(reply.read(answer(2), 3)).isEqualTo(expected.hash(PICTURE));
    assertThat(out.size()).isEqualTo(Greeting.BYTES + 3 * reply.bytes());
  }

  @Test
  void serve_whatIsNoRequest_endsIt() throws Exception {
    requests.writeBytes(new byte[64]);

    assertThatThrownBy(() -> serve(IsolatedHasher.Decoder.JAVA))
        .isInstanceOf(IOException.class)
        .hasMessage("not a request");
  }

  @Test
  void serve_requestLongerThanTheLimit_isNotRead() throws Exception {
    new Request(1, true, new byte[(1 << 20) + 1]).writeTo(requests);

    assertThatThrownBy(() -> serve(IsolatedHasher.Decoder.JAVA))
        .isInstanceOf(IOException.class)
        .hasMessage("not a request");
  }

  @Test
  void settings_asArguments_areTheSame() {
    WorkerSettings settings = settings(IsolatedHasher.Decoder.BEST);

    assertThat(WorkerSettings.ofArguments(settings.toArguments().toArray(String[]::new)))
        .isEqualTo(settings);
  }

  @Test
  void command_environment_hasNoSecretsOfTheHost() {
    ProcessBuilder command = WorkerCommand.of(settings(IsolatedHasher.Decoder.BEST), "x.jar");

    assertThat(command.environment())
        .containsEntry("OPENCV_IO_MAX_IMAGE_PIXELS", "40000000")
        .containsEntry("MALLOC_ARENA_MAX", "1");
    assertThat(command.environment().keySet())
        .allMatch(name -> name.matches("[A-Z_]+"))
        .doesNotContain("JAVA_TOOL_OPTIONS", "MAVEN_OPTS", "JAVA_HOME");
    assertThat(command.command())
        .contains("-XX:+SuppressFatalErrorMessage", "-cp", "x.jar", WorkerMain.class.getName());
    assertThat(command.redirectError()).isEqualTo(ProcessBuilder.Redirect.DISCARD);
  }
}
