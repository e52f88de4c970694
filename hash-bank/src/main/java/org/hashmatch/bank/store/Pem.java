package org.hashmatch.bank.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys as text (RFC 7468). What it refuses it does not quote. */
final class Pem {

  private Pem() {}

  static String text(String label, byte[] bytes) {
    Base64.Encoder encoder = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    return "-----BEGIN "
        + label
        + "-----\n"
        + encoder.encodeToString(bytes)
        + "\n-----END "
        + label
        + "-----\n";
  }

  /** The one block with a label; other text is passed over. */
  static byte[] parse(String label, String pem) {
    Pattern block =
        Pattern.compile(
            "-----BEGIN " + label + "-----([A-Za-z0-9+/=\\s]*)-----END " + label + "-----");
    Matcher matcher = block.matcher(pem);
    if (!matcher.find()) {
      throw new IllegalArgumentException("there must be a " + label + " in PEM text (got none)");
    }
    String base64 = matcher.group(1).replaceAll("\\s", "");
    if (matcher.find()) {
      throw new IllegalArgumentException("there must be one " + label + " in PEM text (got more)");
    }
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      // The decoder's own message quotes a character of the key.
      throw new IllegalArgumentException("the " + label + " must be base64");
    }
  }
}
