package org.hashmatch.testdata;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table of all pictures: a line of column names, then a line for each picture, fields between
 * commas. No field ever holds a comma, a quote or anything but ASCII, so none is quoted.
 */
public final class Manifest {

  private static final String COLUMNS = "file,kind,shows,of,width,height,expected";

  private Manifest() {}

  /**
   * Writes the table.
   *
   * @param images its rows
   * @return the text, each line ended by a line feed
   */
  public static String text(List<TestImage> images) {
    return Stream.concat(Stream.of(COLUMNS), images.stream().map(Manifest::line))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  static List<TestImage> parse(String text) {
    return text.lines().skip(1).map(Manifest::row).toList();
  }

  private static String line(TestImage image) {
    return String.join(
        ",",
        image.file(),
        image.kind().label(),
        image.shows(),
        image.of(),
        Integer.toString(image.width()),
        Integer.toString(image.height()),
        image.expected());
  }

  private static TestImage row(String line) {
    String[] fields = line.split(",", -1);
    return new TestImage(
        fields[0],
        TestImage.Kind.parse(fields[1]),
        fields[2],
        fields[3],
        Integer.parseInt(fields[4]),
        Integer.parseInt(fields[5]),
        fields[6]);
  }
}
