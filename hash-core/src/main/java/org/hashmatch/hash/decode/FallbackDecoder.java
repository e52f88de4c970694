package org.hashmatch.hash.decode;

import static org.hashmatch.hash.UnscreenableReason.DAMAGED;
import static org.hashmatch.hash.UnscreenableReason.UNSUPPORTED_FORMAT;

import java.util.Arrays;
import org.hashmatch.hash.UnscreenableException;

/**
 * Two decoders: what the first refuses, the second tries, so that slight damage hides nothing. A
 * JPEG that both refuse goes to the first again with an end marker appended.
 *
 * <p>Safe for any number of threads if both are. Cost: that of the first, for what it decodes.
 */
public final class FallbackDecoder implements ImageDecoder {

  /** A side longer than any: nothing is reduced. */
  private static final int ALL_PIXELS = Integer.MAX_VALUE;

  private static final byte[] END_OF_IMAGE = {(byte) 0xff, (byte) 0xd9};

  private final ImageDecoder first;
  private final ImageDecoder second;

  /**
   * Puts the two together.
   *
   * @param first decodes what it can
   * @param second tries what the first finds damaged or does not support
   */
  public FallbackDecoder(ImageDecoder first, ImageDecoder second) {
    this.first = first;
    this.second = second;
  }

  @Override
  public String name() {
    return first.name() + "+" + second.name();
  }

  @Override
  public DecodedImage decode(EncodedImage image) throws UnscreenableException {
    return decode(image, ALL_PIXELS);
  }

  @Override
  public DecodedImage decode(EncodedImage image, int sufficientSide) throws UnscreenableException {
    try {
      return first.decode(image, sufficientSide);
    } catch (UnscreenableException refusal) {
      if (refusal.reason() != DAMAGED && refusal.reason() != UNSUPPORTED_FORMAT) {
        throw refusal;
      }
      return secondChance(image, sufficientSide, refusal);
    }
  }

  private DecodedImage secondChance(
      EncodedImage image, int sufficientSide, UnscreenableException refusal)
      throws UnscreenableException {
    try {
      return second.decode(image, sufficientSide);
    } catch (UnscreenableException e) {
      return thirdChance(image, sufficientSide, refusal);
    }
  }

  /** What the first refusal was is said in the end: it comes from the better decoder. */
  private DecodedImage thirdChance(
      EncodedImage image, int sufficientSide, UnscreenableException refusal)
      throws UnscreenableException {
    if (image.format() != ImageFormat.JPEG) {
      throw refusal;
    }
    try {
      return first
          .decode(image.mended(ended(image.stillBytes())), sufficientSide)
          .withCompleteness(Completeness.PARTIAL);
    } catch (UnscreenableException e) {
      throw refusal;
    }
  }

  private static byte[] ended(byte[] file) {
    byte[] ended = Arrays.copyOf(file, file.length + END_OF_IMAGE.length);
    System.arraycopy(END_OF_IMAGE, 0, ended, file.length, END_OF_IMAGE.length);
    return ended;
  }
}
