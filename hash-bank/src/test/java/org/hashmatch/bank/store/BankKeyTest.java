package org.hashmatch.bank.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankSettings;
import org.hashmatch.bank.BankStoreException;
import org.hashmatch.bank.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A bank opens with its own key and no other, whether there is anything in it or not. */
class BankKeyTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(names = {"SQLITE_SEALED", "POSTGRES_SEALED"})
  void open_sealed_takesItsOwnKeyOnly(StoreKind kind) throws Exception {
    StoreKind.Place place = kind.place(folder);
    place.create(BankSettings.pdq("b")).close();
    refusesOtherKeys(place);
    try (Bank bank = place.open()) {
      bank.add(Pictures.entry("one", Pictures.randomHash(new Random(1))));
      bank.changeSettings(BankSettings.pdq("renamed"));
    }
    refusesOtherKeys(place);
    try (Bank bank = place.open()) {
      assertThat(bank.size()).isEqualTo(1);
      assertThat(bank.settings().name()).isEqualTo("renamed");
    }
  }

  private static void refusesOtherKeys(StoreKind.Place place) {
    assertRefused(place, Optional.empty(), "is sealed; its key is needed");
    assertRefused(
        place,
        Optional.of(BankKey.random()),
        "damaged (settings: sealed with another key, or changed since)");
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "POSTGRES"})
  void open_unsealedWithAKey_isRefused(StoreKind kind) throws Exception {
    StoreKind.Place place = kind.place(folder);
    place.create(BankSettings.pdq("b")).close();
    assertRefused(place, Optional.of(BankKey.random()), "is not sealed; a key was given");
  }

  private static void assertRefused(StoreKind.Place place, Optional<BankKey> key, String problem) {
    assertThatThrownBy(() -> place.open(key).close())
        .isInstanceOf(BankStoreException.class)
        .hasMessageStartingWith("bank ")
        .hasMessageEndingWith(": " + problem);
  }

  @Test
  void toString_showsNothing() {
    BankKey key = BankKey.random();
    assertThat(key).hasToString("BankKey[AES-256]");
    assertThat(BankKey.parse(" " + key.toBase64() + "\n").toBase64()).isEqualTo(key.toBase64());
  }

  @Test
  void key_ofAnotherLength_isRefused() {
    assertThatThrownBy(() -> BankKey.of(new byte[31]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a bank's key must have 32 bytes (got 31)");
    assertThatThrownBy(() -> BankKey.parse("not base64!"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a bank's key must be 32 bytes in base64");
  }
}
