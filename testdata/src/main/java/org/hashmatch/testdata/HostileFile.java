package org.hashmatch.testdata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of the corpus of hostile uploads, which lies outside the project ({@link SharedData}).
 *
 * @param path where it is
 * @param name its path inside the corpus
 * @param format what its first bytes look like, or {@code other}
 * @param expected what must come of it
 * @param openedByOpenCv whether OpenCV, without any limits, opens it
 * @param openedByOthers whether the JDK's readers or Pillow do
 */
public record HostileFile(
    Path path,
    String name,
    String format,
    Expected expected,
    boolean openedByOpenCv,
    boolean openedByOthers) {

  /** What must come of it. */
  public enum Expected {
    /** Pixels. */
    DECODES,
    /** A refusal because of its size. */
    REJECT_LIMIT,
    /** A refusal. */
    REJECT_FORMAT,
    /** Anything, within the bounds. */
    BOUNDED
  }

  /** Rows end in: magic, expected, bytes, sha256, OpenCV, ImageIO, Pillow, pixels. */
  private static final Pattern ROW =
      Pattern.compile(
          "([^,]+),.*,([^,]+),(decodes|reject-limit|reject-format|bounded),\\d+,[0-9a-f]{64},"
              + "([^,]*),([^,]*),([^,]*),\\d*");

  /**
   * All files of the corpus.
   *
   * @param corpus its folder, with {@code manifest.csv}
   * @return the files in the manifest's order
   */
  public static List<HostileFile> readAll(Path corpus) {
    try {
      return Files.readAllLines(corpus.resolve("manifest.csv")).stream()
          .skip(1)
          .map(row -> of(corpus, row))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HostileFile of(Path corpus, String row) {
    Matcher fields = ROW.matcher(row);
    if (!fields.matches()) {
      throw new IllegalArgumentException("not a row of the corpus: " + row);
    }
    return new HostileFile(
        corpus.resolve(fields.group(1)),
        fields.group(1),
        fields.group(2),
        Expected.valueOf(fields.group(3).replace('-', '_').toUpperCase(java.util.Locale.ROOT)),
        fields.group(4).equals("OK"),
        fields.group(5).equals("OK") || fields.group(6).equals("OK"));
  }

  /**
   * The whole file.
   *
   * @return its bytes
   */
  public byte[] bytes() {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
