package org.hashmatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyCommandTest {

  private static final List<String> PICTURES =
      List.of("beach-01.jpg", "lake-02.jpg", "valley-02.jpg", "facade-01.jpg", "wall-02.png");

  private static final List<String> OTHERS =
      List.of("leaves-02.webp", "wall-01.jpg", "lake-01.jpg", "valley-01.jpg", "facade-02.png");

  @TempDir private Path folder;
  private Path images;
  private Path distractors;
  private Path pack;

  @BeforeEach
  void collect() throws IOException {
    images = Files.createDirectory(folder.resolve("images"));
    for (String name : PICTURES) {
      Files.copy(Cli.image("known/" + name), images.resolve(name));
    }
    distractors = Files.createDirectory(folder.resolve("distractors"));
    for (String name : OTHERS) {
      Files.copy(Cli.image("known/" + name), distractors.resolve(name));
    }
    pack =
        Files.writeString(
            folder.resolve("own.attacks"),
            """
            hashmatch-attacks 1 own 1
            jpeg   half    jpeg quality=50
            turn   mirror  mirror
            noise  noise   noise sd=5..20
            """);
  }

  /** Resampling takes longest, and need not be good here. */
  private Cli quickStudy(String out, Object... more) {
    return study(out, Stream.concat(Stream.of("--resamples", 999), Stream.of(more)).toArray());
  }

  private Cli study(String out, Object... more) {
    return Cli.run(
        Stream.concat(
                Stream.of(
                    "study",
                    "--images",
                    images,
                    "--distractors",
                    distractors,
                    "--packs",
                    pack,
                    "--fpr",
                    "0.01",
                    "--out",
                    folder.resolve(out)),
                Stream.of(more))
            .toArray());
  }

  @Test
  void study_twice_writesTheSameBytes() throws IOException {
    Cli first = quickStudy("first", "--hashers", "pdq,pdq:dihedral,phash256");
    Cli second = quickStudy("second", "--hashers", "pdq,pdq:dihedral,phash256");

    assertThat(first.err()).isEmpty();
    assertThat(first.code()).isZero();
    assertThat(first.out()).contains("pdq:dihedral", "deployed", "fpr 0.01 in sample");
    assertThat(second.code()).isZero();
    List<Path> tables = tables(folder.resolve("first"));
    assertThat(tables)
        .extracting(file -> file.getFileName().toString())
        .containsExactly(
            "comparisons.csv",
            "distances.csv",
            "edits.csv",
            "nearest.csv",
            "pictures.csv",
            "radii.csv",
            "recall.csv",
            "roc.csv",
            "summary.csv",
            "tails.csv",
            "templates.csv");
    for (Path table : tables) {
      assertThat(folder.resolve("second").resolve(table.getFileName()))
          .hasSameBinaryContentAs(table);
    }
    assertThat(folder.resolve("first/work")).doesNotExist();
  }

  @Test
  void guide_namesEveryColumn() throws IOException {
    assertThat(quickStudy("out").code()).isZero();
    String guide = Files.readString(Cli.ROOT.resolve("docs/robustness.md"));
    for (Path file : tables(folder.resolve("out"))) {
      List<String> columns = List.of(Files.readAllLines(file).get(0).split(",", -1));
      String table = file.getFileName().toString().replace(".csv", "");
      String row =
          guide
              .lines()
              .filter(line -> line.startsWith("| `" + table + "` |"))
              .findFirst()
              .orElse("");
      assertThat(Pattern.compile("`([^`]+)`").matcher(row.substring(row.indexOf('|', 1))).results())
          .as(table)
          .extracting(match -> match.group(1))
          .filteredOn(name -> columns.contains(name))
          .containsSubsequence(columns);
    }
  }

  private static List<Path> tables(Path out) throws IOException {
    try (Stream<Path> files = Files.list(out)) {
      return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
    }
  }

  @Test
  void manifest_hasWhatIsNeededToDoItAgain() throws Exception {
    assertThat(quickStudy("out").code()).isZero();
    String manifest = Files.readString(folder.resolve("out/manifest.json"));

    byte[] recall = Files.readAllBytes(folder.resolve("out/recall.csv"));
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(recall));
    assertThat(manifest)
        .contains(
            "\"seed\" : \"42\"",
            "\"images\" : 5",
            "\"false-positive rates\" : \"0.01\"",
            "\"uploads a day\" : \"1000000\"",
            "\"pdq by pdq/1/256\"",
            "\"name\" : \"own\"",
            "\"recall.csv\" : \"" + sha256 + "\"",
            System.getProperty("java.runtime.version"));
    assertThat(Files.readString(folder.resolve("out/pictures.csv")))
        .contains("beach-01.jpg,image,");
    assertThat(Files.readString(folder.resolve("out/edits.csv"))).contains(",own,noise,noise,1,");
  }

  @Test
  void page_showsWhatTheTablesSay() throws IOException {
    assertThat(quickStudy("out").code()).isZero();
    String page = Files.readString(folder.resolve("out/report.html"));
    assertThat(page).contains("<!DOCTYPE html>", "pdq", "own", "data:image/jpeg;base64,");
    assertThat(page).doesNotContain("http-equiv=\"refresh\"", " src=\"http", "<link");
  }

  @Test
  void ourOwnMatcher_canBeStudied() throws IOException {
    Path out = folder.resolve("scores.tsv");
    Cli score = Cli.run("score", images, images, out);
    assertThat(score.err()).isEmpty();
    assertThat(score.code()).isZero();
    List<String> lines = Files.readAllLines(out);
    assertThat(lines).hasSize(25).contains("lake-02.jpg\tlake-02.jpg\t256");
    assertThat(lines)
        .filteredOn(line -> line.endsWith("\t256"))
        .hasSize(5)
        .allMatch(line -> line.split("\t", -1)[0].equals(line.split("\t", -1)[1]));
  }

  @Test
  void studyThatIsEnded_leavesNoPictureBehind_andGoesOn() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                "org.hashmatch.cli.Main"));
    command.addAll(List.of("study", "--images", images.toString(), "--packs", pack.toString()));
    command.addAll(List.of("--fpr", "0.1", "--resamples", "999"));
    // A matcher that says when it has begun, and does not come to an end the first time.
    Path begun = folder.resolve("begun");
    command.addAll(
        List.of(
            "--matcher",
            "m=f() { : > \"$3\"; [ -e '"
                + begun
                + "' ] || { : > '"
                + begun
                + "'; sleep 300; }; }; f"));
    command.addAll(List.of("--out", folder.resolve("out").toString()));

    Process study = new ProcessBuilder(command).redirectErrorStream(true).start();
    while (!Files.exists(begun) && study.isAlive()) {
      Thread.sleep(20);
    }
    assertThat(pictures(temporary)).hasSizeGreaterThan(PICTURES.size());
    List<ProcessHandle> matcher = study.descendants().toList();
    study.destroy();
    assertThat(study.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(pictures(temporary)).isEmpty();
    assertThat(matcher).isNotEmpty();
    for (ProcessHandle each : matcher) {
      assertEnds(each);
    }
    assertThat(folder.resolve("out/manifest.json")).doesNotExist();

    Process again = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(again.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(again.waitFor()).as(said).isZero();
    assertThat(folder.resolve("out/report.html")).isNotEmptyFile();
    assertThat(pictures(temporary)).isEmpty();
  }

  /** A process that nobody has asked how it ended has no command any more. */
  private static void assertEnds(ProcessHandle process) throws InterruptedException {
    for (int i = 0; i < 600 && process.isAlive() && process.info().command().isPresent(); i++) {
      Thread.sleep(100);
    }
    assertThat(process.isAlive() && process.info().command().isPresent())
        .as("%s goes on", process.info())
        .isFalse();
  }

  private static List<Path> pictures(Path below) throws IOException {
    try (Stream<Path> files = Files.walk(below)) {
      return files.filter(file -> file.toString().endsWith(".png")).toList();
    }
  }

  @Test
  void badInput_isSaidInALine() throws IOException {
    assertUsage(study("a", "--hashers", "nohash"), "--hashers nohash: expected one of");
    assertUsage(study("a", "--packs", "nopack"), "--packs nopack: expected all, a file, or one of");
    assertUsage(study("a", "--resamples", "1"), "resamples must be 999..1000000 (got 1)");
    assertUsage(study("a", "--radius", "phash64=3"), "a radius for 'phash64', but hashers are");
    Files.writeString(pack, "hashmatch-attacks 1 own 1\njpeg x jpeg quality=500\n");
    assertUsage(study("a"), "own.attacks: line 2");
    assertThat(Cli.run("study", "--images", folder.resolve("none"), "--out", folder.resolve("a")))
        .satisfies(run -> assertThat(run.code()).isEqualTo(ExitCode.UNSCREENABLE))
        .satisfies(run -> assertThat(run.err()).contains("none: is not a folder"));
    assertThat(folder.resolve("a/manifest.json")).doesNotExist();
  }

  /** One must not stand silently for the other. */
  @Test
  void filesOfOneName_areSaid_orBothScored() throws IOException {
    Files.createDirectory(images.resolve("x"));
    Files.copy(Cli.image("known/lake-01.jpg"), images.resolve("x/y.jpg"));
    Files.copy(Cli.image("known/wall-01.jpg"), images.resolve("x\\y.jpg"));

    assertUsage(study("out"), "image 'x/y.jpg' is there twice");
    Path out = folder.resolve("scores.tsv");
    assertThat(Cli.run("score", images, images, out).code()).isZero();
    assertThat(Files.readAllLines(out)).hasSize(7 * 7);
  }

  private static void assertUsage(Cli run, String problem) {
    assertThat(run.err()).contains(problem);
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void folderOfSomethingElse_isLeftAlone() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.writeString(other.resolve("thesis.txt"), "precious");
    Cli run = study("other");
    assertThat(run.code()).isEqualTo(ExitCode.UNSCREENABLE);
    assertThat(run.err()).contains("is not empty, and no study is in it");
    assertThat(other.resolve("thesis.txt")).hasContent("precious");
  }

  @Test
  void finishedStudy_isNotOverwritten() throws IOException {
    assertThat(quickStudy("out").code()).isZero();
    byte[] manifest = Files.readAllBytes(folder.resolve("out/manifest.json"));

    Cli again = quickStudy("out", "--seed", 7);
    assertThat(again.code()).isEqualTo(ExitCode.UNSCREENABLE);
    assertThat(again.err()).contains("out: a finished study is in it; give another folder");
    assertThat(folder.resolve("out/manifest.json")).hasBinaryContent(manifest);
    assertThat(folder.resolve("out/work")).doesNotExist();
  }

  @Test
  void pictureThatIsThereTwice_isLeftOutAndSaid() throws IOException {
    Files.copy(images.resolve("lake-02.jpg"), distractors.resolve("copy.jpg"));
    Cli run = quickStudy("out");
    assertThat(run.code()).isEqualTo(ExitCode.UNSCREENABLE);
    assertThat(run.err()).isEqualTo("copy.jpg: is the same file as lake-02.jpg (left out)\n");
    assertThat(Files.readString(folder.resolve("out/pictures.csv"))).doesNotContain("copy.jpg");
  }

  @Test
  void pictureThatIsNone_isLeftOutAndSaid() throws IOException {
    Files.writeString(images.resolve("notes.txt"), "no picture");
    Cli run = quickStudy("out");
    assertThat(run.code()).isEqualTo(ExitCode.UNSCREENABLE);
    assertThat(run.err()).contains("notes.txt: NOT_AN_IMAGE").contains("(left out)");
    assertThat(Files.readString(folder.resolve("out/pictures.csv"))).doesNotContain("notes.txt");
  }
}
