package org.hashmatch.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.exchange.HashLine;
import org.hashmatch.bank.store.SqliteBankFile;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHashes;
import org.hashmatch.hash.Quality;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.UnscreenableReason;
import org.hashmatch.hash.decode.Completeness;
import org.hashmatch.hash.view.HashedPicture;
import org.hashmatch.hash.view.PictureHasher;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bank add BANK FILE...} */
@Command(
    name = "add",
    description = {
      "Adds pictures' hashes. An entry's id is the file as it was typed.",
      "All that can be added are added in one step, or none if the bank cannot be written."
    },
    mixinStandardHelpOptions = true)
final class BankAddCommand implements Callable<Integer> {

  @Mixin private final HasherChoice hashing = new HasherChoice();

  @Parameters(index = "0", paramLabel = "BANK", description = "Bank file.")
  private @Nullable Path bankFile;

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "Pictures.")
  private final List<Path> files = new ArrayList<>();

  @Option(
      names = "--label",
      paramLabel = "LABEL",
      description = "What kind of content; may be given several times.")
  private final List<String> labels = new ArrayList<>();

  @Option(names = "--source", paramLabel = "SOURCE", description = "Who reported it.")
  private String source = "";

  @Option(names = "--case", paramLabel = "CASE", description = "The case it belongs to.")
  private String caseReference = "";

  @Mixin private final Console console = new Console();

  @Override
  public Integer call() throws IOException {
    try (Bank bank = SqliteBankFile.open(Required.of(bankFile));
        OpenHasher open = open(bank.settings().algorithm())) {
      Additions additions = new Additions(bank, console.err());
      for (Path file : files) {
        String name = HashLine.onOneLine(file.toString());
        try {
          additions.put(name, entry(name, hashes(open.hasher(), file)));
        } catch (UnscreenableException e) {
          additions.refuse(name, String.valueOf(e.getMessage()));
        }
      }
      return additions.finish();
    }
  }

  private OpenHasher open(HashAlgorithm algorithm) throws IOException {
    HasherChoice.Request request =
        new HasherChoice.Request(algorithm, HasherChoice.Isolation.PROCESS, true);
    return hashing.open(console, request, 1);
  }

  /** A part of a picture is not to be taken for the whole later. */
  private ImageHashes hashes(PictureHasher hasher, Path file) throws UnscreenableException {
    HashedPicture picture = hasher.hash(PictureFile.read(file, hashing.limits().maxBytes()));
    if (picture.completeness() == Completeness.PARTIAL) {
      throw new UnscreenableException(
          UnscreenableReason.PARTIAL, "only a part of it can be decoded");
    }
    return picture.stored().trusted(Quality.NONE);
  }

  private BankEntry entry(String name, ImageHashes hashes) {
    return BankEntry.of(name, hashes.original(), hashes.quality())
        .withLabels(Set.copyOf(labels))
        .withOrigin(source, caseReference);
  }
}
