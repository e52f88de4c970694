package org.hashmatch.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.exchange.ListFormat;
import org.hashmatch.bank.exchange.ListOptions;
import org.hashmatch.hash.HashAlgorithm;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say of a list what it does not say of itself. */
final class ListChoice {

  @Option(
      names = "--source",
      paramLabel = "SOURCE",
      description = "Whose list it is. Without it: the format's name.")
  private @Nullable String source;

  @Option(
      names = "--algorithm",
      converter = Algorithms.Converter.class,
      paramLabel = "NAME",
      description =
          "What made hashes that the list gives no algorithm. Without it: the bank's first.")
  private @Nullable HashAlgorithm algorithm;

  @Option(
      names = "--column",
      paramLabel = "FIELD=COLUMN",
      description = {
        "For csv: which column has which of our fields; may be given several times.",
        "Fields: id, hash, quality, md5, sha1, sha256, labels, source, case, expires, status."
      })
  private final Map<String, String> columns = new LinkedHashMap<>();

  String source(ListFormat format) {
    return source == null ? format.label() : source;
  }

  /** As the command line says, for a bank. */
  ListOptions options(ListFormat format, Bank bank, Set<String> labels, String provenance) {
    return new ListOptions(
        source(format),
        algorithm == null ? bank.settings().algorithm() : algorithm,
        new LinkedHashSet<>(labels),
        provenance,
        Instant.now(),
        columns);
  }
}
