package org.hashmatch.bank.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.Quality;

/**
 * One line of PDQ text. What follows a hash is its name and never its quality, as in the reference
 * reader: a quality is one only where the line says so, {@code quality=87}.
 */
final class PdqLine {

  private static final Pattern KEY = Pattern.compile("[a-z0-9]{1,16}=.*");
  private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]+");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final Pattern QUALITY_AND_TIME = Pattern.compile("[0-9]{1,3},[0-9]+\\.[0-9]+");
  private static final Pattern FRAME = Pattern.compile("[0-9]+,[0-9]{1,3},[0-9A-Fa-f]+,[0-9.]+");
  private static final int DIHEDRAL = 8;
  private static final List<String> TURNED =
      List.of("rot90", "rot180", "rot270", "flipx", "flipy", "flipp", "flipm");

  private PdqLine() {}

  static ListItem read(String line, Draft draft) throws RowFault {
    if (KEY.matcher(line).matches()) {
      return keys(line, draft);
    }
    if (FRAME.matcher(line).matches()) {
      throw videoFrame();
    }
    int comma = line.indexOf(',');
    String hash = comma < 0 ? line.strip() : line.substring(0, comma);
    String rest = comma < 0 ? "" : line.substring(comma + 1);
    if (QUALITY_AND_TIME.matcher(rest).matches()) {
      throw videoFrame();
    }
    return hashAndName(hash, beyondTurned(hash, rest, draft), draft);
  }

  private static RowFault videoFrame() {
    return RowFault.unsupported("", "is a frame of a video (vPDQ)");
  }

  /** A line {@code path,hash} of a file that says so in its first line. */
  static ListItem pathAndHash(String line, Draft draft) throws RowFault {
    int comma = line.lastIndexOf(',');
    if (comma < 0) {
      throw RowFault.invalid("", "must be FilePath,Hash (got no comma)");
    }
    return hashAndName(line.substring(comma + 1).strip(), line.substring(0, comma), draft);
  }

  /** Eight hashes of one picture, turned and mirrored: the first says it all. */
  private static String beyondTurned(String hash, String rest, Draft draft) {
    String[] parts = rest.split(",", DIHEDRAL);
    int hashes = 0;
    while (hashes < parts.length
        && parts[hashes].length() == hash.length()
        && HEX.matcher(parts[hashes]).matches()) {
      hashes++;
    }
    if (hashes < TURNED.size()) {
      return rest;
    }
    turned(draft);
    return parts.length < DIHEDRAL ? "" : withoutQuality(parts[DIHEDRAL - 1]);
  }

  private static String withoutQuality(String rest) {
    int comma = rest.indexOf(',');
    return comma < 0 ? "" : rest.substring(comma + 1);
  }

  private static void turned(Draft draft) {
    draft.note(
        RowFault.unsupported("", "turned and mirrored hashes are not needed: uploads are turned"));
  }

  private static ListItem hashAndName(String hash, String name, Draft draft) throws RowFault {
    HashAlgorithm algorithm = draft.options().algorithm();
    Fingerprints.hash("hash", algorithm, hash);
    draft.hash("hash", algorithm, hash);
    return draft.known(id(hash, name.strip(), draft));
  }

  /** A number names nothing, and a name must not tell the hash. */
  private static String id(String hash, String name, Draft draft) throws RowFault {
    boolean noName =
        name.isEmpty() || NUMBER.matcher(name).matches() || containsIgnoringCase(name, hash);
    return noName ? draft.idByFingerprint() : draft.checkedId("name", name);
  }

  private static boolean containsIgnoringCase(String text, String part) {
    return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }

  /** {@code hash=..,norm=128,quality=100,filename=a.jpg}; a file's name may have commas. */
  private static ListItem keys(String line, Draft draft) throws RowFault {
    Map<String, String> values = keys(line);
    String hash = values.getOrDefault("hash", values.getOrDefault("orig", ""));
    if (hash.isEmpty()) {
      throw RowFault.invalid("hash", "is missing");
    }
    if (values.keySet().stream().anyMatch(TURNED::contains)) {
      turned(draft);
    }
    if (values.containsKey("quality")) {
      draft.quality(quality(values.get("quality")));
    }
    return hashAndName(hash, values.getOrDefault("filename", ""), draft);
  }

  private static Map<String, String> keys(String line) throws RowFault {
    Map<String, String> values = new HashMap<>();
    String rest = line;
    while (!rest.isEmpty()) {
      int equals = rest.indexOf('=');
      if (equals < 0) {
        throw RowFault.invalid("", "must be key=value pairs");
      }
      String key = rest.substring(0, equals).strip();
      int comma = key.equals("filename") ? -1 : rest.indexOf(',', equals);
      String value = rest.substring(equals + 1, comma < 0 ? rest.length() : comma);
      if (values.put(key, value.strip()) != null) {
        throw RowFault.invalid("", "has a key twice");
      }
      rest = comma < 0 ? "" : rest.substring(comma + 1);
    }
    return values;
  }

  private static Quality quality(String digits) throws RowFault {
    if (!NUMBER.matcher(digits).matches() || digits.length() > 3) {
      throw RowFault.invalid("quality", "must be a whole number in 0..100");
    }
    try {
      return new Quality(Integer.parseInt(digits));
    } catch (IllegalArgumentException e) {
      throw RowFault.invalid("quality", e);
    }
  }

  /** A line {@code hash,quality,name} of a list that is said to be one of those. */
  static ListItem withQuality(String text, Draft draft) throws RowFault {
    HashLine line;
    try {
      line = HashLine.parse(draft.options().algorithm(), text);
    } catch (IllegalArgumentException e) {
      throw RowFault.invalid("", e);
    }
    draft.quality(line.quality());
    String hash = line.hash().toHex();
    Fingerprints.hash("hash", line.hash().algorithm(), hash);
    draft.hash("hash", line.hash().algorithm(), hash);
    String name = line.name().strip();
    return draft.known(
        name.isEmpty() || containsIgnoringCase(name, hash)
            ? draft.idByFingerprint()
            : draft.checkedId("name", name));
  }
}
