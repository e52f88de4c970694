package org.hashmatch.bank.exchange;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.DigestAlgorithm;
import org.hashmatch.bank.Origin;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;

/**
 * The way back from our names to a list's: what a reader puts before ids and sources, a writer
 * takes away, so that what came from a list goes back under its own name.
 */
record Names(ListOptions options) {

  /** The list's name for an entry; ours if it did not come from there. */
  String id(String id) {
    return withoutSource(id);
  }

  /** The list's name for the n-th row of an entry, in a format that has one fingerprint a row. */
  String id(String id, int row) {
    return row == 0 ? id(id) : id(id) + "#" + (row + 1);
  }

  /** The member of the list that an origin names; empty for the list itself or nobody. */
  String member(Origin origin) {
    return origin.source().equals(options.source()) ? "" : withoutSource(origin.source());
  }

  Set<String> members(BankEntry entry) {
    Set<String> members = new LinkedHashSet<>();
    entry.origins().forEach(origin -> members.add(member(origin)));
    return members;
  }

  private String withoutSource(String text) {
    String prefix = options.source() + "/";
    return text.startsWith(prefix) && text.length() > prefix.length()
        ? text.substring(prefix.length())
        : text;
  }

  /** One fingerprint by the name that a list has for its kind. */
  record Named(String type, String hex) {}

  /** PDQ hashes, and no others: lists that say PDQ mean that of all pixels. */
  static List<String> pdq(BankEntry entry) {
    return entry.hashes(HashAlgorithm.PDQ).stream().map(ImageHash::toHex).toList();
  }

  /** PDQ hashes and digests, those of kinds that the list has no name for left out. */
  static List<Named> fingerprints(
      BankEntry entry, String pdq, Map<DigestAlgorithm, String> digests) {
    List<Named> all = new ArrayList<>();
    pdq(entry).forEach(hex -> all.add(new Named(pdq, hex)));
    entry
        .digests()
        .forEach(
            digest -> {
              if (digests.containsKey(digest.algorithm())) {
                all.add(new Named(digests.get(digest.algorithm()), digest.toHex()));
              }
            });
    return all;
  }

  /** What follows a prefix in the first label that has it; empty if none has. */
  static String labelAfter(String prefix, BankEntry entry) {
    return entry.labels().stream()
        .filter(label -> label.startsWith(prefix))
        .findFirst()
        .map(label -> label.substring(prefix.length()).toLowerCase(Locale.ROOT))
        .orElse("");
  }
}
