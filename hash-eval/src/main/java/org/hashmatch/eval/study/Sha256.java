package org.hashmatch.eval.study;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** By what a study tells which files, tables and plans are the same. */
public final class Sha256 {

  private Sha256() {}

  /**
   * The digest of bytes.
   *
   * @param bytes any
   * @return 64 lower-case hexadecimal digits
   */
  public static String of(byte[] bytes) {
    return HexFormat.of().formatHex(begun().digest(bytes));
  }

  /**
   * The digest of a text's bytes in UTF-8.
   *
   * @param text any
   * @return 64 lower-case hexadecimal digits
   */
  public static String of(String text) {
    return of(text.getBytes(UTF_8));
  }

  /**
   * The digest of a file's bytes, which need not fit into memory.
   *
   * @param file an existing file
   * @return 64 lower-case hexadecimal digits
   * @throws IOException if it cannot be read
   */
  public static String of(Path file) throws IOException {
    MessageDigest digest = begun();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** One to be fed. */
  static MessageDigest begun() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
