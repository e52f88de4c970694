package org.hashmatch.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hashmatch.bank.store.SnapshotFile;
import org.hashmatch.bank.store.TrustedKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose snapshots are taken, and what opens sealed ones. */
final class SnapshotKeys {

  @Option(
      names = "--trust",
      paramLabel = "KEY",
      required = true,
      description = "Key of who may sign; may be given several times.")
  private List<Path> trusted = new ArrayList<>();

  @Option(names = "--seal", paramLabel = "KEY", description = "The key it is sealed with.")
  private @Nullable Path sealingKey;

  SnapshotFile open(Path file) throws IOException {
    List<TrustedKey> keys = new ArrayList<>();
    for (Path key : trusted) {
      keys.add(TrustedKey.parse(SnapshotCommand.keyText(key)));
    }
    return SnapshotFile.open(file, keys, SnapshotCommand.key(sealingKey));
  }
}
