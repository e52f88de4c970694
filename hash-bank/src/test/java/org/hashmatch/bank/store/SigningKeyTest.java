package org.hashmatch.bank.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPairGenerator;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SigningKeyTest {

  private static final byte[] DIGEST = {1, 2, 3};

  @Test
  void parse_whatItWrote_signsForTheSamePublicKey() {
    SigningKey key = SigningKey.generate();

    SigningKey read = SigningKey.parse("A comment.\n" + key.toPem().replace("\n", "\r\n"));
    TrustedKey trusted = TrustedKey.parse(key.trusted().toPem());

    assertThat(trusted).isEqualTo(key.trusted()).hasSameHashCodeAs(key.trusted());
    assertThat(trusted.hasSigned(DIGEST, read.sign(DIGEST))).isTrue();
    assertThat(SigningKey.generate().trusted().hasSigned(DIGEST, read.sign(DIGEST))).isFalse();
    assertThat(trusted.id()).matches("[0-9a-f]{32}").isEqualTo(key.trusted().id());
    assertThat(key.toString()).isEqualTo("SigningKey[" + trusted.id() + "]");
    assertThat(trusted.toString()).isEqualTo("TrustedKey[" + trusted.id() + "]");
  }

  /** Test vector 3 of RFC 8032, section 7.1, as openssl writes its public key. */
  @Test
  void hasSigned_vectorOfTheStandard_isTrue() {
    TrustedKey key =
        TrustedKey.parse(
            """
            -----BEGIN PUBLIC KEY-----
            MCowBQYDK2VwAyEA/FHNjmIYoaONpH7QAjDwWAgW7RO6MwOsXeuRFUiQgCU=
            -----END PUBLIC KEY-----
            """);
    byte[] signature =
        HexFormat.of()
            .parseHex(
                "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                    + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a");

    assertThat(key.hasSigned(new byte[] {(byte) 0xaf, (byte) 0x82}, signature)).isTrue();
    assertThat(key.hasSigned(new byte[] {(byte) 0xaf, (byte) 0x83}, signature)).isFalse();
  }

  @Test
  void parse_whatIsNoKeyPair_isRefusedWithoutQuotingIt() throws Exception {
    SigningKey key = SigningKey.generate();
    String mixed = key.toPem().replaceAll("(?s)-----BEGIN PUBLIC.*", "");
    String others = SigningKey.generate().trusted().toPem();
    refused(mixed, "there must be a PUBLIC KEY in PEM text (got none)");
    refused(others, "there must be a PRIVATE KEY in PEM text (got none)");
    refused(mixed + others, "private and public key do not belong together");
    refused(key.toPem() + others, "there must be one PUBLIC KEY in PEM text (got more)");
    refused(
        key.toPem().replaceFirst("PRIVATE KEY-----\n....", "PRIVATE KEY-----\n"),
        "a signer's private key must be of Ed25519");
    refused(
        key.toPem().replaceFirst("PRIVATE KEY-----\n...", "PRIVATE KEY-----\n"),
        "the PRIVATE KEY must be base64");
    assertThatThrownBy(
            () ->
                TrustedKey.of(KeyPairGenerator.getInstance("Ed448").generateKeyPair().getPublic()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a signer's public key must be of Ed25519");
  }

  private static void refused(String pem, String problem) {
    assertThatThrownBy(() -> SigningKey.parse(pem))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(problem)
        .hasNoCause();
  }
}
