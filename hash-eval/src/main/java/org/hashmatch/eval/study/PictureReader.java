package org.hashmatch.eval.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hashmatch.eval.attack.Picture;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.UnscreenableReason;
import org.hashmatch.hash.decode.DecodedImage;
import org.hashmatch.hash.decode.ImageDecoder;
import org.hashmatch.hash.decode.ImageGuard;

/**
 * Reads picture files for a study: guarded and decoded as uploads are, all pixels.
 *
 * @param guard what looks at a file before it is decoded
 * @param decoder what decodes it
 */
public record PictureReader(ImageGuard guard, ImageDecoder decoder) {

  /**
   * A file that was read.
   *
   * @param sha256 of its bytes, in lower-case hexadecimal
   * @param picture its pixels
   */
  public record Read(String sha256, Picture picture) {}

  /**
   * Reads a file.
   *
   * @param file the file
   * @return its pixels and its digest
   * @throws IOException if it cannot be read
   * @throws UnscreenableException if it is no picture that can be looked at
   */
  public Read read(Path file) throws IOException, UnscreenableException {
    long size = Files.size(file);
    if (size > guard.limits().maxBytes()) {
      throw new UnscreenableException(
          UnscreenableReason.TOO_LARGE, size + " bytes (limit " + guard.limits().maxBytes() + ")");
    }
    byte[] bytes = Files.readAllBytes(file);
    return new Read(Sha256.of(bytes), decode(bytes));
  }

  /**
   * Decodes a file.
   *
   * @param file its bytes
   * @return its pixels
   * @throws UnscreenableException if it is no picture that can be looked at
   */
  public Picture decode(byte[] file) throws UnscreenableException {
    try (DecodedImage decoded = decoder.decode(guard.admit(file))) {
      return Picture.of(decoded.pixels());
    }
  }
}
