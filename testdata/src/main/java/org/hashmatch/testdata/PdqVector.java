package org.hashmatch.testdata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One picture of PDQ's reference with the hashes that the reference's C++ core gives it, as
 * hexadecimal text.
 *
 * @param file the picture
 * @param fullHash hash of all pixels
 * @param fullQuality quality of all pixels
 * @param nn512Hashes the eight hashes after the command line's resize, in PDQ's order
 * @param nn512Quality quality after that resize
 */
public record PdqVector(
    Path file, String fullHash, int fullQuality, List<String> nn512Hashes, int nn512Quality) {

  private static final List<String> NN512 =
      List.of(
          "cpp_cli_hash_nn512",
          "rot90",
          "rot180",
          "rot270",
          "flipx",
          "flipy",
          "flip_plus1",
          "flip_minus1");

  /**
   * All vectors of a folder that holds {@code pdq-vectors.csv} and {@code images}.
   *
   * @param folder {@code vectors/pdq} of the conformance data
   * @return the vectors, in the order of the file
   * @throws IOException if the folder cannot be read
   */
  public static List<PdqVector> readAll(Path folder) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("pdq-vectors.csv"));
    List<String> header = Arrays.asList(lines.get(0).split(",", -1));
    List<PdqVector> vectors = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = Arrays.asList(line.split(",", -1));
      vectors.add(
          new PdqVector(
              folder.resolve("images").resolve(cells.get(0)),
              cells.get(header.indexOf("cpp_core_fullres_hash")),
              Integer.parseInt(cells.get(header.indexOf("cpp_core_fullres_quality"))),
              NN512.stream().map(column -> cells.get(header.indexOf(column))).toList(),
              Integer.parseInt(cells.get(header.indexOf("cpp_quality")))));
    }
    return vectors;
  }

  /**
   * The picture's bytes.
   *
   * @return the whole file
   * @throws IOException if it cannot be read
   */
  public byte[] bytes() throws IOException {
    return Files.readAllBytes(file);
  }
}
