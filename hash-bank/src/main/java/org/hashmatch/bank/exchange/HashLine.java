package org.hashmatch.bank.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.function.Consumer;
import org.hashmatch.bank.OneLine;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.Quality;

/**
 * One line of PDQ text with quality: {@code hash,quality,name}. The name is everything after the
 * second comma, commas included; it may be missing. In text, control characters of a name are
 * written as {@code \\uXXXX}, so that a name with a line break cannot pass for two lines.
 *
 * @param hash the hash
 * @param quality its quality
 * @param name what the line is about: a file, or an entry's id; empty if missing
 */
public record HashLine(ImageHash hash, Quality quality, String name) {

  private static final int MAX_QUALITY_DIGITS = 3;

  /**
   * A line that is not of this form.
   *
   * @param line its number, from 1
   * @param problem what is wrong, and the bound
   */
  public record Malformed(long line, String problem) {

    @Override
    public String toString() {
      return "line " + line + ": " + problem;
    }
  }

  /** Takes the lines of a list that are well-formed. */
  @FunctionalInterface
  public interface Visitor {

    /**
     * Takes one.
     *
     * @param number its number in the list, from 1
     * @param line the line
     * @throws IOException if it cannot be passed on; ends the reading
     */
    void visit(long number, HashLine line) throws IOException;
  }

  /**
   * Reads one line, strictly.
   *
   * @param algorithm what made the hash
   * @param text the line, without its end
   * @return what it says
   * @throws IllegalArgumentException if it is not of this form; the message names the field and the
   *     bound, not the hash
   */
  public static HashLine parse(HashAlgorithm algorithm, String text) {
    String[] fields = text.split(",", 3);
    if (fields.length < 2) {
      throw new IllegalArgumentException("must be hash,quality,name (got no comma)");
    }
    return new HashLine(
        ImageHash.parse(algorithm, fields[0]),
        quality(fields[1]),
        fields.length > 2 ? fields[2] : "");
  }

  private static Quality quality(String digits) {
    boolean number =
        !digits.isEmpty()
            && digits.length() <= MAX_QUALITY_DIGITS
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!number) {
      throw new IllegalArgumentException("quality must be a whole number in 0..100");
    }
    return new Quality(Integer.parseInt(digits));
  }

  /**
   * Reads a list. Empty lines, a byte order mark and Windows line ends are passed over.
   *
   * @param algorithm what made the hashes
   * @param list the lines; not closed
   * @param lines takes the well-formed ones
   * @param malformed takes the others; the reading goes on
   * @throws IOException if the list cannot be read
   */
  public static void readAll(
      HashAlgorithm algorithm, BufferedReader list, Visitor lines, Consumer<Malformed> malformed)
      throws IOException {
    long number = 0;
    for (String text = list.readLine(); text != null; text = list.readLine()) {
      number++;
      String line = number == 1 && text.startsWith("\ufeff") ? text.substring(1) : text;
      if (line.isEmpty()) {
        continue;
      }
      HashLine parsed;
      try {
        parsed = parse(algorithm, line);
      } catch (IllegalArgumentException e) {
        malformed.accept(new Malformed(number, String.valueOf(e.getMessage())));
        continue;
      }
      lines.visit(number, parsed);
    }
  }

  /**
   * The line as text.
   *
   * @return the line, without its end
   */
  public String toText() {
    return hash.toHex() + "," + quality + "," + OneLine.of(name);
  }
}
