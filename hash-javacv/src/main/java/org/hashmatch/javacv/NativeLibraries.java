package org.hashmatch.javacv;

import org.bytedeco.javacpp.Loader;

/** The one place where OpenCV's native libraries are loaded. */
final class NativeLibraries {

  private NativeLibraries() {}

  /**
   * Loads libraries that were not loaded before, with what they are linked against.
   *
   * @throws NativeLibraryException if one is absent for this system or cannot be loaded
   */
  static void load(Class<?>... libraries) {
    try {
      for (Class<?> library : libraries) {
        Loader.load(library);
      }
    } catch (LinkageError | RuntimeException e) {
      throw new NativeLibraryException(e);
    }
  }
}
