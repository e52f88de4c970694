package org.hashmatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The guide to production, followed from its first command to its last: its commands and its Java
 * class as they stand, in an empty folder. Only the block of settings is replaced. Machine 1 is the
 * shell; machine 2 a process with the guide's class; PostgreSQL is real, StopNCII is played.
 */
@Tag("exhaustive")
class ProductionGuideTest {

  private static final String PASSWORD = "database-secret";

  private static final String FETCH = "--url \"$STOPNCII_URL\"\n";

  @TempDir private Path folder;

  private final Map<String, String> settings = new LinkedHashMap<>();
  private final List<String> commands = new ArrayList<>();
  private final TreeSet<String> followed = new TreeSet<>();
  private final StringBuilder said = new StringBuilder();
  private EmbeddedPostgres database;
  private PlayedStopNcii stopNcii;
  private CheckingMachine machine;

  @BeforeEach
  void start() throws Exception {
    database = EmbeddedPostgres.builder().start();
    stopNcii = new PlayedStopNcii();
    commands.addAll(blocks("sh"));
    String settingsBlock = commands.remove(0);
    settings.put("DATABASE", "postgresql://localhost:" + database.getPort() + "/hashmatch");
    settings.put("PGUSER", "hashmatch");
    settings.put("PGPASSWORD", PASSWORD);
    settings.put("STOPNCII_URL", stopNcii.address());
    settings.put("HASHMATCH_STOPNCII_FUNCTIONS_KEY", PlayedStopNcii.FUNCTIONS_KEY);
    settings.put("HASHMATCH_STOPNCII_SUBSCRIPTION_KEY", PlayedStopNcii.SUBSCRIPTION_KEY);
    assertThat(settingsBlock.lines().map(line -> line.replaceFirst("^export (\\w+)=\".*\"$", "$1")))
        .containsExactlyElementsOf(settings.keySet());
    putFilesThere();
    createDatabase();
    run("bank create \"$DATABASE#stopncii\"", 0);
    run("--canary", 0);
    machine = CheckingMachine.start(folder, blocks("java"), settings);
  }

  private void putFilesThere() throws IOException {
    Path launcher = folder.resolve("hashmatch");
    Files.writeString(
        launcher,
        "#!/bin/sh\nexec '%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '%s' %s \"$@\"\n"
            .formatted(CheckingMachine.java(), CheckingMachine.classPath(), Main.class.getName()));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    Path innocents = Files.createDirectory(folder.resolve("innocents"));
    for (String name : List.of("beach-03.jpg", "wall-03.jpg")) {
      Files.copy(Cli.image("uploads/innocent/" + name), innocents.resolve(name));
    }
    Files.copy(Cli.image("known/skyline-01.jpg"), folder.resolve("report.jpg"));
  }

  @AfterEach
  void stop() throws Exception {
    stopNcii.close();
    database.close();
    machine.close();
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void guide_followedToItsEnd_blocksAndUnblocksAsItSays() throws Exception {
    fetchFirst();
    shadowThenBlock();
    correctMistakes();
    takeBack();
    lookBack();
    keepRunning();

    assertThat(commands).as("commands that nobody ran").allMatch(followed::contains);
    assertThat(said).doesNotContain(PASSWORD);
    assertThat(stopNcii.secrets()).noneMatch(secret -> said.indexOf(secret) >= 0);
    losesItsDatabase();
  }

  private void createDatabase() throws Exception {
    try (Connection connection = database.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : String.join("", blocks("sql")).lines().toList()) {
        statement.execute(sql);
      }
    }
  }

  private void fetchFirst() throws Exception {
    stopNcii.report(Cli.image("known/lake-01.jpg"), "1001");
    stopNcii.report(Cli.image("known/facade-01.jpg"), "1002");
    stopNcii.report(Cli.image("known/valley-01.jpg"), "1003");
    stopNcii.report(Cli.image("known/shelf-01.jpg"), "1007");

    assertThat(run("--dry-run", 0))
        .contains("4 added, 0 there already, 0 refused; 2 in the bank", "nothing was changed");
    assertThat(run(FETCH, 0)).contains("4 added, 0 there already, 0 refused; 6 in the bank");
    assertThat(stopNcii.asked()).hasSize(4);

    stopNcii.report(Cli.image("uploads/innocent/wall-03.jpg"), "1008");
    assertThat(run(FETCH, 2)).contains("it holds innocent pictures").contains("6 in the bank");
    stopNcii.forget("1008");
  }

  private void shadowThenBlock() throws Exception {
    awaitNoted("lake-01-q40.jpg");
    assertThat(machine.ask("skyline-01-q45.jpg")).isEqualTo("PUBLISH");
    assertThat(run("grep -c", 0)).contains("\"uploadId\":\"upload-");

    run("--no-shadow", 0);
    machine.await("lake-01-q40.jpg", "REFUSE");
    assertThat(machine.ask("skyline-01-q45.jpg")).isEqualTo("PUBLISH");
  }

  /** Until machine 2 knows what machine 1 fetched; all of these are published. */
  private void awaitNoted(String upload) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    do {
      assertThat(machine.ask(upload)).isEqualTo("PUBLISH");
      Thread.sleep(50);
    } while (!audit().contains("\"restraint\":\"SHADOW\"") && System.nanoTime() < end);
    assertThat(audit()).contains("\"restraint\":\"SHADOW\"");
  }

  private String audit() throws IOException {
    return Files.readString(folder.resolve("audit.log"));
  }

  private void correctMistakes() throws Exception {
    String upload = "facade-01-q50.jpg";
    assertThat(machine.ask(upload)).isEqualTo("REFUSE");
    run("false_positive", 0);
    assertThat(machine.ask(upload)).isEqualTo("ASK_A_PERSON");
    run("true_positive", 0);
    assertThat(machine.ask(upload)).isEqualTo("REFUSE");

    run("bank disable", 0);
    assertThat(machine.ask(upload)).isEqualTo("PUBLISH");
    // A match is the last in the audit file still: nothing matched since.
    run("bank enable", 0);
    machine.await(upload, "REFUSE");
  }

  private void takeBack() throws Exception {
    stopNcii.withdraw("1001");
    assertThat(run(FETCH, 0)).contains("1 withdrawn").contains("5 in the bank");
    assertThat(machine.ask("lake-01-q40.jpg")).as("at once").isEqualTo("PUBLISH");

    assertThat(machine.ask("shelf-01-q60.jpg")).isEqualTo("REFUSE");
    assertThat(run("bank withdraw", 0)).contains("1 entries had that origin, 4 in the bank");
    assertThat(machine.ask("shelf-01-q60.jpg")).as("at once").isEqualTo("PUBLISH");
  }

  private void lookBack() throws Exception {
    assertThat(run("--retro", 1))
        .contains("looks like report.jpg")
        .contains("1 added, 0 there already, 0 refused; 5 in the bank");
    machine.await("skyline-01-q45.jpg", "REFUSE");
    assertThat(run("bank expire", 0)).contains("0 expired");
  }

  private void keepRunning() throws Exception {
    assertThat(run("audit verify", 0)).contains("ok, ");
    assertThat(run("bank stats", 0)).contains("ok, 5 entries").containsPattern("canaries +2");
    assertThat(run("--key-file", 0)).contains("created bank sealed");
    assertThat(run("bank purge", 0)).contains("purged bank stopncii");
    assertThat(machine.ask("valley-01-q30.jpg")).isEqualTo("REFUSE");
    assertThat(audit()).doesNotContain(PASSWORD);
    assertThat(stopNcii.secrets()).noneMatch(audit()::contains);
  }

  private void losesItsDatabase() throws Exception {
    database.close();
    assertThat(machine.ask("valley-01-q30.jpg")).as("needs the store").isEqualTo("HOLD");
    assertThat(machine.ask("../innocent/lake-03.jpg")).as("needs it not").isEqualTo("PUBLISH");
    assertThat(Files.readString(CheckingMachine.log(folder)))
        .contains("is held: ")
        .doesNotContain(PASSWORD);
  }

  /** Runs the one block of commands that has these words; what it said. */
  private String run(String words, int expectedCode) throws Exception {
    List<String> found = commands.stream().filter(command -> command.contains(words)).toList();
    assertThat(found).as("blocks with %s", words).hasSize(1);
    followed.add(found.get(0));
    Path output = folder.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-e", "-c", found.get(0))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().putAll(settings);
    Process process = builder.start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("%s ends", words).isTrue();
    String text = Files.readString(output);
    assertThat(process.exitValue()).as("%s says:%n%s", words, text).isEqualTo(expectedCode);
    said.append(text);
    return text;
  }

  private static List<String> blocks(String language) throws IOException {
    Matcher matcher =
        Pattern.compile("^```" + language + "\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE)
            .matcher(Files.readString(Cli.ROOT.resolve("docs/production.md")));
    List<String> blocks = new ArrayList<>();
    while (matcher.find()) {
      blocks.add(matcher.group(1));
    }
    return blocks;
  }
}
