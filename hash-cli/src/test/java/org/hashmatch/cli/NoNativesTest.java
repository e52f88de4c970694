package org.hashmatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.javacv.OpenCvHasher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in a process of its own, without OpenCV's libraries: what can be done is done. */
class NoNativesTest {

  private static final Path LAKE = Cli.image("known/lake-02.jpg");

  @TempDir private Path folder;
  private Path bank;

  @BeforeEach
  void makeBank() {
    bank = folder.resolve("edges.bank");
    Cli.run("bank", "create", bank, "--algorithm", "opencv-marr-hildreth", "--radius", 60);
    Cli.run("bank", "add", bank, LAKE);
  }

  @Test
  void openCvsAlgorithm_isRefusedInOneLine() throws Exception {
    for (List<Object> command :
        List.<List<Object>>of(
            List.of("hash", "--algorithm", "opencv-block-mean", LAKE),
            List.of("bits", "--algorithm", "opencv-block-mean", LAKE),
            List.of("bank", "add", bank, LAKE),
            List.of("screen", "--bank", bank, LAKE))) {
      List<Object> line = new ArrayList<>(command);
      line.addAll(List.of("--decoder", "java"));
      Cli run = run(line.toArray());

      assertThat(run.code()).as("%s: %s", line, run.err()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err().lines())
          .hasSize(1)
          .first()
          .asString()
          .startsWith("hashmatch: OpenCV's native libraries cannot be loaded on ");
    }
  }

  @Test
  void otherAlgorithms_workByTheJavaDecoder() throws Exception {
    Cli run = run("hash", "--algorithm", "phash/64", LAKE);

    assertThat(run.out()).isEqualTo(Cli.run("hash", "--algorithm", "phash/64", LAKE).out());
    assertThat(run.err()).contains("going on with the Java decoder");
    assertThat(run.code()).isZero();
  }

  @Test
  void bits_withoutAlgorithm_leavesOpenCvsOutAndSaysSo() throws Exception {
    Cli run =
        run("bits", "--format", "csv", "--decoder", "java", LAKE, Cli.image("known/wall-02.png"));

    assertThat(run.out().lines().skip(1)).hasSize(12).noneMatch(row -> row.startsWith("opencv"));
    assertThat(run.err())
        .startsWith(
            OpenCvHasher.algorithms().stream()
                .map(HashAlgorithm::id)
                .map(id -> "hashmatch: going on without " + id + ", which needs OpenCV\n")
                .collect(Collectors.joining()));
  }

  private Cli run(Object... args) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // What the program's manifest says; newer Javas warn without it.
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                "-Dorg.bytedeco.javacpp.cachedir=" + folder.resolve("cache"),
                "org.hashmatch.cli.Main"));
    Arrays.stream(args).map(String::valueOf).forEach(command::add);
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return new Cli(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** Without the jars that have a system's name at their end. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.matches(".*-(linux|macosx|windows)-[a-z0-9_]+\\.jar"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
