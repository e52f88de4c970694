package org.hashmatch.bank.store;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The public key of somebody whose snapshots are taken: Ed25519 (RFC 8032). Not secret. Immutable.
 */
public final class TrustedKey {

  static final String LABEL = "PUBLIC KEY";
  private static final int ID_BYTES = 16;

  private final PublicKey key;
  private final String id;

  private TrustedKey(PublicKey key) {
    this.key = key;
    this.id = id(key);
  }

  /**
   * A key as the Java platform has it.
   *
   * @param key of Ed25519
   * @return the key
   * @throws IllegalArgumentException if it is of something else
   */
  public static TrustedKey of(PublicKey key) {
    byte[] encoded = key.getEncoded();
    if (encoded == null) {
      throw new IllegalArgumentException("a signer's public key must be one that can be encoded");
    }
    return of(encoded);
  }

  /**
   * Reads a key as text.
   *
   * @param pem with one block {@code PUBLIC KEY}, X.509, as {@code openssl pkey -pubout} writes it;
   *     other text is passed over
   * @return the key
   * @throws IllegalArgumentException if there is none, several, or it is not of Ed25519
   */
  public static TrustedKey parse(String pem) {
    return of(Pem.parse(LABEL, pem));
  }

  private static TrustedKey of(byte[] x509) {
    try {
      return new TrustedKey(
          KeyFactory.getInstance(SigningKey.ALGORITHM)
              .generatePublic(new X509EncodedKeySpec(x509)));
    } catch (InvalidKeySpecException e) {
      throw new IllegalArgumentException("a signer's public key must be of Ed25519", e);
    } catch (GeneralSecurityException e) {
      throw SigningKey.missing(e);
    }
  }

  private static String id(PublicKey key) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
      return HexFormat.of().formatHex(Arrays.copyOf(digest, ID_BYTES));
    } catch (GeneralSecurityException e) {
      throw SigningKey.missing(e);
    }
  }

  /**
   * The key's short name.
   *
   * @return 32 hexadecimal digits, of its digest
   */
  public String id() {
    return id;
  }

  /**
   * The key as text.
   *
   * @return PEM, X.509
   */
  public String toPem() {
    return Pem.text(LABEL, key.getEncoded());
  }

  boolean hasSigned(byte[] digest, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance(SigningKey.ALGORITHM);
      verifier.initVerify(key);
      verifier.update(digest);
      return verifier.verify(signature);
    } catch (SignatureException e) {
      // So it says of bytes that can be no signature at all.
      return false;
    } catch (GeneralSecurityException e) {
      throw SigningKey.missing(e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TrustedKey that && key.equals(that.key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  @Override
  public String toString() {
    return "TrustedKey[" + id + "]";
  }
}
