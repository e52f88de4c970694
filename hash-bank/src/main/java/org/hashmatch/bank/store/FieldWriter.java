package org.hashmatch.bank.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/** Fields one after the other: numbers big-endian, texts and bytes after their length. */
final class FieldWriter {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
  private final DataOutputStream out = new DataOutputStream(bytes);

  /** Writes one of the things that are repeated. */
  @FunctionalInterface
  interface Each<T> {
    void write(T thing);
  }

  FieldWriter small(int number) {
    return run(() -> out.writeByte(number));
  }

  FieldWriter number(long number) {
    return run(() -> out.writeLong(number));
  }

  FieldWriter text(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** At most 65,535 bytes. */
  FieldWriter bytes(byte[] some) {
    return run(
        () -> {
          out.writeShort(some.length);
          out.write(some);
        });
  }

  /** Any number of bytes, after their length in four. */
  FieldWriter manyBytes(byte[] many) {
    return run(
        () -> {
          out.writeInt(many.length);
          out.write(many);
        });
  }

  int size() {
    return bytes.size();
  }

  <E extends Enum<E>> FieldWriter constant(E constant) {
    return small(Arrays.asList(constant.getDeclaringClass().getEnumConstants()).indexOf(constant));
  }

  <T> FieldWriter list(Collection<T> things, Each<T> each) {
    run(() -> out.writeShort(things.size()));
    things.forEach(each::write);
    return this;
  }

  private interface Step {
    void run() throws IOException;
  }

  private FieldWriter run(Step step) {
    try {
      step.run();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }
}
