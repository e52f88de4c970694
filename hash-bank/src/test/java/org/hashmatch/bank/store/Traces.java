package org.hashmatch.bank.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.hash.ImageHash;

/** The ways in which an entry's hashes and digests may be written, and where they are found. */
final class Traces {

  // By the name of what it is, the bytes as a text of one character each: that is searched fast.
  private final Map<String, String> bytes = new LinkedHashMap<>();

  static Traces of(BankEntry entry) {
    Traces traces = new Traces();
    entry
        .hashes()
        .forEach(
            hash -> traces.add(hash.algorithm().name(), hash.algorithm().words(), words(hash)));
    entry
        .digests()
        .forEach(
            digest -> {
              String name = digest.algorithm().standardName();
              traces.addBytes(name, digest.bytes());
              traces.addIndexed(name, new long[] {ByteBuffer.wrap(digest.bytes()).getLong()});
            });
    return traces;
  }

  private void add(String name, int count, long[] words) {
    ByteBuffer big = ByteBuffer.allocate(count * Long.BYTES);
    for (int i = count - 1; i >= 0; i--) {
      big.putLong(words[i]);
    }
    addBytes(name, big.array());
    put(name + ", little-endian words", little(words));
    addIndexed(name, words);
  }

  private static long[] words(ImageHash hash) {
    long[] words = new long[hash.algorithm().words()];
    for (int i = 0; i < words.length; i++) {
      words[i] = hash.word(i);
    }
    return words;
  }

  private void addBytes(String name, byte[] value) {
    String hex = HexFormat.of().formatHex(value);
    put(name + ", bytes", value);
    put(name + ", lower case", hex.getBytes(ISO_8859_1));
    put(name + ", upper case", hex.toUpperCase(Locale.ROOT).getBytes(ISO_8859_1));
  }

  /** As segment files have it: the bits in another order. */
  private void addIndexed(String name, long[] words) {
    int[] from = permutation(words.length * Long.SIZE);
    long[] moved = new long[words.length];
    for (int bit = 0; bit < from.length; bit++) {
      long value = words[from[bit] / Long.SIZE] >>> (from[bit] % Long.SIZE) & 1;
      moved[bit / Long.SIZE] |= value << (bit % Long.SIZE);
    }
    put(name + ", as indexed", little(moved));
  }

  /** Bit permutation 1, as the package of segment files describes it. */
  private static int[] permutation(int bits) {
    int[] p = new int[bits];
    for (int n = 1; n < bits; n++) {
      int j =
          (int) Long.remainderUnsigned(mix(3141592653589793238L + n * 0x9E3779B97F4A7C15L), n + 1L);
      p[n] = p[j];
      p[j] = n;
    }
    return p;
  }

  /** SplitMix64's next number after a state. */
  private static long mix(long state) {
    long z = state + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private static byte[] little(long[] words) {
    ByteBuffer little =
        ByteBuffer.allocate(words.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (long word : words) {
      little.putLong(word);
    }
    return little.array();
  }

  /** Something else to look for, such as a row that is sealed. */
  Traces put(String name, byte[] value) {
    bytes.put(name, new String(value, ISO_8859_1));
    return this;
  }

  /** What is found in any file of some folders, each as {@code FILE: TRACE}. */
  List<String> in(Path... folders) throws IOException {
    Set<String> found = new TreeSet<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        files
            .filter(Files::isRegularFile)
            .forEach(file -> addFound(folder.relativize(file).toString(), read(file), found));
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }
    return List.copyOf(found);
  }

  private void addFound(String file, String content, Set<String> found) {
    bytes.forEach(
        (name, value) -> {
          if (content.contains(value)) {
            found.add(file + ": " + name);
          }
        });
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), ISO_8859_1);
    } catch (NoSuchFileException e) {
      // A server's that was there when the folder was listed.
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
