package org.hashmatch.cli;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.algorithm.ImageHasher;
import org.hashmatch.javacv.AvailableHashers;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The algorithms there are, OpenCV's included, by the names people type. */
final class Algorithms {

  private Algorithms() {}

  /** All of them, PDQ first. */
  static List<HashAlgorithm> all() {
    return AvailableHashers.algorithms();
  }

  /** Whether PDQ's radius is measured for it. */
  static boolean isPdq(HashAlgorithm algorithm) {
    return algorithm.equals(HashAlgorithm.PDQ) || algorithm.equals(HashAlgorithm.PDQ_NN512);
  }

  /** Throws NativeLibraryException if it is native and its libraries cannot be loaded. */
  static ImageHasher hasher(HashAlgorithm algorithm) {
    return AvailableHashers.of(algorithm);
  }

  /**
   * Reads {@code name/version/bits}, {@code name/bits}, {@code namebits} or {@code name}: the
   * latter only where it means a single algorithm, since nobody should have to guess which one
   * hashed.
   */
  static final class Converter implements ITypeConverter<HashAlgorithm> {

    @Override
    public HashAlgorithm convert(String name) {
      List<HashAlgorithm> meant =
          all().stream().filter(algorithm -> names(algorithm).contains(name)).toList();
      return switch (meant.size()) {
        case 1 -> meant.get(0);
        case 0 -> throw new TypeConversionException("expected one of " + ids(all()));
        default ->
            throw new TypeConversionException("'" + name + "' may mean any of " + ids(meant));
      };
    }

    private static List<String> names(HashAlgorithm algorithm) {
      String name = algorithm.name();
      return List.of(algorithm.id(), name + "/" + algorithm.bits(), name + algorithm.bits(), name);
    }
  }

  /** All ids, for picocli's help. */
  static final class Ids implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return all().stream().map(HashAlgorithm::id).iterator();
    }
  }

  private static String ids(List<HashAlgorithm> algorithms) {
    return algorithms.stream().map(HashAlgorithm::id).collect(Collectors.joining(", "));
  }
}
