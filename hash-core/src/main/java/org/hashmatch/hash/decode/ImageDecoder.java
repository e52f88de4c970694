package org.hashmatch.hash.decode;

import org.hashmatch.hash.UnscreenableException;

/**
 * Turns a guarded picture file into pixels.
 *
 * <p>What every implementation does: the pixels are those stored, with no orientation applied and
 * no colour management; transparent pixels keep the colours below, and their alpha beside them; of
 * 16-bit samples the high byte; of several frames or pages, the first. Nothing of one picture is
 * ever seen in the next. Safe for any number of threads.
 */
public interface ImageDecoder {

  /**
   * The name by which reports say what decoded.
   *
   * @return a short lower-case name, the same at every call
   */
  String name();

  /**
   * Decodes a picture.
   *
   * @param image what the guard let through
   * @return its pixels, to be closed
   * @throws UnscreenableException if the format is not supported by this decoder, or the content is
   *     damaged
   */
  DecodedImage decode(EncodedImage image) throws UnscreenableException;

  /**
   * Decodes a picture, in less detail where that saves time: a JPEG may be reduced by 2, 4 or 8 in
   * the frequency domain. A decoder that cannot gives all pixels.
   *
   * @param image what the guard let through
   * @param sufficientSide the smaller side is not reduced below this
   * @return its pixels, to be closed; they say by how much they were {@linkplain
   *     org.hashmatch.hash.image.PixelImage#reduction() reduced}
   * @throws UnscreenableException as {@link #decode(EncodedImage)}
   */
  default DecodedImage decode(EncodedImage image, int sufficientSide) throws UnscreenableException {
    return decode(image);
  }
}
