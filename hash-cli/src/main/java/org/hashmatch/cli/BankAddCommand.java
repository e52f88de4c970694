package org.hashmatch.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.DigestAlgorithm;
import org.hashmatch.bank.EntryKind;
import org.hashmatch.bank.ExactDigest;
import org.hashmatch.bank.OneLine;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHashes;
import org.hashmatch.hash.Quality;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.UnscreenableReason;
import org.hashmatch.hash.decode.Completeness;
import org.hashmatch.hash.view.HashedPicture;
import org.hashmatch.hash.view.HashedView;
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

  @Mixin private final BankPlace place = new BankPlace();

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

  @Option(
      names = "--canary",
      description = {
        "They are innocent pictures that must never match:",
        "what is near them is not added, and lists that hold it are refused."
      })
  private boolean canary;

  @Option(
      names = "--expires",
      paramLabel = "DATE",
      description = "Until when they count, as 2027-01-31 (UTC).")
  private @Nullable LocalDate expires;

  @Option(
      names = "--retro",
      paramLabel = "BANK",
      description = {
        "Also print which earlier uploads look like them, from what 'screen --history' kept.",
        "The exit code is 1 if there are any."
      })
  private @Nullable String history;

  @Mixin private final Console console = new Console();

  @Override
  public Integer call() throws IOException {
    try (Bank bank = place.open();
        OpenHasher open = open(bank.settings().algorithm());
        LookBack lookBack = LookBack.open(place.address().sibling(history), bank)) {
      Additions additions = new Additions(bank, console.err());
      for (Path file : files) {
        String name = OneLine.of(file.toString());
        try {
          byte[] bytes = PictureFile.read(file, hashing.limits().maxBytes());
          List<ImageHashes> views = views(open.hasher().hashToMatch(bytes), bank);
          additions.put(name, entry(name, bytes, views));
          lookBack.add(name, views);
        } catch (UnscreenableException e) {
          additions.refuse(name, String.valueOf(e.getMessage()));
        }
      }
      ExitCode exit = new ExitCode();
      exit.include(additions.finish());
      // After the entries are in the bank: nothing can slip through in between.
      exit.include(lookBack.print(console.out()));
      return exit.worst();
    }
  }

  private OpenHasher open(HashAlgorithm algorithm) throws IOException {
    HasherChoice.Request request =
        new HasherChoice.Request(algorithm, HasherChoice.Isolation.PROCESS, true);
    return hashing.open(console, request, 1);
  }

  private BankEntry entry(String name, byte[] file, List<ImageHashes> views) {
    BankEntry.Builder entry = BankEntry.builder(name).quality(views.get(0).quality());
    views.forEach(view -> entry.hash(view.original()));
    ExactDigest.of(file, Set.of(DigestAlgorithm.SHA256)).forEach(entry::digest);
    return entry
        .kind(canary ? EntryKind.CANARY : EntryKind.KNOWN)
        .labels(Set.copyOf(labels))
        .origin(source, caseReference)
        .expiresAt(expires == null ? null : expires.atStartOfDay(ZoneOffset.UTC).toInstant())
        .build();
  }

  /**
   * The picture as it is stored, and what else it shows: on white, in other frames. A part of a
   * picture is not to be taken for the whole later, nor a view without features for a picture.
   */
  private static List<ImageHashes> views(HashedPicture picture, Bank bank)
      throws UnscreenableException {
    if (picture.completeness() == Completeness.PARTIAL) {
      throw new UnscreenableException(
          UnscreenableReason.PARTIAL, "only a part of it can be decoded");
    }
    List<ImageHashes> views = new ArrayList<>();
    for (HashedView view : picture.views()) {
      ImageHashes hashes = view.hashed().trusted(Quality.NONE);
      if (views.isEmpty() || !hashes.quality().isBelow(bank.settings().policy().qualityFloor())) {
        views.add(hashes);
      }
    }
    return views;
  }
}
