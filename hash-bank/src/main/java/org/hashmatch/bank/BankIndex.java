package org.hashmatch.bank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.function.ObjLongConsumer;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.index.Searcher;
import org.hashmatch.index.segment.MultiIndexHashingIndex;

/**
 * A bank's hashes in memory: an index for each algorithm that is looked up, and one for each kind
 * of digest, whose first 64 bits stand in it as if they were a perceptual hash to be found at
 * distance 0.
 */
final class BankIndex {

  private final Map<HashAlgorithm, MultiIndexHashingIndex> indexes = new LinkedHashMap<>();
  private volatile boolean mayHaveCanaries;

  static BankIndex empty(Collection<HashAlgorithm> algorithms) {
    return new BankIndex(algorithms.stream().map(MultiIndexHashingIndex::new).toList());
  }

  BankIndex(List<MultiIndexHashingIndex> all) {
    all.forEach(index -> indexes.put(index.algorithm(), index));
    mayHaveCanaries = all.stream().anyMatch(BankIndex::hasCanary);
  }

  private static boolean hasCanary(MultiIndexHashingIndex index) {
    HashAlgorithm algorithm = index.algorithm();
    ImageHash any = ImageHash.of(algorithm, new long[algorithm.words()]);
    return index.searcher().only(IndexId::isCanary).exists(any, algorithm.bits());
  }

  /** Whether it is worth asking, which for each row of a long list takes longer than the rest. */
  boolean mayHaveCanaries() {
    return mayHaveCanaries;
  }

  /** What a bank of a policy has indexes for. */
  static List<HashAlgorithm> algorithms(BankPolicy policy) {
    List<HashAlgorithm> algorithms = new ArrayList<>(policy.radii().keySet());
    Arrays.stream(DigestAlgorithm.values()).map(BankIndex::pseudo).forEach(algorithms::add);
    return algorithms;
  }

  private static HashAlgorithm pseudo(DigestAlgorithm digest) {
    return switch (digest) {
      case MD5 -> new HashAlgorithm("exact-md5", 1, Long.SIZE);
      case SHA1 -> new HashAlgorithm("exact-sha1", 1, Long.SIZE);
      case SHA256 -> new HashAlgorithm("exact-sha256", 1, Long.SIZE);
    };
  }

  private static ImageHash pseudo(ExactDigest digest) {
    return ImageHash.of(pseudo(digest.algorithm()), digest.prefix());
  }

  Collection<MultiIndexHashingIndex> all() {
    return indexes.values();
  }

  boolean has(DigestAlgorithm digest) {
    return index(pseudo(digest)).size() > 0;
  }

  Searcher searcher(HashAlgorithm algorithm, LongPredicate ids) {
    return index(algorithm).searcher().only(ids);
  }

  /** The keys of entries whose digest begins as this one does. */
  List<Long> keys(ExactDigest digest, LongPredicate ids) {
    Searcher searcher = searcher(pseudo(digest.algorithm()), ids);
    searcher.search(pseudo(digest), 0);
    return searcher.matches().stream().map(match -> IndexId.key(match.id())).toList();
  }

  MultiIndexHashingIndex index(HashAlgorithm algorithm) {
    MultiIndexHashingIndex index = indexes.get(algorithm);
    if (index == null) {
      throw new IllegalArgumentException(algorithm + " is not looked up here");
    }
    return index;
  }

  boolean covers(HashAlgorithm algorithm) {
    return indexes.containsKey(algorithm);
  }

  /**
   * Which generation of an entry's hashes is in the indexes.
   *
   * @return 0 or 1, or -1 if there is none
   */
  int generation(long key) {
    for (int generation = 0; generation <= 1; generation++) {
      if (isThere(key, generation)) {
        return generation;
      }
    }
    return -1;
  }

  private boolean isThere(long key, int generation) {
    for (EntryKind kind : EntryKind.values()) {
      long first = IndexId.of(key, generation, kind, 0);
      if (indexes.values().stream().anyMatch(index -> index.contains(first))) {
        return true;
      }
    }
    return false;
  }

  /** Takes a generation of an entry's hashes out, whatever of it is in. */
  void remove(long key, int generation) {
    for (MultiIndexHashingIndex index : indexes.values()) {
      for (EntryKind kind : EntryKind.values()) {
        int ordinal = 0;
        // Its ids follow each other without a gap.
        while (ordinal < IndexId.ORDINALS
            && index.remove(IndexId.of(key, generation, kind, ordinal))) {
          ordinal++;
        }
      }
    }
  }

  /** Gives out the hashes by which an entry is found, each with its id. */
  void hashes(long key, int generation, BankEntry entry, ObjLongConsumer<ImageHash> to) {
    if (entry.status() == EntryStatus.DISABLED) {
      return;
    }
    if (entry.kind() == EntryKind.CANARY) {
      mayHaveCanaries = true;
    }
    Map<HashAlgorithm, Integer> counts = new LinkedHashMap<>();
    Consumer<ImageHash> give =
        hash -> {
          if (covers(hash.algorithm())) {
            int ordinal = counts.merge(hash.algorithm(), 1, Integer::sum) - 1;
            to.accept(hash, IndexId.of(key, generation, entry.kind(), ordinal));
          }
        };
    entry.hashes().forEach(give);
    entry.digests().forEach(digest -> give.accept(pseudo(digest)));
  }
}
