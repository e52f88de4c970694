package org.hashmatch.bank.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankSettings;
import org.hashmatch.bank.BankStoreException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A disk that is full or cannot be written, and not a driver that says so: what was acknowledged is
 * there, what failed has not happened, and the bank goes on when the disk does. The disks are small
 * and in memory; a process must have mounts of its own for that.
 */
class FullDiskTest {

  private static final String MOUNT_AND_RUN =
      """
      mkdir -p "$0/data" "$0/log" &&
      mount -t tmpfs -o size="$1" tmpfs "$0/data" &&
      mount -t tmpfs -o size=16m tmpfs "$0/log" &&
      shift &&
      exec "$@"
      """;
  private static final Pattern COUNT = Pattern.compile("(\\d+) failed");

  @TempDir private Path folder;

  /** The last three: how many acts must fail at least, on each of the disks. */
  @ParameterizedTest
  @CsvSource({"SQLITE, 4m, 60, 8, 6", "POSTGRES, 48m, 8, 6, 1"})
  void disk_fullOrUnwritable_losesNothingAndHalvesNothing(
      StoreKind kind, String size, int full, int unwritable, int others) throws Exception {
    assumeThat(run(size, "prlimit", "--version"))
        .as("processes may have mounts of their own here")
        .isZero();

    int exit =
        run(
            size,
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Inside.class.getName(),
            kind.name(),
            disks().toString());

    String said = Files.readString(said());
    System.out.print(said);
    assertThat(exit).as(said).isZero();
    List<Integer> counts =
        COUNT.matcher(said).results().map(found -> Integer.valueOf(found.group(1))).toList();
    assertThat(counts).hasSize(3);
    assertThat(counts.get(0)).isGreaterThanOrEqualTo(full);
    assertThat(counts.get(1)).isGreaterThanOrEqualTo(unwritable);
    assertThat(counts.get(2)).isGreaterThanOrEqualTo(others);
  }

  private Path disks() {
    return folder.resolve("disks");
  }

  private Path said() {
    return folder.resolve("said.txt");
  }

  /** What the command exits with, or the system if it does not let it begin. */
  private int run(String size, String... command) throws InterruptedException {
    List<String> whole =
        new ArrayList<>(
            List.of("unshare", "-rm", "sh", "-c", MOUNT_AND_RUN, disks().toString(), size));
    whole.addAll(List.of(command));
    try {
      Process process =
          new ProcessBuilder(whole)
              .redirectErrorStream(true)
              .redirectOutput(said().toFile())
              .start();
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("it ends").isTrue();
      return process.exitValue();
    } catch (IOException e) {
      return -1;
    }
  }

  /** Something that is wrong with a disk for a while. */
  private record Trouble(String problem, Step begin, Step end) {}

  private interface Step {
    void run() throws Exception;
  }

  /** The process that has the disks. */
  static final class Inside {

    private static final BankSettings SETTINGS = BankSettings.pdq("b");

    private final StoreKind kind;
    private final Path data;
    private final Path log;
    private int failures;

    private Inside(StoreKind kind, Path disks) {
      this.kind = kind;
      this.data = disks.resolve("data");
      this.log = disks.resolve("log");
    }

    /**
     * Does all that a bank does, with all that may be wrong with a disk.
     *
     * @param args the kind of the bank, and where the disks are
     */
    public static void main(String[] args) throws Exception {
      Inside inside = new Inside(StoreKind.valueOf(args[0]), Path.of(args[1]));
      String summary = inside.kind == StoreKind.SQLITE ? inside.sqlite() : inside.postgres();
      System.out.println(args[0].toLowerCase(Locale.ROOT) + ": " + summary);
    }

    private String sqlite() throws Exception {
      String full = fullDisk(1);
      // No disk with an open bank can be made read-only but by the kernel, when the disk fails; to
      // SQLite that is the same as a write that the system refuses for its length.
      doAll(new Trouble("cannot be read or written", () -> limit("0"), () -> limit("unlimited")));
      String failing = counted("on a disk that fails");
      readOnlyDisk();
      return full + ", " + failing + ", " + counted("on a read-only disk");
    }

    private String postgres() throws Exception {
      PostgresServer.startIn(server(), log);
      String full = fullDisk(8);
      doAll(
          new Trouble(
              "the database is read-only", () -> setReadOnly("on"), () -> setReadOnly("off")));
      String readOnly = counted("in a read-only database");
      fullLog();
      return full + ", " + readOnly + ", " + counted("with the server, whose log was full");
    }

    private Path server() {
      return data.resolve("server");
    }

    private String counted(String where) {
      String counted = failures + " failed " + where;
      failures = 0;
      return counted;
    }

    /** From no block to as many as it takes for nothing to fail. */
    private String fullDisk(int step) throws Exception {
      Ballast ballast = new Ballast(data);
      int blocks = -step;
      for (int before = -1; before < failures; ) {
        before = failures;
        blocks += step;
        int left = blocks;
        doAll(new Trouble("the disk is full", () -> ballast.leave(left), ballast::lift));
      }
      return counted("on a full disk with 0.." + (blocks - step) + " blocks left");
    }

    private void failed(BankStoreException e, String where, String problem) {
      failures++;
      assertThat(e).hasMessageStartingWith("bank " + where + ": ");
      assertThat(e.getMessage()).containsPattern(problem);
    }

    /** Creates a bank, does all, and opens it again; what fails for the trouble, without it too. */
    private void doAll(Trouble trouble) throws Exception {
      StoreKind.Place place = kind.place(data);
      Set<String> ids = new TreeSet<>();
      try (Bank bank = create(place, trouble)) {
        for (BankActs.Act act : BankActs.ALL) {
          ids = act(place, bank, act, ids, trouble);
        }
        bank.add(BankActs.entry("last"));
        ids.add("last");
        // It cannot put its log in order then.
        trouble.begin().run();
      }
      try (Bank bank = open(place, trouble)) {
        assertHolds(bank, ids);
      }
      if (kind == StoreKind.SQLITE) {
        migrate(trouble);
      }
    }

    private Bank create(StoreKind.Place place, Trouble trouble) throws Exception {
      trouble.begin().run();
      try {
        Bank bank = place.create(SETTINGS);
        trouble.end().run();
        return bank;
      } catch (BankStoreException e) {
        trouble.end().run();
        Bank bank = place.create(SETTINGS);
        failed(e, bank.where(), trouble.problem());
        return bank;
      }
    }

    private Bank open(StoreKind.Place place, Trouble trouble) throws Exception {
      trouble.begin().run();
      try {
        Bank bank = place.open();
        trouble.end().run();
        return bank;
      } catch (BankStoreException e) {
        trouble.end().run();
        Bank bank = place.open();
        failed(e, bank.where(), trouble.problem());
        return bank;
      }
    }

    /** A bank of version 1 becomes one of version 2, or stays as it was. */
    private void migrate(Trouble trouble) throws Exception {
      Path file = data.resolve("old.bank");
      try (InputStream golden = FullDiskTest.class.getResourceAsStream("version-1.bank")) {
        Files.copy(golden, file);
      }
      trouble.begin().run();
      try {
        SqliteBankFile.open(file).close();
        trouble.end().run();
      } catch (BankStoreException e) {
        trouble.end().run();
        failed(e, file.toString(), trouble.problem());
      }
      try (Bank bank = SqliteBankFile.open(file)) {
        bank.verify();
        assertThat(bank.size()).isEqualTo(4);
      }
      Files.delete(file);
    }

    /** What is held after an act. */
    private Set<String> act(
        StoreKind.Place place, Bank bank, BankActs.Act act, Set<String> before, Trouble trouble)
        throws Exception {
      Set<String> after = new TreeSet<>(before);
      BankSettings settings = bank.settings();
      trouble.begin().run();
      try {
        act.run(bank, after);
        assertHolds(place, bank, after);
        trouble.end().run();
      } catch (BankStoreException e) {
        failed(e, bank.where(), trouble.problem());
        assertThat(bank.settings()).isEqualTo(settings);
        assertHolds(place, bank, before);
        trouble.end().run();
        act.run(bank, after);
        assertHolds(place, bank, after);
      }
      return after;
    }

    /** Here, and for whoever comes. */
    private static void assertHolds(StoreKind.Place place, Bank bank, Set<String> ids)
        throws IOException {
      bank.catchUp();
      assertHolds(bank, ids);
      try (Bank other = place.open()) {
        assertHolds(other, ids);
        assertThat(other.settings()).isEqualTo(bank.settings());
      }
    }

    private static void assertHolds(Bank bank, Set<String> ids) throws IOException {
      BankActs.assertHolds(bank, ids);
      bank.verify();
    }

    private static void limit(String bytes) throws Exception {
      String id = Long.toString(ProcessHandle.current().pid());
      command("prlimit", "--pid", id, "--fsize=" + bytes + ":");
    }

    private static void command(String... command) throws Exception {
      assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    /**
     * A closed bank cannot be read there, for SQLite makes files beside it. One whose process died
     * has them and can be read. To write, it must be opened again when the disk can be written.
     */
    private void readOnlyDisk() throws Exception {
      Path closed = data.resolve("closed.bank");
      Path left = data.resolve("left.bank");
      Set<String> ids = new TreeSet<>();
      try (Bank bank = SqliteBankFile.create(closed, SETTINGS)) {
        BankActs.ALL.get(0).run(bank, ids);
        for (String end : List.of("", "-wal", "-shm")) {
          Files.copy(Path.of(closed + end), Path.of(left + end));
        }
      }
      remount("ro");
      assertThatThrownBy(() -> SqliteBankFile.open(closed))
          .isInstanceOf(BankStoreException.class)
          .hasMessageStartingWith("bank " + closed + ": cannot be written (no permission, or a ");
      Path none = data.resolve("none.bank");
      assertThatThrownBy(() -> SqliteBankFile.create(none, SETTINGS))
          .isInstanceOf(BankStoreException.class)
          .hasMessage("bank " + none + ": cannot be created (Read-only file system)");
      failures += 2;
      try (Bank bank = SqliteBankFile.open(left)) {
        for (BankActs.Act act : BankActs.ALL) {
          try {
            act.run(bank, new TreeSet<>(ids));
          } catch (BankStoreException e) {
            failed(e, left.toString(), "cannot be written .*, or a read-only file system");
          }
          bank.catchUp();
          assertHolds(bank, ids);
          assertThat(bank.settings()).isEqualTo(SETTINGS);
        }
      }
      remount("rw");
      for (Path file : List.of(closed, left)) {
        try (Bank bank = SqliteBankFile.open(file)) {
          Set<String> after = new TreeSet<>(ids);
          for (BankActs.Act act : BankActs.ALL) {
            act.run(bank, after);
            assertHolds(bank, after);
          }
        }
      }
    }

    private void remount(String how) throws Exception {
      command("mount", "-o", "remount," + how, data.toString());
    }

    /** As services do that give databases to others when there is no more room. */
    private static void setReadOnly(String how) throws Exception {
      PostgresServer.sql(
          "ALTER SYSTEM SET default_transaction_read_only = " + how, "SELECT pg_reload_conf()");
      // Whoever is connected is told before anybody can connect with the new setting.
      while (!PostgresServer.show("default_transaction_read_only").equals(how)) {
        Thread.sleep(1);
      }
    }

    /** The server itself fails then, and what was being done is there whole or not at all. */
    private void fullLog() throws Exception {
      // A part of the log that was deleted takes room as long as a process of the server has it
      // open.
      PostgresServer.sql("SELECT pg_switch_wal()", "CHECKPOINT");
      PostgresServer.restartIn(server());
      Ballast ballast = new Ballast(log);
      Set<String> ids = new TreeSet<>();
      try (Bank bank = kind.place(data).create(SETTINGS)) {
        BankActs.ALL.get(0).run(bank, ids);
        ballast.leave(0);
        // What is left of the last part is used up.
        PostgresServer.sql("SELECT pg_switch_wal()");
        Set<String> after = new TreeSet<>(ids);
        assertThatThrownBy(() -> BankActs.ALL.get(1).run(bank, after))
            .isInstanceOfSatisfying(
                BankStoreException.class,
                e -> failed(e, bank.where(), "the disk is full|the database cannot be reached"));
        boolean isBack = PostgresServer.comesBackIn(server());
        ballast.lift();
        if (!isBack) {
          PostgresServer.restartIn(server());
        }
        bank.catchUp();
        assertHolds(bank, bank.size() == 1 ? ids : Set.of("one", "two", "three", "four"));
        BankActs.ALL.get(1).run(bank, after);
        assertThat(after).hasSize(4);
        assertHolds(bank, after);
      }
    }
  }
}
