package org.hashmatch.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.BankSettings;
import org.hashmatch.bank.exchange.HashLine;
import org.hashmatch.bank.store.SqliteBankFile;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.decode.ImageDecoder;
import org.hashmatch.hash.decode.JavaDecoder;
import org.hashmatch.hash.view.InProcessHasher;
import org.hashmatch.hash.view.PictureHasher;
import org.hashmatch.javacv.NativeLibraryException;
import org.hashmatch.javacv.OpenCvDecoder;
import org.hashmatch.javacv.worker.IsolatedHasher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code selftest} */
@Command(
    name = "selftest",
    description =
        "Proves on this machine that both decoders load and work, here and at arm's length, that pictures get their known hashes, and banks keep them.",
    mixinStandardHelpOptions = true)
final class SelftestCommand implements Callable<Integer> {

  /** In the jar: pictures with their hashes as lines {@code hash,quality,file}. */
  private static final String FOLDER = "selftest/";

  /** JPEG decoders may round differently. */
  private static final int TOLERANCE_BITS = 2;

  @Mixin private final Console console = new Console();
  private boolean passed = true;

  @Override
  public Integer call() throws IOException {
    List<HashLine> known = known();
    try {
      checkDecoder(OpenCvDecoder.load(), known);
    } catch (NativeLibraryException e) {
      say(false, "opencv: " + e.getMessage());
    }
    checkDecoder(new JavaDecoder(), known);
    checkWorkers(known);
    checkBank(known);
    out().println(passed ? "selftest passed" : "selftest FAILED");
    return passed ? ExitCode.CLEAR : ExitCode.UNSCREENABLE;
  }

  private void checkDecoder(ImageDecoder decoder, List<HashLine> known) throws IOException {
    check(decoder.name(), InProcessHasher.pdq(decoder), known);
  }

  private void check(String name, PictureHasher hasher, List<HashLine> known) throws IOException {
    for (HashLine line : known) {
      String what = name + ": " + line.name();
      try {
        int distance =
            hasher.hash(picture(line.name())).stored().untrusted().original().distance(line.hash());
        say(distance <= TOLERANCE_BITS, what + ": " + distance + " bits from its known hash");
      } catch (UnscreenableException e) {
        say(false, what + ": " + e.getMessage());
      }
    }
  }

  private void checkWorkers(List<HashLine> known) throws IOException {
    try (IsolatedHasher workers = IsolatedHasher.builder().workers(1).start()) {
      check("at arm's length by " + workers.decoder(), workers, known);
    } catch (IOException e) {
      say(false, "at arm's length: " + e.getMessage());
    }
  }

  private void checkBank(List<HashLine> known) throws IOException {
    Path folder = Files.createTempDirectory("hashmatch-selftest");
    Path file = folder.resolve("selftest.bank");
    try {
      try (Bank bank = SqliteBankFile.create(file, BankSettings.pdq("selftest"))) {
        for (HashLine line : known) {
          bank.add(BankEntry.of(line.name(), line.hash(), line.quality()));
        }
      }
      try (Bank bank = SqliteBankFile.open(file)) {
        bank.verify();
        boolean found = true;
        for (HashLine line : known) {
          found &= bank.neighbours(line.hash()).get(0).entry().id().equals(line.name());
        }
        say(
            found && bank.size() == known.size(),
            "bank: " + bank.size() + " entries written, read and found");
      }
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }

  private void say(boolean good, String what) {
    passed &= good;
    out().println((good ? "ok      " : "FAILED  ") + what);
  }

  private static List<HashLine> known() throws IOException {
    List<HashLine> known = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(resource("hashes.csv"), StandardCharsets.UTF_8))) {
      HashLine.readAll(
          HashAlgorithm.PDQ,
          lines,
          (number, line) -> known.add(line),
          malformed -> {
            throw new UncheckedIOException(new IOException("selftest data: " + malformed));
          });
    }
    return known;
  }

  private static byte[] picture(String name) throws IOException {
    try (InputStream in = resource(name)) {
      return in.readAllBytes();
    }
  }

  private static InputStream resource(String name) throws IOException {
    InputStream in = SelftestCommand.class.getResourceAsStream(FOLDER + name);
    if (in == null) {
      throw new IOException("selftest data: " + name + " is missing from the program");
    }
    return in;
  }

  private PrintWriter out() {
    return console.out();
  }
}
