package org.hashmatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.OneLine;
import org.hashmatch.bank.lint.Calibration;
import org.hashmatch.bank.lint.CalibrationReport;
import org.hashmatch.bank.lint.CalibrationReport.FalseAlarms;
import org.hashmatch.bank.lint.CalibrationReport.Suggestion;
import org.hashmatch.bank.lint.RateInterval;
import org.hashmatch.eval.ConfidenceInterval;
import org.hashmatch.hash.ImageHashes;
import org.hashmatch.hash.Quality;
import org.hashmatch.hash.UnscreenableException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code calibrate BANK PATH...} */
@Command(
    name = "calibrate",
    description = {
      "Says how often a bank alarms for innocent pictures, by radius, and which radius to take.",
      "Give it uploads of your own that are innocent; the more, the surer."
    },
    mixinStandardHelpOptions = true)
final class CalibrateCommand implements Callable<Integer> {

  private static final double CONFIDENCE = 0.95;
  private static final int STEP = 4;
  private static final int MOST_COLLISIONS = 20;
  private static final RateInterval EXACT =
      (hits, trials) -> {
        ConfidenceInterval interval = ConfidenceInterval.clopperPearson(hits, trials, CONFIDENCE);
        return new RateInterval.Bounds(interval.lower(), interval.upper());
      };

  @Mixin private final HasherChoice hashing = new HasherChoice();

  @Mixin private final BankPlace place = new BankPlace();

  @Parameters(
      index = "1..*",
      paramLabel = "PATH",
      arity = "1..*",
      description = "Innocent pictures, and folders of them.")
  private final List<Path> paths = new ArrayList<>();

  @Option(
      names = "--per-day",
      paramLabel = "N",
      description = "How many uploads a day the platform has. Without it: 100000.")
  private double uploadsADay = 100_000;

  @Option(
      names = "--rate",
      paramLabel = "SHARE",
      description = "The share of innocent uploads that may alarm. Without it: 0.0001.")
  private double rate = 1e-4;

  @Mixin private final Console console = new Console();

  private record Hashed(Path file, @Nullable ImageHashes hashes, String problem) {}

  @Override
  public Integer call() throws IOException {
    List<Path> files = FileTree.files(paths);
    ExitCode exit = new ExitCode();
    try (Bank bank = place.open();
        OpenHasher open = open(bank, files.size())) {
      Calibration calibration = new Calibration(bank, bank.settings().algorithm());
      for (Path file : files) {
        Hashed hashed = hash(open, file);
        if (hashed.hashes() == null) {
          console.err().println(OneLine.of(file.toString()) + ": " + hashed.problem());
          exit.include(ExitCode.UNSCREENABLE);
        } else {
          calibration.add(OneLine.of(file.toString()), hashed.hashes());
        }
      }
      print(calibration.report(), bank);
      return exit.worst();
    }
  }

  private OpenHasher open(Bank bank, int pictures) throws IOException {
    HasherChoice.Request request =
        new HasherChoice.Request(
            bank.settings().algorithm(), HasherChoice.Isolation.PROCESS, false);
    return hashing.open(console, request, pictures);
  }

  private Hashed hash(OpenHasher open, Path file) {
    try {
      byte[] bytes = PictureFile.read(file, hashing.limits().maxBytes());
      ImageHashes hashes = open.hasher().hashToMatch(bytes).stored().trusted(Quality.NONE);
      return new Hashed(file, hashes, "");
    } catch (UnscreenableException e) {
      return new Hashed(file, null, String.valueOf(e.getMessage()));
    }
  }

  private void print(CalibrationReport report, Bank bank) {
    PrintWriter out = console.out();
    out.printf(
        Locale.ROOT,
        "%d innocent uploads against %d entries of %s, by %s; %d of low quality passed over%n",
        report.uploads(),
        bank.size(),
        bank.settings().name(),
        report.algorithm(),
        report.passedOver());
    if (report.uploads() == 0) {
      return;
    }
    out.println();
    Table table = new Table("radius", "alarms", "rate", "95 % interval", "a day", "at most");
    int now = bank.settings().policy().radius(report.algorithm());
    for (FalseAlarms alarms : report.falseAlarms(EXACT)) {
      if (alarms.radius() % STEP == 0 || alarms.radius() == now) {
        table.add(cells(alarms, now));
      }
    }
    table.print(out);
    out.println();
    out.println(words(report.suggest(rate, EXACT), now));
    report.collisions().stream()
        .limit(MOST_COLLISIONS)
        .forEach(
            collision ->
                out.println(
                    collision.upload()
                        + " is "
                        + collision.distance()
                        + " bits from "
                        + collision.entry()));
  }

  private String[] cells(FalseAlarms alarms, int now) {
    return new String[] {
      alarms.radius() + (alarms.radius() == now ? " (now)" : ""),
      Integer.toString(alarms.alarms()),
      String.format(Locale.ROOT, "%.2e", alarms.rate()),
      String.format(Locale.ROOT, "%.2e..%.2e", alarms.bounds().lower(), alarms.bounds().upper()),
      String.format(Locale.ROOT, "%.1f", alarms.aDay(uploadsADay)),
      String.format(Locale.ROOT, "%.1f", alarms.aDayAtMost(uploadsADay))
    };
  }

  private String words(Suggestion suggestion, int now) {
    if (suggestion instanceof Suggestion.Radius radius) {
      return String.format(
          Locale.ROOT,
          "Radius %d keeps false alarms below %.1e (now %d).",
          radius.falseAlarms().radius(),
          rate,
          now);
    }
    if (suggestion instanceof Suggestion.NotEnough few) {
      return String.format(
          Locale.ROOT,
          "Not enough uploads to tell: about %d are needed for a rate of %.1e.",
          few.needed(),
          rate);
    }
    return String.format(
        Locale.ROOT,
        "No radius keeps false alarms below %.1e: even equal hashes alarm more often. See which entries.",
        rate);
  }
}
