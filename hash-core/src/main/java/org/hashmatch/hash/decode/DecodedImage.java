package org.hashmatch.hash.decode;

import org.hashmatch.hash.image.PixelImage;

/**
 * The pixels of a picture file, until they are closed: a native decoder lends its own memory
 * instead of copying it.
 *
 * <p>Not for several threads at once, unless the last of them closes it.
 */
public final class DecodedImage implements AutoCloseable {

  private final PixelImage pixels;
  private final Completeness completeness;
  private final Runnable release;
  private boolean closed;

  private DecodedImage(PixelImage pixels, Completeness completeness, Runnable release) {
    this.pixels = pixels;
    this.completeness = completeness;
    this.release = release;
  }

  /**
   * A complete picture in the Java heap.
   *
   * @param pixels its pixels
   * @return a decoded picture that needs no closing
   */
  public static DecodedImage of(PixelImage pixels) {
    return of(pixels, Completeness.COMPLETE);
  }

  /**
   * A picture in the Java heap.
   *
   * @param pixels its pixels
   * @param completeness how much of it there is
   * @return a decoded picture that needs no closing
   */
  public static DecodedImage of(PixelImage pixels, Completeness completeness) {
    return new DecodedImage(pixels, completeness, () -> {});
  }

  /**
   * A complete picture in borrowed memory.
   *
   * @param pixels its pixels
   * @param release frees the memory; run once, when the picture is closed
   * @return a decoded picture, to be closed
   */
  public static DecodedImage lent(PixelImage pixels, Runnable release) {
    return new DecodedImage(pixels, Completeness.COMPLETE, release);
  }

  /**
   * The same picture, known to be less complete.
   *
   * @param found how much of it there is, as another found
   * @return the picture, to be closed in this one's stead
   */
  DecodedImage withCompleteness(Completeness found) {
    return new DecodedImage(pixels, completeness.and(found), release);
  }

  /**
   * The pixels.
   *
   * @return a view that must not be used once this is closed
   * @throws IllegalStateException if this is closed
   */
  public PixelImage pixels() {
    if (closed) {
      throw new IllegalStateException("the picture is closed");
    }
    return pixels;
  }

  /**
   * How much of the picture there is.
   *
   * @return complete, repaired or partial
   */
  public Completeness completeness() {
    return completeness;
  }

  /** Gives the memory back. A second time does nothing. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      release.run();
    }
  }
}
