package org.hashmatch.hash.decode;

import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.image.PixelImage;

/**
 * Turns a guarded picture file into pixels.
 *
 * <p>What every implementation does: the pixels are those stored, with no orientation applied and
 * no colour management; alpha is ignored and the colours below it are kept; grey stays grey; of
 * several frames or pages, the first. Nothing of one picture is ever seen in the next. Safe for any
 * number of threads.
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
   * @return its pixels
   * @throws UnscreenableException if the format is not supported by this decoder, or the content is
   *     damaged
   */
  PixelImage decode(EncodedImage image) throws UnscreenableException;

  /**
   * Decodes a picture, in less detail where that saves time: a JPEG may be reduced by 2, 4 or 8 in
   * the frequency domain. A decoder that cannot gives all pixels.
   *
   * @param image what the guard let through
   * @param sufficientSide the smaller side is not reduced below this
   * @return its pixels, which say by how much they were {@linkplain PixelImage#reduction() reduced}
   * @throws UnscreenableException as {@link #decode(EncodedImage)}
   */
  default PixelImage decode(EncodedImage image, int sufficientSide) throws UnscreenableException {
    return decode(image);
  }
}
