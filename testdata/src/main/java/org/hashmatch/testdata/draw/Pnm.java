package org.hashmatch.testdata.draw;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;

/** Netpbm's binary formats: a line of text with the size, then the samples and nothing else. */
final class Pnm {

  private Pnm() {}

  /** P5: a byte a pixel, its red (all colours are the same in a grey picture). */
  static Encoding grey() {
    return picture -> encode("P5", picture, 1);
  }

  /** P6: red, green and blue of each pixel. */
  static Encoding colour() {
    return picture -> encode("P6", picture, 3);
  }

  private static byte[] encode(String magic, Picture picture, int channels) {
    String header = magic + "\n" + picture.width() + " " + picture.height() + "\n255\n";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(header.getBytes(US_ASCII));
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        for (int channel = 0; channel < channels; channel++) {
          out.write(picture.channel(x, y, channel));
        }
      }
    }
    return out.toByteArray();
  }
}
