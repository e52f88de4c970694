package org.hashmatch.hash.image;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Four lanes a long: eight samples are read at once, whatever they mean, and those at even and at
 * odd places are added apart. Which sample is red is asked only when the lanes are emptied.
 */
final class ByteRowSums implements RowSums {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LANES =
      MethodHandles.byteArrayViewVarHandle(char[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long EVEN = 0x00ff_00ff_00ff_00ffL;

  private static final byte[] NONE = {};

  /** The lane of the sample at place i: at byte i of the even lanes, at byte i - 1 of the odd. */
  private byte[] even = {};

  private byte[] odd = {};
  private byte[] samples = NONE;
  private int base;

  /** Memory outside the heap, of which rows are copied one by one. */
  private @Nullable ByteBuffer buffer;

  private byte[] row = NONE;
  private int width;
  private ByteLayout layout = new ByteLayout(1, 1, 0, 0, 0);

  /** Begins with another picture. */
  RowSums of(InterleavedImage next) {
    ByteBuffer source = next.samples();
    if (source.hasArray()) {
      return of(source.array(), source.arrayOffset(), next.width(), next.layout());
    }
    of(NONE, 0, next.width(), next.layout());
    buffer = source;
    if (row.length < rowBytes()) {
      row = new byte[rowBytes()];
    }
    return this;
  }

  /** Begins with another picture. */
  RowSums of(GreyImage next) {
    return of(next.samples(), 0, next.width(), new ByteLayout(1, next.rowStride(), 0, 0, 0));
  }

  private RowSums of(byte[] nextSamples, int offset, int nextWidth, ByteLayout nextLayout) {
    samples = nextSamples;
    base = offset;
    width = nextWidth;
    layout = nextLayout;
    if (even.length < laneBytes()) {
      even = new byte[laneBytes()];
      odd = new byte[laneBytes()];
    }
    return this;
  }

  private int rowBytes() {
    return width * layout.pixelStride();
  }

  /** As many as the samples of a row, in whole longs. */
  private int laneBytes() {
    return (rowBytes() + Long.BYTES - 1) & -Long.BYTES;
  }

  @Override
  public int capacity() {
    return LANE_CAPACITY;
  }

  @Override
  public void add(int y, int weight) {
    int start = y * layout.rowStride();
    if (buffer == null) {
      add(samples, base + start, weight);
    } else {
      buffer.get(start, row, 0, rowBytes());
      add(row, 0, weight);
    }
  }

  private void add(byte[] from, int start, int weight) {
    int whole = rowBytes() & -Long.BYTES;
    addLongs(from, start, whole, weight, even, odd);
    int left = rowBytes() - whole;
    if (left > 0) {
      addLong(tail(from, start + whole, left), whole, weight, even, odd);
    }
  }

  private static void addLongs(
      byte[] samples, int start, int length, int weight, byte[] even, byte[] odd) {
    for (int i = 0; i < length; i += Long.BYTES) {
      addLong((long) LONGS.get(samples, start + i), i, weight, even, odd);
    }
  }

  private static void addLong(long eight, int at, int weight, byte[] even, byte[] odd) {
    LONGS.set(even, at, (long) LONGS.get(even, at) + (eight & EVEN) * weight);
    LONGS.set(odd, at, (long) LONGS.get(odd, at) + (eight >>> 8 & EVEN) * weight);
  }

  /** The last samples of a row, which may be the last of the array. */
  private static long tail(byte[] samples, int start, int length) {
    long tail = 0;
    for (int i = length - 1; i >= 0; i--) {
      tail = tail << 8 | (samples[start + i] & 0xff);
    }
    return tail;
  }

  @Override
  public void flush(long[] sums) {
    if (layout.pixelStride() == 1) {
      flushGrey(sums);
    } else {
      // Two pixels on, a sample's place is as even or odd as it was.
      flushEverySecond(0, sums);
      flushEverySecond(1, sums);
    }
    Arrays.fill(even, 0, laneBytes(), (byte) 0);
    Arrays.fill(odd, 0, laneBytes(), (byte) 0);
  }

  private void flushGrey(long[] sums) {
    for (int x = 0; x < width; x++) {
      sums[x] += (long) LUMA_UNIT * lane((x & 1) == 0 ? even : odd, x);
    }
  }

  private void flushEverySecond(int firstX, long[] sums) {
    int stride = layout.pixelStride();
    int red = firstX * stride + layout.red();
    int green = firstX * stride + layout.green();
    int blue = firstX * stride + layout.blue();
    byte[] reds = lanes(red);
    byte[] greens = lanes(green);
    byte[] blues = lanes(blue);
    for (int x = firstX, at = 0; x < width; x += 2, at += 2 * stride) {
      sums[x] +=
          RowSums.luma(lane(reds, red + at), lane(greens, green + at), lane(blues, blue + at));
    }
  }

  private byte[] lanes(int place) {
    return (place & 1) == 0 ? even : odd;
  }

  private static int lane(byte[] lanes, int place) {
    return (char) LANES.get(lanes, place & -2);
  }

  @Override
  public void forget() {
    samples = NONE;
    buffer = null;
    Arrays.fill(row, (byte) 0);
  }

  @Override
  public long bytes() {
    return 2L * even.length + row.length;
  }
}
