package org.hashmatch.bank.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads an audit file to its end, and proves each line on the way. */
final class AuditReader {

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Path file;
  private final @Nullable AuditState expected;
  private long lines;
  private long soundBytes;
  private long noted;
  private String first = AuditState.NONE;
  private String last = AuditState.NONE;
  private byte[] tail = {};

  private AuditReader(Path file, @Nullable AuditState expected) {
    this.file = file;
    this.expected = expected;
  }

  /** Proves all lines that end with a newline. */
  static AuditReader read(Path file, @Nullable AuditState expected) throws IOException {
    AuditReader reader = new AuditReader(file, expected);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      reader.readAll(in);
    }
    return reader;
  }

  private void readAll(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == '\n') {
        prove(line.toByteArray());
        line.reset();
      } else if (line.size() == AuditLine.MOST_BYTES) {
        throw wrong("is longer than " + AuditLine.MOST_BYTES + " bytes");
      } else {
        line.write(next);
      }
    }
    tail = line.toByteArray();
  }

  private void prove(byte[] line) throws IOException {
    if (!AuditLine.isSound(line)) {
      throw wrong("was changed (its hash differs)");
    }
    Map<String, String> members = members(line);
    require(members, "v", Integer.toString(AuditLine.VERSION));
    require(members, "n", Long.toString(lines + 1));
    String previous = members.getOrDefault("previous", "");
    if (lines == 0) {
      requireMatch("previous", previous, "[0-9a-f]{64}");
      first = previous;
    } else if (!previous.equals(last)) {
      throw wrong("does not follow the line before (previous differs)");
    }
    String torn = members.getOrDefault("torn", "0");
    requireMatch("torn", torn, "[0-9]{1,18}");
    noted = Math.max(noted, Long.parseLong(torn));
    last = AuditLine.sha256(line);
    lines++;
    soundBytes += line.length + 1;
    compareWithExpected();
  }

  private void compareWithExpected() throws AuditException {
    AuditState known = expected;
    if (known != null && lines == 1 && !first.equals(known.first())) {
      throw new AuditException(file, 1, "follows another file than expected");
    }
    if (known != null && lines == known.lines() && !last.equals(known.last())) {
      throw new AuditException(file, lines, "is not the expected one (its hash differs)");
    }
  }

  private void require(Map<String, String> members, String name, String value)
      throws AuditException {
    String found = members.getOrDefault(name, "nothing");
    if (!found.equals(value)) {
      throw wrong(name + " is " + found + " (expected " + value + ")");
    }
  }

  /** Somebody else may have written a line whose hash is right. */
  private void requireMatch(String name, String value, String pattern) throws AuditException {
    if (!value.matches(pattern)) {
      throw wrong(name + " is not of the form " + pattern);
    }
  }

  /** The plain members of a line's object, as text. */
  private Map<String, String> members(byte[] line) throws IOException {
    Map<String, String> members = new HashMap<>();
    try (JsonParser json = JSON.createParser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw wrong("is no JSON object");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        if (json.nextToken().isScalarValue()) {
          members.put(name, json.getText());
        } else {
          json.skipChildren();
        }
      }
      return members;
    } catch (com.fasterxml.jackson.core.JacksonException e) {
      throw wrong("is no JSON object");
    }
  }

  private AuditException wrong(String problem) {
    return new AuditException(file, lines + 1, problem);
  }

  /** What is known of a file that ends with a newline. */
  AuditState whole() throws AuditException {
    if (tail.length > 0) {
      throw wrong("is cut (no newline at its end)");
    }
    if (lines == 0) {
      throw wrong("is missing (the file is empty)");
    }
    AuditState known = expected;
    if (known != null && lines < known.lines()) {
      throw wrong("is missing (" + known.lines() + " lines expected, " + lines + " found)");
    }
    return new AuditState(lines, first, last);
  }

  long lines() {
    return lines;
  }

  /** How many bytes the lines have that end with a newline. */
  long soundBytes() {
    return soundBytes;
  }

  String first() {
    return first;
  }

  String last() {
    return last;
  }

  /** What follows the last newline. */
  byte[] tail() {
    return tail;
  }

  /** The largest number of a torn line that a line tells of. */
  long noted() {
    return noted;
  }
}
