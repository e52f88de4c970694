package org.hashmatch.bank.audit;

import java.time.Duration;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** How an audit file is written. Immutable; {@link #toString()} shows no key. */
public final class AuditOptions {

  /** Upload ids as they are, each line on the disk before its decision is given, no file before. */
  public static final AuditOptions DEFAULT = new AuditOptions(null, null, null);

  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int LEAST_KEY = 16;

  private final @Nullable SecretKeySpec idKey;
  private final @Nullable Duration syncEvery;
  private final @Nullable String after;

  private AuditOptions(
      @Nullable SecretKeySpec idKey, @Nullable Duration syncEvery, @Nullable String after) {
    this.idKey = idKey;
    this.syncEvery = syncEvery;
    this.after = after;
  }

  /**
   * Has HMAC-SHA256 of each upload id written in place of the id, in hexadecimal: whoever has the
   * key and the id finds the line, nobody else learns the id. For ids that say something, and for
   * those that are digests of the file.
   *
   * @param key 16 bytes or more, random and secret; copied
   * @return changed options
   * @throws IllegalArgumentException if the key is shorter
   */
  public AuditOptions hidingUploadIds(byte[] key) {
    if (key.length < LEAST_KEY) {
      throw new IllegalArgumentException(
          "the key for upload ids must have "
              + LEAST_KEY
              + " bytes or more (got "
              + key.length
              + ")");
    }
    return new AuditOptions(new SecretKeySpec(key, "HmacSHA256"), syncEvery, after);
  }

  /**
   * Has lines forced to the disk now and then, in a thread of its own. What a killed process wrote
   * is there all the same; a power failure may lose the decisions of that time.
   *
   * @param time how often, 1 millisecond to 1 minute
   * @return changed options
   * @throws IllegalArgumentException if the time is out of its range
   */
  public AuditOptions syncEvery(Duration time) {
    if (time.toMillis() < 1 || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "time must be PT0.001S.." + LONGEST + " (got " + time + ")");
    }
    return new AuditOptions(idKey, time, after);
  }

  /**
   * Ties a new file to the one before it.
   *
   * @param last the last hash of the file before: {@link AuditState#last()}
   * @return changed options; a file that exists must have been tied to the same
   * @throws IllegalArgumentException if that is not 64 lower-case hex digits
   */
  public AuditOptions after(String last) {
    return new AuditOptions(idKey, syncEvery, AuditLine.checkHex(last));
  }

  Optional<SecretKeySpec> idKey() {
    return Optional.ofNullable(idKey);
  }

  Optional<Duration> syncEvery() {
    return Optional.ofNullable(syncEvery);
  }

  Optional<String> after() {
    return Optional.ofNullable(after);
  }

  @Override
  public String toString() {
    return "AuditOptions["
        + (idKey == null ? "upload ids as they are" : "upload ids hidden")
        + ", "
        + (syncEvery == null ? "every line synced" : "synced every " + syncEvery)
        + "]";
  }
}
