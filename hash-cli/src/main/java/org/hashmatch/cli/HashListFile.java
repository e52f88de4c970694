package org.hashmatch.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.hashmatch.bank.exchange.HashLine;
import org.hashmatch.hash.HashAlgorithm;

/** A list of hash lines on disk, or on standard input where the file is {@code -}. */
record HashListFile(Path file) {

  void readAll(
      HashAlgorithm algorithm, HashLine.Visitor lines, Consumer<HashLine.Malformed> malformed)
      throws IOException {
    try (BufferedReader reader = open()) {
      HashLine.readAll(algorithm, reader, lines, malformed);
    } catch (CharacterCodingException e) {
      throw new IOException(this + ": not a text file (UTF-8)", e);
    }
  }

  @Override
  public String toString() {
    return isStandardInput() ? "standard input" : file.toString();
  }

  private boolean isStandardInput() {
    return file.toString().equals("-");
  }

  private BufferedReader open() throws IOException {
    return isStandardInput()
        ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
        : Files.newBufferedReader(file);
  }
}
