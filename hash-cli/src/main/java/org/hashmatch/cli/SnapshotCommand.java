package org.hashmatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.store.BankKey;
import org.hashmatch.bank.store.SigningKey;
import org.hashmatch.bank.store.SnapshotFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code snapshot keygen|write|verify|apply} */
@Command(
    name = "snapshot",
    description = "Signed files with all that a bank holds, to give to others or to keep.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class SnapshotCommand implements Runnable {

  private static final int MAX_KEY_FILE = 10_000;

  @Mixin private final Console console = new Console();

  @Override
  public void run() {
    throw console.usageError("a snapshot command is missing");
  }

  @Command(
      name = "keygen",
      description = {
        "Makes a pair of keys: FILE signs and stays secret, FILE.pub is for those who check.",
        "With --bank-key: the key of a sealed bank instead."
      },
      mixinStandardHelpOptions = true)
  int keygen(
      @Parameters(paramLabel = "FILE", description = "Where to; must not exist.") Path file,
      @Option(names = "--bank-key", description = "Make a bank's key: 32 bytes in base64.")
          boolean isForBank)
      throws IOException {
    if (isForBank) {
      writeSecret(file, BankKey.random().toBase64() + "\n");
      console.err().println("bank key in " + file);
      return ExitCode.CLEAR;
    }
    SigningKey key = SigningKey.generate();
    writeSecret(file, key.toPem());
    Path trusted = file.resolveSibling(file.getFileName() + ".pub");
    Files.writeString(trusted, key.trusted().toPem(), StandardOpenOption.CREATE_NEW);
    console
        .err()
        .println(
            "signing key in " + file + ", to be trusted in " + trusted + ": " + key.trusted().id());
    return ExitCode.CLEAR;
  }

  /** Nobody else may read it, from its first moment on. */
  private static void writeSecret(Path file, String text) throws IOException {
    if (Files.getFileStore(file.toAbsolutePath().resolveSibling(""))
        .supportsFileAttributeView("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(file);
    }
    Files.writeString(file, text);
  }

  @Command(
      name = "write",
      description = "Writes all that a bank holds into a signed file.",
      mixinStandardHelpOptions = true)
  int write(
      @Mixin BankPlace place,
      @Parameters(index = "1", paramLabel = "FILE", description = "Where to.") Path file,
      @Option(
              names = "--sign",
              paramLabel = "KEY",
              required = true,
              description = "Signing key that 'snapshot keygen' made.")
          Path signingKey,
      @Option(
              names = "--seal",
              paramLabel = "KEY",
              description = "Bank key that 'snapshot keygen --bank-key' made: seals the file.")
          @Nullable Path sealingKey)
      throws IOException {
    SigningKey signer = SigningKey.parse(keyText(signingKey));
    try (Bank bank = place.open()) {
      SnapshotFile.write(file, bank, signer, key(sealingKey));
      console.err().println(bank.size() + " entries written to " + file);
      return ExitCode.CLEAR;
    }
  }

  @Command(
      name = "verify",
      description = "Proves that a file is whole and signed by somebody trusted.",
      mixinStandardHelpOptions = true)
  int verify(
      @Parameters(paramLabel = "FILE", description = "Snapshot.") Path file,
      @Mixin SnapshotKeys keys)
      throws IOException {
    SnapshotFile snapshot = keys.open(file);
    console
        .out()
        .println(
            "ok, bank "
                + snapshot.settings().name()
                + " at change "
                + snapshot.sequence()
                + ", "
                + snapshot.held()
                + " entries, "
                + snapshot.gone()
                + " gone, made "
                + snapshot.createdAt()
                + ", signed by "
                + snapshot.signer().orElse("nobody"));
    return ExitCode.CLEAR;
  }

  @Command(
      name = "apply",
      description = {
        "Takes a file into a bank: what it has is added or replaced, what it has as gone goes.",
        "A file older than the last one of its signer is refused."
      },
      mixinStandardHelpOptions = true)
  int apply(
      @Mixin BankPlace place,
      @Parameters(index = "1", paramLabel = "FILE", description = "Snapshot.") Path file,
      @Mixin SnapshotKeys keys,
      @Option(names = "--even-if-older", description = "Take an older one too.")
          boolean evenIfOlder)
      throws IOException {
    SnapshotFile snapshot = keys.open(file);
    try (Bank bank = place.open()) {
      SnapshotFile.Applied applied =
          evenIfOlder ? snapshot.applyEvenIfOlder(bank) : snapshot.apply(bank);
      console
          .err()
          .println(
              applied.added()
                  + " added, "
                  + applied.updated()
                  + " changed, "
                  + applied.removed()
                  + " removed, "
                  + applied.unchanged()
                  + " there already; "
                  + bank.size()
                  + " in the bank");
      return ExitCode.CLEAR;
    }
  }

  static Optional<BankKey> key(@Nullable Path file) throws IOException {
    return file == null ? Optional.empty() : Optional.of(BankKey.parse(keyText(file)));
  }

  /** A wrong file must not be read whole to be found wrong. */
  static String keyText(Path file) throws IOException {
    if (Files.size(file) > MAX_KEY_FILE) {
      throw new IllegalArgumentException(
          file + ": is no key (" + Files.size(file) + " bytes, at most " + MAX_KEY_FILE + ")");
    }
    return Files.readString(file);
  }
}
