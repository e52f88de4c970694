package org.hashmatch.bank.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankSettings;
import org.hashmatch.bank.Pictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever byte is wrong or missing: a snapshot says so, signed or not, sealed or not. */
class SnapshotFileCorruptionTest {

  private static final SigningKey SIGNER = SigningKey.generate();
  private static final BankKey KEY = BankKey.random();

  @TempDir private Path folder;
  private Path file;

  /** A way to open a snapshot. */
  private interface Opening {
    SnapshotFile open() throws IOException;
  }

  @BeforeEach
  void name() {
    file = folder.resolve("b.snapshot");
  }

  private byte[] signed(Optional<BankKey> key) throws IOException {
    try (Bank bank = bank()) {
      SnapshotFile.write(file, bank, SIGNER, key);
    }
    return Files.readAllBytes(file);
  }

  private Bank bank() throws IOException {
    Bank bank = SqliteBankFile.create(folder.resolve("b.bank"), BankSettings.pdq("b"));
    Random random = new Random(1);
    bank.add(Pictures.entry("kept", Pictures.randomHash(random)));
    bank.add(Pictures.entry("gone", Pictures.randomHash(random)));
    bank.remove("gone");
    return bank;
  }

  @Test
  void open_everyFlippedByteOfASignedOne_isRefused() throws Exception {
    checkFlips(
        signed(Optional.empty()),
        () -> SnapshotFile.open(file, List.of(SIGNER.trusted()), Optional.empty()));
  }

  @Test
  void open_everyFlippedByteOfASealedOne_isRefused() throws Exception {
    checkFlips(
        signed(Optional.of(KEY)),
        () -> SnapshotFile.open(file, List.of(SIGNER.trusted()), Optional.of(KEY)));
  }

  @Test
  void open_everyFlippedByteOfAnUnsignedOne_isRefused() throws Exception {
    try (Bank bank = bank()) {
      SnapshotFile.writeUnsigned(file, bank, Optional.empty());
    }
    checkFlips(Files.readAllBytes(file), () -> SnapshotFile.openUnsigned(file, Optional.empty()));
  }

  private void checkFlips(byte[] sound, Opening opening) throws IOException {
    assertThat(opening.open().held()).isEqualTo(1);
    for (int i = 0; i < sound.length; i++) {
      for (int mask : new int[] {1 << i % 8, 0xff}) {
        byte[] damaged = sound.clone();
        damaged[i] ^= (byte) mask;
        checkRefused(damaged, opening, "byte " + i);
      }
    }
  }

  private void checkRefused(byte[] damaged, Opening opening, String what) throws IOException {
    Files.write(file, damaged);
    assertThatThrownBy(opening::open)
        .as(what)
        .isInstanceOf(SnapshotException.class)
        .hasMessageStartingWith("snapshot " + file + ": ");
  }

  @Test
  void open_everyTruncationAndAnyByteMore_isRefused() throws Exception {
    byte[] sound = signed(Optional.empty());
    Opening opening = () -> SnapshotFile.open(file, List.of(SIGNER.trusted()), Optional.empty());
    for (int length = 0; length < sound.length; length++) {
      checkRefused(Arrays.copyOf(sound, length), opening, "length " + length);
    }
    checkRefused(Arrays.copyOf(sound, sound.length + 1), opening, "one byte more");
  }
}
