package org.hashmatch.hash.view;

import java.util.ArrayList;
import java.util.List;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.HashedImage;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.UnscreenableReason;
import org.hashmatch.hash.algorithm.ImageHasher;
import org.hashmatch.hash.algorithm.PdqHasher;
import org.hashmatch.hash.decode.Animation;
import org.hashmatch.hash.decode.Completeness;
import org.hashmatch.hash.decode.DecodedImage;
import org.hashmatch.hash.decode.EncodedImage;
import org.hashmatch.hash.decode.ImageDecoder;
import org.hashmatch.hash.decode.ImageGuard;
import org.hashmatch.hash.image.PixelImage;

/**
 * Guard, decoder, hasher, one after the other in this process. Nothing stops a decoder that takes
 * too long or breaks: uploads of strangers belong at arm's length.
 */
public final class InProcessHasher implements PictureHasher {

  private final ImageGuard guard;
  private final ImageDecoder decoder;
  private final ImageHasher hasher;
  private final int sufficientSide;

  /**
   * Puts the three together.
   *
   * @param guard what stands before the decoder
   * @param decoder bytes to pixels
   * @param hasher pixels to bits
   */
  public InProcessHasher(ImageGuard guard, ImageDecoder decoder, ImageHasher hasher) {
    this(guard, decoder, hasher, hasher.sufficientSide());
  }

  private InProcessHasher(
      ImageGuard guard, ImageDecoder decoder, ImageHasher hasher, int sufficientSide) {
    this.guard = guard;
    this.decoder = decoder;
    this.hasher = hasher;
    this.sufficientSide = sufficientSide;
  }

  /**
   * PDQ of all pixels, behind the default guard.
   *
   * @param decoder bytes to pixels
   * @return the hasher
   */
  public static InProcessHasher pdq(ImageDecoder decoder) {
    return new InProcessHasher(ImageGuard.withDefaults(), decoder, PdqHasher.full());
  }

  /**
   * The same, but {@link #hashToMatch} looks at all pixels too.
   *
   * @return a hasher that never lets the decoder reduce a picture
   */
  public InProcessHasher withAllPixels() {
    return new InProcessHasher(guard, decoder, hasher, ImageHasher.ALL_PIXELS);
  }

  @Override
  public HashAlgorithm algorithm() {
    return hasher.algorithm();
  }

  @Override
  public HashedPicture hash(byte[] file) throws UnscreenableException {
    EncodedImage image = guard.admit(file);
    return withinMemory(
        () -> {
          try (DecodedImage decoded = decoder.decode(image)) {
            HashedImage stored = hasher.hash(decoded.pixels());
            return new HashedPicture(
                List.of(new HashedView(View.STORED, stored)), decoded.completeness());
          }
        });
  }

  @Override
  public HashedPicture hashToMatch(byte[] file) throws UnscreenableException {
    EncodedImage image = guard.admit(file);
    return withinMemory(() -> hashViews(image));
  }

  private HashedPicture hashViews(EncodedImage image) throws UnscreenableException {
    List<HashedView> views = new ArrayList<>();
    Completeness completeness = hashStill(image, views);
    return new HashedPicture(views, completeness.and(hashFrames(image, views)));
  }

  private Completeness hashStill(EncodedImage image, List<HashedView> views)
      throws UnscreenableException {
    try (DecodedImage decoded = decoder.decode(image, sufficientSide)) {
      add(View.STORED, decoded.pixels(), image.isTransparent(), views);
      return decoded.completeness();
    }
  }

  /** Frames without transparency may leave some of the canvas free. */
  private Completeness hashFrames(EncodedImage image, List<HashedView> views)
      throws UnscreenableException {
    return Animation.decode(
        image,
        decoder,
        guard.limits(),
        (frame, canvas) -> add(new View(frame, View.Background.STORED), canvas, true, views));
  }

  private void add(View view, PixelImage pixels, boolean transparent, List<HashedView> views) {
    views.add(new HashedView(view, hasher.hashToMatch(pixels)));
    PixelImage white = transparent ? pixels.overWhite() : pixels;
    if (white != pixels) {
      views.add(new HashedView(view.on(View.Background.WHITE), hasher.hashToMatch(white)));
    }
  }

  /** One way to a hashed picture. */
  @FunctionalInterface
  private interface Hashing {
    HashedPicture run() throws UnscreenableException;
  }

  /** What an upload asks for is the upload's to blame for: the error ends the picture, no more. */
  private static HashedPicture withinMemory(Hashing hashing) throws UnscreenableException {
    try {
      return hashing.run();
    } catch (OutOfMemoryError e) {
      throw new UnscreenableException(
          UnscreenableReason.OUT_OF_MEMORY, "decoding or hashing needs too much memory", e);
    }
  }
}
