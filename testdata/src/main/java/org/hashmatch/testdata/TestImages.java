package org.hashmatch.testdata;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import java.util.NoSuchElementException;

/** All committed pictures, in the order of the manifest: the known ones first. */
public final class TestImages {

  private static final List<TestImage> ALL = read();

  private TestImages() {}

  /**
   * Every picture there is.
   *
   * @return the rows of the manifest
   */
  public static List<TestImage> all() {
    return ALL;
  }

  /**
   * What a bank knows.
   *
   * @return the pictures of kind {@link TestImage.Kind#KNOWN}
   */
  public static List<TestImage> known() {
    return of(TestImage.Kind.KNOWN);
  }

  /**
   * The pictures of one kind.
   *
   * @param kind what was done to them
   * @return those, at least one
   */
  public static List<TestImage> of(TestImage.Kind kind) {
    return ALL.stream().filter(image -> image.kind() == kind).toList();
  }

  /**
   * One picture by its name.
   *
   * @param file where it is below the folder of images, as {@code known/valley-01.jpg}
   * @return the picture
   * @throws NoSuchElementException if there is none
   */
  public static TestImage of(String file) {
    return ALL.stream()
        .filter(image -> image.file().equals(file))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no test image " + file));
  }

  private static List<TestImage> read() {
    String manifest = new String(TestImage.resource("manifest.csv"), US_ASCII);
    return Manifest.parse(manifest);
  }
}
