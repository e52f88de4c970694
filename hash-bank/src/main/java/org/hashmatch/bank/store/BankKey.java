package org.hashmatch.bank.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key of the caller's under which a bank keeps what it knows: AES-256 in GCM mode, with a random
 * nonce of 96 bits for each row. Ids, their number and their changes stay readable; settings,
 * hashes, digests, labels, origins and times do not.
 *
 * <p>Whoever loses the key loses the bank. {@link #toString()} shows nothing of it. Immutable.
 */
public final class BankKey {

  private static final String TRANSFORMATION = "AES/GCM/NoPadding";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;

  private BankKey(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "a bank's key must have " + KEY_BYTES + " bytes (got " + key.length + ")");
    }
    this.key = new SecretKeySpec(key, "AES");
  }

  /**
   * A key of its bytes.
   *
   * @param key 32 bytes, random; copied
   * @return the key
   * @throws IllegalArgumentException if there are not 32
   */
  public static BankKey of(byte[] key) {
    return new BankKey(key);
  }

  /**
   * Reads a key as text.
   *
   * @param base64 32 bytes in base64; white space around them is passed over
   * @return the key
   * @throws IllegalArgumentException if it is not base64, or there are not 32 bytes; the message
   *     does not have the text
   */
  public static BankKey parse(String base64) {
    try {
      return of(Base64.getDecoder().decode(base64.strip()));
    } catch (IllegalArgumentException e) {
      // The decoder's own message quotes a character of the key.
      throw new IllegalArgumentException("a bank's key must be 32 bytes in base64");
    }
  }

  /**
   * A new key.
   *
   * @return of the platform's secure random bytes
   */
  public static BankKey random() {
    byte[] bytes = new byte[KEY_BYTES];
    RANDOM.nextBytes(bytes);
    return of(bytes);
  }

  /**
   * The key as text, to be kept where secrets are kept.
   *
   * @return 32 bytes in base64
   */
  public String toBase64() {
    return Base64.getEncoder().encodeToString(key.getEncoded());
  }

  /** Nonce, sealed bytes and tag. What they belong to is sealed with them. */
  byte[] seal(byte[] plain, String owner) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, owner).doFinal(plain);
      return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform cannot seal by " + TRANSFORMATION, e);
    }
  }

  /**
   * What was sealed.
   *
   * @throws IllegalArgumentException if it was sealed with another key, for another owner, or was
   *     changed since
   */
  byte[] open(byte[] sealed, String owner) {
    if (sealed.length < NONCE_BYTES) {
      throw new IllegalArgumentException("sealed bytes are cut");
    }
    try {
      byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
      return cipher(Cipher.DECRYPT_MODE, nonce, owner)
          .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    } catch (AEADBadTagException e) {
      throw new IllegalArgumentException("sealed with another key, or changed since", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform cannot open " + TRANSFORMATION, e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String owner) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(TRANSFORMATION);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  @Override
  public String toString() {
    return "BankKey[AES-256]";
  }
}
