package org.hashmatch.bank.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Arrays;
import java.util.HexFormat;

/** One line of an audit file as bytes; the package describes them. */
final class AuditLine {

  static final int VERSION = 1;

  /** No decision needs a thousandth of it; but a reader must stop somewhere. */
  static final int MOST_BYTES = 64 << 20;

  /**
   * ASCII only: no character changes how a line looks, and half a surrogate pair can be written.
   */
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
  private static final String HASH_BEGINS = ",\"hash\":\"";
  private static final String HASH_ENDS = "\"}";
  private static final int HEX_DIGITS = 64;
  private static final int ENDING = HASH_BEGINS.length() + HEX_DIGITS + HASH_ENDS.length();

  private AuditLine() {}

  /** Writes what a line is about. */
  @FunctionalInterface
  interface Members {
    void write(JsonGenerator json) throws IOException;
  }

  /** The line, without its newline. */
  static byte[] of(long number, Instant at, String event, Members members, String previous)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeNumberField("v", VERSION);
      json.writeNumberField("n", number);
      json.writeStringField("at", TIME.format(at));
      json.writeStringField("event", event);
      members.write(json);
      json.writeStringField("previous", previous);
      json.writeEndObject();
    }
    byte[] line = withHash(out.toByteArray());
    if (line.length > MOST_BYTES) {
      throw new IOException(
          "an audit line must have at most " + MOST_BYTES + " bytes (got " + line.length + ")");
    }
    return line;
  }

  private static byte[] withHash(byte[] object) {
    String ending = HASH_BEGINS + sha256(object) + HASH_ENDS;
    byte[] line = Arrays.copyOf(object, object.length - 1 + ending.length());
    byte[] bytes = ending.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, line, object.length - 1, bytes.length);
    return line;
  }

  /** Whether a line's own hash is that of the rest of it. */
  static boolean isSound(byte[] line) {
    int rest = line.length - ENDING;
    if (rest < 1) {
      return false;
    }
    byte[] object = Arrays.copyOf(line, rest + 1);
    object[rest] = '}';
    return Arrays.equals(line, withHash(object));
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  static String checkHex(String hash) {
    if (hash.length() != HEX_DIGITS
        || !hash.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
      throw new IllegalArgumentException(
          "a line's hash must be 64 lower-case hex digits (got " + hash.length() + " characters)");
    }
    return hash;
  }
}
