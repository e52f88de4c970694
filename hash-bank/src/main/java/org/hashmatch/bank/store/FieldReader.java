package org.hashmatch.bank.store;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads what {@link FieldWriter} wrote; anything else is an {@code IllegalArgumentException}. */
final class FieldReader {

  private static final int FIRST_ROOM = 64;

  private final ByteBuffer in;

  private FieldReader(byte[] bytes) {
    this.in = ByteBuffer.wrap(bytes);
  }

  /** Reads fields to their very end. */
  static <T> T read(byte[] bytes, Function<FieldReader, T> fields) {
    FieldReader reader = new FieldReader(bytes);
    try {
      T read = fields.apply(reader);
      if (reader.in.hasRemaining()) {
        throw new IllegalArgumentException("something follows the last field");
      }
      return read;
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("a field is cut", e);
    }
  }

  int small() {
    return in.get() & 0xff;
  }

  long number() {
    return in.getLong();
  }

  String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  byte[] bytes() {
    byte[] some = new byte[count()];
    in.get(some);
    return some;
  }

  byte[] manyBytes() {
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new IllegalArgumentException("a field is cut");
    }
    byte[] many = new byte[length];
    in.get(many);
    return many;
  }

  boolean hasMore() {
    return in.hasRemaining();
  }

  private int count() {
    return in.getShort() & 0xffff;
  }

  <E extends Enum<E>> E constant(Class<E> type) {
    int code = small();
    E[] constants = type.getEnumConstants();
    if (code >= constants.length) {
      throw new IllegalArgumentException("a field has a value that is not known: " + code);
    }
    return constants[code];
  }

  <T> List<T> list(Supplier<T> each) {
    int count = count();
    List<T> things = new ArrayList<>(Math.min(count, FIRST_ROOM));
    for (int i = 0; i < count; i++) {
      things.add(each.get());
    }
    return things;
  }
}
