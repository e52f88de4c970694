package org.hashmatch.javacv;

import java.util.List;
import java.util.stream.Stream;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.algorithm.ImageHasher;
import org.hashmatch.hash.algorithm.ImageHashers;

/** All hashers there are, OpenCV's included, by their algorithms. */
public final class AvailableHashers {

  private AvailableHashers() {}

  /**
   * All algorithms.
   *
   * @return PDQ first, OpenCV's last
   */
  public static List<HashAlgorithm> algorithms() {
    return Stream.of(ImageHashers.algorithms(), OpenCvHasher.algorithms())
        .flatMap(List::stream)
        .toList();
  }

  /**
   * The hasher of an algorithm.
   *
   * @param algorithm one of {@link #algorithms()}
   * @return its hasher
   * @throws IllegalArgumentException if it is another
   * @throws NativeLibraryException if it is OpenCV's, and OpenCV cannot be loaded
   */
  public static ImageHasher of(HashAlgorithm algorithm) {
    return OpenCvHasher.algorithms().contains(algorithm)
        ? OpenCvHasher.of(algorithm)
        : ImageHashers.of(algorithm);
  }
}
