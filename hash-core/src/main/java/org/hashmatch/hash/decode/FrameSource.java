package org.hashmatch.hash.decode;

import org.hashmatch.hash.UnscreenableException;

/** The frames of a file one after the other: as many as {@link EncodedImage#frames()} counted. */
sealed interface FrameSource permits ApngFrames, GifFrames, WebpFrames {

  /** Goes to the next frame, or says that there is none. Reads no pixels. */
  boolean next();

  /** Where the frame lies. */
  Frame frame();

  /**
   * Decodes the frame and draws it; at most once for each frame.
   *
   * @return how much of it there was
   * @throws UnscreenableException if nothing of it could be decoded; then the canvas is as before
   */
  Completeness draw(Canvas canvas) throws UnscreenableException;
}
