package org.hashmatch.cli;

import org.jspecify.annotations.Nullable;

/** What picocli fills in after construction, and so the compiler must take for absent. */
final class Parameters {

  private Parameters() {}

  static <T> T required(@Nullable T parameter) {
    if (parameter == null) {
      throw new IllegalStateException("a required parameter was not filled in");
    }
    return parameter;
  }
}
