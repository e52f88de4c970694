package org.hashmatch.bank.exchange.fetch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;

/**
 * Tells StopNCII what became of its hashes here. Saying the same twice does no harm.
 *
 * <p>Immutable. Safe for any number of threads.
 */
public final class StopNciiFeedback {

  /** Most hashes of one request. */
  public static final int MOST = 800;

  private final URI address;
  private final Credentials credentials;
  private final Http http;

  /** What became of a hash, in StopNCII's words. */
  public enum Value {
    /** Only the tags say something. */
    NONE("None"),
    /** It matched, and nobody has looked yet. */
    PENDING_REVIEW("PendingReview"),
    /** Somebody looked, and the upload was blocked. */
    BLOCKED("Blocked"),
    /** Somebody looked, and the upload was not blocked. */
    NOT_BLOCKED("NotBlocked");

    private final String word;

    Value(String word) {
      this.word = word;
    }
  }

  /**
   * What is said of a hash.
   *
   * @param hash of StopNCII's list, a PDQ hash
   * @param value what became of it
   * @param tags more about it, in StopNCII's words
   */
  public record Feedback(ImageHash hash, Value value, Set<String> tags) {

    /**
     * Checks the algorithm and copies the tags.
     *
     * @param hash as above
     * @param value as above
     * @param tags as above
     * @throws IllegalArgumentException if it is no PDQ hash
     */
    public Feedback {
      if (!hash.algorithm().equals(HashAlgorithm.PDQ)) {
        throw new IllegalArgumentException(
            "feedback must be of a " + HashAlgorithm.PDQ + " hash (got " + hash.algorithm() + ")");
      }
      tags = Set.copyOf(tags);
    }
  }

  /**
   * Makes one that asks nobody yet.
   *
   * @param base where StopNCII is: {@link StopNciiFeed#ADDRESS}
   * @param credentials with the key of the function SubmitFeedback
   * @param settings how patient it is
   * @throws IllegalArgumentException if it is no https address
   */
  public StopNciiFeedback(String base, Credentials credentials, FetchSettings settings) {
    this.address = Site.of(base).at("/SubmitFeedback", Map.of());
    this.credentials = credentials;
    this.http = new Http(settings);
  }

  /**
   * Sends feedback.
   *
   * @param feedback at most {@link #MOST}
   * @throws IllegalArgumentException if they are too many
   * @throws FetchException if the service does not take it
   * @throws IOException if the thread was interrupted
   */
  public void send(List<Feedback> feedback) throws IOException {
    if (feedback.size() > MOST) {
      throw new IllegalArgumentException(
          "feedback must be of at most "
              + MOST
              + " hashes at a time (got "
              + feedback.size()
              + ")");
    }
    http.post(address, "application/json", json(feedback), credentials.headers());
  }

  private static String json(List<Feedback> feedback) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeNumberField("count", feedback.size());
      json.writeArrayFieldStart("hashFeedbacks");
      for (Feedback each : feedback) {
        json.writeStartObject();
        json.writeStringField("hashValue", each.hash().toHex());
        json.writeStringField("feedbackValue", each.value().word);
        json.writeArrayFieldStart("tags");
        for (String tag : new TreeSet<>(each.tags())) {
          json.writeString(tag);
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }
}
