package org.hashmatch.hash.image;

import org.hashmatch.testdata.ConformanceKit;
import org.hashmatch.testdata.PlainPicture;

/** The conformance kit's pictures as hashers take them. */
public final class KitImage {

  private KitImage() {}

  public static PixelImage of(String file) {
    PlainPicture picture = ConformanceKit.picture(file);
    int width = picture.width();
    int height = picture.height();
    return picture.channels() == 1
        ? PixelImage.grey(width, height, width, picture.samples())
        : PixelImage.interleaved(
            width, height, new ByteLayout(3, 3 * width, 0, 1, 2), picture.samples());
  }
}
