package org.hashmatch.javacv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeLibraryExceptionTest {

  /** As the systems say it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/lib64/libc.so.6: version `GLIBC_2.35' not found (required by libopencv_imgproc.so) | take a newer system",
        "Error loading shared library ld-linux-x86-64.so.2: No such file or directory | not musl",
        "Could not create the cache: Set the org.bytedeco.javacpp.cachedir | may be written",
        "libopenblas.so.0: failed to map segment from shared object | noexec",
        "no jniopenblas_nolapack in java.library.path | artifacts with this system's classifier"
      })
  void message_cause_saysWhatCanBeDone(String cause, String advice) {
    Throwable wrapped =
        new UnsatisfiedLinkError("no jniopencv_core").initCause(new IllegalStateException(cause));

    assertThat(new NativeLibraryException(wrapped))
        .hasMessageStartingWith("OpenCV's native libraries cannot be loaded on ")
        .hasMessageContaining(advice)
        .hasMessageEndingWith(", or use the Java decoder.");
  }

  @Test
  void message_ofManyLines_isOne() {
    assertThat(new NativeLibraryException(new UnsatisfiedLinkError("one\ntwo")).getMessage())
        .hasLineCount(1)
        .contains("(one)");
    assertThat(NativeLibraryException.ofFfmpeg(new NoClassDefFoundError()).getMessage())
        .startsWith("FFmpeg's native libraries")
        .contains("(null)");
  }
}
