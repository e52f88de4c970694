package org.hashmatch.bank.store;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;

/**
 * The key pair by which somebody signs snapshots: Ed25519 (RFC 8032). Whoever has it can have
 * others block what they choose, or nothing. {@link #toString()} shows its id only. Immutable.
 */
public final class SigningKey {

  static final String ALGORITHM = "Ed25519";
  private static final String LABEL = "PRIVATE KEY";

  private final PrivateKey key;
  private final TrustedKey trusted;

  private SigningKey(PrivateKey key, TrustedKey trusted) {
    this.key = key;
    this.trusted = trusted;
  }

  /**
   * A new key pair.
   *
   * @return of the platform's secure random bytes
   */
  public static SigningKey generate() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      return new SigningKey(pair.getPrivate(), TrustedKey.of(pair.getPublic()));
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  /**
   * Reads a key pair as text.
   *
   * @param pem with one block {@code PRIVATE KEY}, PKCS#8, and one {@code PUBLIC KEY}, X.509: what
   *     {@link #toPem} writes, or what {@code openssl genpkey -algorithm ed25519} and {@code
   *     openssl pkey -pubout} write one after the other
   * @return the key pair
   * @throws IllegalArgumentException if one is missing or not of Ed25519, or they do not belong
   *     together; the message has nothing of the text
   */
  public static SigningKey parse(String pem) {
    TrustedKey trusted = TrustedKey.parse(pem);
    SigningKey pair = new SigningKey(privateKey(Pem.parse(LABEL, pem)), trusted);
    byte[] probe = new byte[32];
    if (!trusted.hasSigned(probe, pair.sign(probe))) {
      throw new IllegalArgumentException("private and public key do not belong together");
    }
    return pair;
  }

  private static PrivateKey privateKey(byte[] pkcs8) {
    try {
      return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    } catch (InvalidKeySpecException e) {
      throw new IllegalArgumentException("a signer's private key must be of Ed25519");
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  /**
   * What others need to know whose snapshots these are.
   *
   * @return the public key
   */
  public TrustedKey trusted() {
    return trusted;
  }

  /**
   * The key pair as text, to be kept where secrets are kept.
   *
   * @return PEM: PKCS#8, then X.509
   */
  public String toPem() {
    return Pem.text(LABEL, key.getEncoded()) + trusted.toPem();
  }

  byte[] sign(byte[] digest) {
    try {
      Signature signer = Signature.getInstance(ALGORITHM);
      signer.initSign(key);
      signer.update(digest);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  static IllegalStateException missing(GeneralSecurityException e) {
    return new IllegalStateException("this Java platform has no " + ALGORITHM, e);
  }

  @Override
  public String toString() {
    return "SigningKey[" + trusted.id() + "]";
  }
}
