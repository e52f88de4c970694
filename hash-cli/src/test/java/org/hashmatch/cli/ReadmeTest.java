package org.hashmatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.hashmatch.eval.attack.Attack;
import org.hashmatch.eval.attack.AttackPack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The snippets of the README and the guide, taken from them as they stand, compiled and run in an
 * empty folder.
 */
class ReadmeTest {

  private static final String README = "README.md";

  @TempDir private Path folder;

  @BeforeEach
  void putUploadThere() throws IOException {
    Files.copy(Cli.image("uploads/mirrored/lake-01-left-right.jpg"), folder.resolve("upload.jpg"));
  }

  @Test
  void javaSnippet_asItStands_blocksTheReupload() throws Exception {
    Path bank = folder.resolve("ncii.bank");
    Cli.run("bank", "create", bank);
    Cli.run("bank", "add", bank, Cli.image("known/lake-01.jpg"));

    assertThat(runSnippet(README, 0))
        .contains("refuse it, it is " + Cli.image("known/lake-01.jpg"));
  }

  @Test
  void hashingSnippet_asItStands_printsTheHashes() throws Exception {
    assertThat(runSnippet(README, 1).lines())
        .hasSize(3)
        .satisfiesExactly(
            pdq -> assertThat(pdq).matches("[0-9a-f]{64}, quality 100"),
            phash -> assertThat(phash).matches("[0-9a-f]{16}"),
            margin -> assertThat(margin).matches("bit 0 is [0-9.]+ from being the other one"));
  }

  @Test
  void uploadsSnippet_asItStands_printsTheViews() throws Exception {
    assertThat(runSnippet("docs/uploads.md", 0).lines())
        .hasSize(2)
        .satisfiesExactly(
            picture -> assertThat(picture).startsWith("COMPLETE by opencv+java"),
            view -> assertThat(view).matches("quality [0-9]+ *"));
  }

  @Test
  void searchSnippet_asItStands_printsTheMatch() throws Exception {
    assertThat(runSnippet("docs/search.md", 0).lines())
        .containsExactly(
            "id 17 at distance 4",
            "1 nearest, SearchStatistics[probes=0, candidates=0, verified=1]");
  }

  private String runSnippet(String page, int index) throws Exception {
    String snippet = blocks(page, "java").get(index);
    Path source = folder.resolve("Snippet.java");
    Files.writeString(
        source,
        lines(snippet, true)
            + "class Snippet {\n"
            + "public static void main(String[] args) throws Exception {\n"
            + lines(snippet, false)
            + "}}\n");

    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", classPath(), "-d", folder.toString(), source.toString());
    assertThat(compiled).isZero();
    return run(
        List.of(
            java(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            classPath() + java.io.File.pathSeparator + folder,
            "Snippet"),
        0);
  }

  @Test
  void shellCommands_asTheyStand_doWhatIsSaid() throws Exception {
    putProgramThere();
    List<String> commands = String.join("", blocks(README, "sh")).lines().toList();

    assertThat(commands)
        .hasSizeGreaterThan(10)
        .allMatch(command -> command.startsWith("./hashmatch "));
    for (String command : commands) {
      boolean finds = command.matches("./hashmatch (screen .*mirrored.*|match .*|compare .*)");
      run(List.of("sh", "-c", command), finds ? 1 : 0);
    }
    assertThat(Files.readAllLines(folder.resolve("decisions.csv")))
        .hasSize(15)
        .filteredOn(line -> line.contains(",CLEAR,"))
        .hasSize(14);
    assertThat(Files.readAllLines(folder.resolve("hashes.csv"))).hasSize(3);
  }

  @Test
  void robustnessGuide_asItStands_studiesAnOwnHasher() throws Exception {
    putProgramThere();
    List<String> blocks = blocks("docs/robustness.md", "sh");
    assertThat(blocks).hasSize(2);
    for (String block : blocks) {
      run(List.of("sh", "-e", "-c", block), 0);
    }
    assertThat(Files.readAllLines(folder.resolve("study/recall.csv")))
        .anyMatch(line -> line.matches("mine,fpr 0.01 in sample,all,,,,[0-9],480,.*"))
        .anyMatch(line -> line.startsWith("pdq:dihedral,deployed,all,"));
    assertThat(folder.resolve("study/report.html")).isNotEmptyFile();
    assertThat(Files.readAllLines(folder.resolve("scores.tsv"))).hasSize(20 * 20);
  }

  @Test
  void robustnessSnippet_asItStands_printsTheRecallOfEachGroup() throws Exception {
    Files.createSymbolicLink(folder.resolve("testdata"), Cli.ROOT.resolve("testdata"));
    assertThat(runSnippet("docs/robustness.md", 0).lines())
        .hasSize(AttackPack.builtIn("messenger").groups().size())
        .allMatch(line -> line.matches("[a-z-]+ [01][.][0-9]{6}"));
  }

  @Test
  void robustnessGuide_pack_canBeRead() throws Exception {
    String pack = blocks("docs/robustness.md", "attacks").get(0);
    assertThat(AttackPack.parse(pack).attacks()).extracting(Attack::name).contains("twice");
  }

  private void putProgramThere() throws IOException {
    Files.createSymbolicLink(folder.resolve("testdata"), Cli.ROOT.resolve("testdata"));
    Path launcher = folder.resolve("hashmatch");
    Files.writeString(
        launcher,
        "#!/bin/sh\nexec '"
            + java()
            + "' -cp '"
            + classPath()
            + "' org.hashmatch.cli.Main \"$@\"\n");
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
  }

  private String run(List<String> command, int expectedCode) throws Exception {
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("%s ends", command).isTrue();
    String said = Files.readString(output);
    assertThat(process.exitValue()).as("%s says:%n%s", command, said).isEqualTo(expectedCode);
    return said;
  }

  /** Code between fences of a language. */
  private static List<String> blocks(String page, String language) throws IOException {
    Matcher matcher =
        Pattern.compile("^```" + language + "\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE)
            .matcher(Files.readString(Cli.ROOT.resolve(page)));
    List<String> blocks = new ArrayList<>();
    while (matcher.find()) {
      blocks.add(matcher.group(1));
    }
    return blocks;
  }

  private static String lines(String snippet, boolean imports) {
    return snippet
        .lines()
        .filter(line -> line.startsWith("import ") == imports)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }
}
