package org.hashmatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;

/** A process with the production guide's class, which is asked about one upload after the other. */
final class CheckingMachine implements AutoCloseable {

  private static final String MAIN =
      """
      import java.io.BufferedReader;
      import java.io.InputStreamReader;
      import java.nio.file.*;

      class Machine {
        public static void main(String[] args) throws Exception {
          try (UploadCheck check = new UploadCheck(Path.of("."));
              BufferedReader in = new BufferedReader(new InputStreamReader(System.in))) {
            System.out.println("READY");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
              String[] words = line.split(" ");
              System.out.println(check.answer(words[0], Files.readAllBytes(Path.of(words[1]))));
            }
          }
        }
      }
      """;

  private final Process process;
  private final Writer to;
  private final BufferedReader from;
  private int uploads;

  private CheckingMachine(Process process) {
    this.process = process;
    this.to = process.outputWriter(StandardCharsets.UTF_8);
    this.from = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Compiles the guide's one class, and starts a process in the folder. */
  static CheckingMachine start(Path folder, List<String> classes, Map<String, String> settings)
      throws IOException {
    assertThat(classes).hasSize(1);
    compile(
        folder,
        Files.writeString(folder.resolve("UploadCheck.java"), classes.get(0)),
        Files.writeString(folder.resolve("Machine.java"), MAIN));
    ProcessBuilder builder =
        new ProcessBuilder(java(), "-cp", classPath() + File.pathSeparator + folder, "Machine")
            .directory(folder.toFile())
            .redirectError(log(folder).toFile());
    builder.environment().putAll(settings);
    CheckingMachine machine = new CheckingMachine(builder.start());
    assertThat(machine.from.readLine()).as("machine 2 starts").isEqualTo("READY");
    return machine;
  }

  private static void compile(Path folder, Path check, Path main) {
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-cp",
                classPath(),
                "-d",
                folder.toString(),
                check.toString(),
                main.toString());
    assertThat(compiled).isZero();
  }

  /** What it writes to standard error. */
  static Path log(Path folder) {
    return folder.resolve("machine.log");
  }

  /** The answer for an upload that was recompressed. */
  String ask(String upload) throws IOException {
    Path file = Cli.image("uploads/recompressed/" + upload).normalize();
    to.write("upload-" + ++uploads + " " + file + "\n");
    to.flush();
    return String.valueOf(from.readLine());
  }

  /**
   * Waits for what it sees when it looks next: a quarter of a second, unless a computer is busy.
   */
  void await(String upload, String expected) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    String answer = ask(upload);
    while (!answer.equals(expected) && System.nanoTime() < end) {
      Thread.sleep(50);
      answer = ask(upload);
    }
    assertThat(answer).isEqualTo(expected);
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  static String classPath() {
    return System.getProperty("java.class.path");
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
