package org.hashmatch.hash.decode;

import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.image.PixelImage;

/**
 * The frames of an animated GIF, PNG or WebP, composed as viewers show them: where each lies, what
 * is seen through it, and what becomes of it before the next, as GIF89a, the PNG specification
 * (third edition) and the WebP container specification (RFC 9649) say.
 *
 * <p>Not all are looked at: the first, the last, and others evenly between them. What a frame shows
 * depends on all before it, so all are decoded, as long as that stays within {@link
 * GuardLimits#maxFramePixels}.
 */
public final class Animation {

  /*
   * A frame costs its pixels, and something for the call of a decoder however small it is: that of 4096 pixels, about 30
   * microseconds. A file of a million frames of one pixel is possible.
   *
   * If all frames together cost too much, only those that are looked at are decoded, each drawn on what those before it
   * left. Where one of them does not cover the canvas, or is transparent somewhere, something else is seen there than
   * viewers show: then the answer is PARTIAL. It is too if the canvas is so large that fewer frames can be looked at than
   * the limits ask for.
   */

  private static final int FRAME_COST = 4096;

  private final EncodedImage image;
  private final FrameDecoder decoder;
  private final Sink sink;
  private final int[] chosen;
  private final Canvas canvas;
  private final boolean composed;
  private long pixelsLeft;
  private Completeness completeness;

  /** Takes the frames that are looked at. */
  @FunctionalInterface
  public interface Sink {

    /**
     * Takes one frame.
     *
     * @param frame its number in the file, 0 for the first; ascending
     * @param canvas what viewers show when it is drawn: the whole canvas, transparent black where
     *     nothing was drawn; to be used during the call only
     * @throws UnscreenableException ends the decoding, and comes out of it
     */
    void accept(int frame, PixelImage canvas) throws UnscreenableException;
  }

  private Animation(EncodedImage image, ImageDecoder decoder, GuardLimits limits, Sink sink)
      throws UnscreenableException {
    this.image = image;
    this.sink = sink;
    this.decoder = new FrameDecoder(new ImageGuard(limits), decoder);
    int wanted = Math.min(image.frames(), limits.maxFrames());
    long pixels = (long) image.width() * image.height();
    long affordable = limits.maxFramePixels() / pixels;
    chosen = chosen(image.frames(), (int) Math.min(wanted, Math.max(1, affordable)));
    completeness = affordable < wanted ? Completeness.PARTIAL : Completeness.COMPLETE;
    canvas = new Canvas(image.width(), image.height());
    composed = costsAtMost(limits.maxFramePixels());
    // The last frame is looked at in any case.
    pixelsLeft = Math.max(pixels, limits.maxFramePixels());
  }

  /**
   * Decodes an animation and shows some frames of it: the first, the last, and others evenly
   * between, at most {@link GuardLimits#maxFrames} in all. The first is not shown again, because
   * {@link ImageDecoder#decode(EncodedImage)} gave it.
   *
   * <p>A frame that cannot be decoded is left out, and the canvas stays as it was. Cost: as said of
   * {@link GuardLimits#maxFramePixels}; an int for each pixel of the canvas, and no more than twice
   * that.
   *
   * @param image what the guard let through; if it does not move, nothing is done
   * @param decoder what decodes the frames of PNG and WebP; those of GIF need none
   * @param limits the most that is decoded; each frame must pass them by itself as well
   * @param sink takes the frames
   * @return {@link Completeness#PARTIAL} if a frame was damaged, or is not what viewers show
   *     because decoding all of them was too much; else {@link Completeness#COMPLETE}
   * @throws UnscreenableException what the sink throws
   */
  public static Completeness decode(
      EncodedImage image, ImageDecoder decoder, GuardLimits limits, Sink sink)
      throws UnscreenableException {
    return image.frames() == 1
        ? Completeness.COMPLETE
        : new Animation(image, decoder, limits, sink).decode();
  }

  /** Numbers from 0 to {@code frames - 1}, both of them among them if there is more than one. */
  static int[] chosen(int frames, int count) {
    int[] chosen = new int[count];
    chosen[count - 1] = frames - 1;
    for (int i = 0; i < count - 1; i++) {
      chosen[i] = (int) ((long) i * (frames - 1) / (count - 1));
    }
    return chosen;
  }

  private FrameSource frames() throws UnscreenableException {
    return switch (image.format()) {
      case GIF -> new GifFrames(image.bytes());
      case PNG -> new ApngFrames(image.bytes(), decoder);
      case WEBP -> new WebpFrames(image.bytes(), decoder);
      default -> throw new IllegalArgumentException(image.format() + " does not move");
    };
  }

  private boolean costsAtMost(long limit) throws UnscreenableException {
    long cost = 0;
    FrameSource frames = frames();
    while (cost <= limit && frames.next()) {
      cost += FRAME_COST + frames.frame().area();
    }
    return cost <= limit;
  }

  private Completeness decode() throws UnscreenableException {
    FrameSource frames = frames();
    int looked = 0;
    for (int frame = 0; frames.next(); frame++) {
      boolean isChosen = looked < chosen.length && chosen[looked] == frame;
      looked += isChosen ? 1 : 0;
      if ((composed || isChosen) && draw(frames) && isChosen && frame > 0) {
        show(frame);
      }
    }
    return looked < chosen.length ? Completeness.PARTIAL : completeness;
  }

  /** Draws a frame, unless it is too large or damaged; says whether anything of it was drawn. */
  private boolean draw(FrameSource frames) {
    long area = frames.frame().area();
    if (area == 0 || area > pixelsLeft) {
      completeness = Completeness.PARTIAL;
      return false;
    }
    pixelsLeft -= area;
    try {
      completeness = completeness.and(frames.draw(canvas));
      return true;
    } catch (UnscreenableException e) {
      completeness = Completeness.PARTIAL;
      return false;
    }
  }

  private void show(int frame) throws UnscreenableException {
    if (!composed && canvas.isSeenThrough()) {
      completeness = Completeness.PARTIAL;
    }
    sink.accept(frame, canvas.pixels());
  }
}
