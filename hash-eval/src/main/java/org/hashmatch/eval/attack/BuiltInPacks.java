package org.hashmatch.eval.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The packs that lie beside this class. */
final class BuiltInPacks {

  static final List<String> NAMES = List.of("core", "messenger", "local", "capture", "combo");

  private BuiltInPacks() {}

  static AttackPack of(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException("pack must be one of " + NAMES + " (got " + name + ")");
    }
    return AttackPack.parse(text(name + ".attacks"));
  }

  private static String text(String file) {
    try (InputStream in = BuiltInPacks.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new FileNotFoundException("no pack " + file);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
