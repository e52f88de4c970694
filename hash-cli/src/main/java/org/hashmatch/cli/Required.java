package org.hashmatch.cli;

import org.jspecify.annotations.Nullable;

/** What picocli fills in after construction, and so the compiler must take for absent. */
final class Required {

  private Required() {}

  static <T> T of(@Nullable T parameter) {
    if (parameter == null) {
      throw new IllegalStateException("a required parameter was not filled in");
    }
    return parameter;
  }
}
