package org.hashmatch.hash.decode;

import java.util.Optional;
import org.hashmatch.hash.UnscreenableException;

/**
 * How brightness and two differences of colour stand for red, green and blue.
 *
 * @param matrix the code of ITU-T H.273, 8.3: 1 is BT.709, 5 and 6 are BT.601, 9 is BT.2020, 2 is
 *     unknown
 * @param fullRange whether black is 0 and white the highest number, not 16 and 235 of 255
 */
public record YuvColours(int matrix, boolean fullRange) {

  /** A picture may have two colr boxes, one of them an ICC profile, which is not applied. */
  static Optional<YuvColours> of(HeifItem item) throws UnscreenableException {
    for (HeifItem.Property property : item.properties()) {
      ByteCursor box = property.box().body();
      if (property.box().is("colr") && box.accept("nclx")) {
        box.skip(2 * Short.BYTES);
        return Optional.of(new YuvColours(box.u16(), box.u8() >= 0x80));
      }
    }
    return Optional.empty();
  }
}
