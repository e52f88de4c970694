package org.hashmatch.bank.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.BankSettings;
import org.hashmatch.bank.EntryEdit;
import org.hashmatch.bank.Pictures;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Processes that add and remove are killed at any moment: what they acknowledged is there, what
 * they were at is there whole or not at all. 60 kills; {@code -Dhashmatch.kills=2000} for more.
 */
class BankKillTest {

  private static final int KILLS = Integer.getInteger("hashmatch.kills", 60);
  private static final int BATCH = 7;
  // All of it is checked after every kill.
  private static final int MOST = 200;

  private static final String WRITER = "killed_writer";

  @TempDir private Path folder;

  /** What a process said that it was about to do. */
  private record Step(String kind, String id) {

    static Step next(Random random, Set<String> held) {
      if (held.size() > MOST || (!held.isEmpty() && random.nextInt(3) == 0)) {
        List<String> sorted = new ArrayList<>(new TreeSet<>(held));
        return new Step("remove", sorted.get(random.nextInt(sorted.size())));
      }
      String id = Long.toHexString(random.nextLong());
      return new Step(random.nextBoolean() ? "add" : "batch", id);
    }

    static Step parse(String text) {
      int space = text.indexOf(' ');
      return new Step(text.substring(0, space), text.substring(space + 1));
    }

    Set<String> after(Set<String> held) {
      Set<String> after = new HashSet<>(held);
      switch (kind) {
        case "add" -> after.add(id);
        case "remove" -> after.remove(id);
        default -> after.addAll(ids());
      }
      return after;
    }

    List<String> ids() {
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < BATCH; i++) {
        ids.add(id + "-" + i);
      }
      return ids;
    }

    void run(Bank bank) throws IOException {
      switch (kind) {
        case "add" -> bank.add(entry(id));
        case "remove" -> bank.remove(id);
        default -> {
          List<EntryEdit> edits = ids().stream().map(one -> bank.addition(entry(one))).toList();
          bank.write(
              writer -> {
                writer.editAll(edits.subList(0, 3));
                writer.setCheckpoint("list", id);
                return writer.editAll(edits.subList(3, BATCH));
              });
        }
      }
    }

    @Override
    public String toString() {
      return kind + " " + id;
    }
  }

  private static BankEntry entry(String id) {
    return Pictures.entry(id, Pictures.randomHash(new Random(id.hashCode())));
  }

  private static Bank open(String address) throws IOException {
    int hash = address.indexOf('#');
    return hash < 0
        ? SqliteBankFile.open(Path.of(address))
        : PostgresBank.at(
                address.substring(0, hash),
                address.substring(hash + 1),
                PostgresServer.USER,
                PostgresServer.PASSWORD)
            .open();
  }

  private static Set<String> ids(Bank bank) throws IOException {
    Set<String> ids = new HashSet<>();
    bank.forEach(entry -> ids.add(entry.id()));
    return ids;
  }

  /** The process that is killed. */
  public static final class Writer {

    private Writer() {}

    /**
     * Adds and removes until it is killed.
     *
     * @param args the bank, and a seed
     */
    public static void main(String[] args) throws IOException {
      Random random = new Random(Long.parseLong(args[1]));
      try (Bank bank = open(args[0])) {
        Set<String> held = ids(bank);
        while (true) {
          Step step = Step.next(random, held);
          System.out.println("begin " + step);
          step.run(bank);
          System.out.println("done " + step);
          held = step.after(held);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void writer_killedAtAnyMoment_losesNothingAndHalvesNothing(String kind) throws Exception {
    String address = create(kind);
    Random random = new Random(42);
    Set<String> held = new HashSet<>();
    int steps = 0;
    int outlived = 0;
    for (int kill = 0; kill < KILLS / 2; kill++) {
      List<String> said = runAndKill(address, random);
      Step begun = null;
      for (String line : said) {
        if (line.startsWith("begin ")) {
          begun = Step.parse(line.substring(6));
        } else {
          held = Step.parse(line.substring(5)).after(held);
          begun = null;
          steps++;
        }
      }
      outlived += kind.equals("postgresql") && awaitEndOfSessions() ? 1 : 0;
      try (Bank bank = open(address)) {
        bank.verify();
        Set<String> found = ids(bank);
        if (begun == null) {
          assertThat(found).isEqualTo(held);
        } else {
          assertThat(found).as("after '%s' was begun", begun).isIn(held, begun.after(held));
        }
        held = found;
        for (String id : found) {
          assertThat(bank.neighbours(entry(id).hashes().get(0), 0)).hasSize(1);
        }
      }
    }
    System.out.printf(
        "%s: %d kills, %d steps acknowledged; %d times the server went on for a while%n",
        kind, KILLS / 2, steps, outlived);
    // Even on a busy machine most writers get something done before they are killed.
    assertThat(steps).isGreaterThan(KILLS / 4);
  }

  /**
   * A server may still be at what a killed process sent last, and commit it after we had looked.
   *
   * @return whether it was
   */
  private static boolean awaitEndOfSessions() throws Exception {
    boolean isOutlived = false;
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (PostgresServer.sessions(WRITER) > 0) {
      assertThat(System.nanoTime()).as("the server gives the writer up").isLessThan(deadline);
      isOutlived = true;
      Thread.sleep(5);
    }
    return isOutlived;
  }

  private String create(String kind) throws IOException {
    if (kind.equals("sqlite")) {
      Path file = folder.resolve("killed.bank");
      SqliteBankFile.create(file, BankSettings.pdq("b")).close();
      return file.toString();
    }
    String schema = "killed_" + System.nanoTime();
    PostgresServer.bank(schema).create(BankSettings.pdq("b"), java.util.Optional.empty()).close();
    return PostgresServer.url() + "?ApplicationName=" + WRITER + "#" + schema;
  }

  /** The time runs from the first step, so that the kills do not all hit the starting JVM. */
  private List<String> runAndKill(String address, Random random) throws Exception {
    Path output = folder.resolve("said.txt");
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                address,
                Long.toString(random.nextLong()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(output.toFile())
            .start();
    while (writer.isAlive() && Files.size(output) == 0) {
      Thread.sleep(5);
    }
    assertThat(writer.isAlive()).as("the writer writes").isTrue();
    if (address.contains(WRITER)) {
      assertThat(PostgresServer.sessions(WRITER)).as("the server knows it").isPositive();
    }
    TimeUnit.MICROSECONDS.sleep(random.nextInt(150_000));
    writer.destroyForcibly().waitFor();
    List<String> said = new ArrayList<>(Files.readAllLines(output));
    // The last line may have been cut by the kill; it was not acknowledged then.
    String last = said.get(said.size() - 1);
    if (!last.matches("(begin|done) (add [0-9a-f]+|batch [0-9a-f]+|remove [0-9a-f-]+)")) {
      said.remove(said.size() - 1);
    }
    return said;
  }
}
