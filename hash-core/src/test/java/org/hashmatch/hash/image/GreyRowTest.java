package org.hashmatch.hash.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GreyRowTest {

  @Test
  void read_everyGrey_isItself() {
    byte[] samples = new byte[256];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) i;
    }
    int[] grey = new int[256];
    GreyRow.read(PixelImage.grey(256, 1, 256, samples), 0, grey);

    for (int i = 0; i < grey.length; i++) {
      assertThat(grey[i]).isEqualTo(i);
    }
  }

  /** What Pillow gives; 76.245, 149.685 and 29.07 for the pure colours. */
  @Test
  void read_colours_areRoundedNotCut() {
    int[] argb = {0xffff0000, 0x00ff00, 0x0000ff, 0xffffff, 0x123456, 0xaafedcba};
    int[] grey = new int[argb.length + 1];
    GreyRow.read(PixelImage.argb(2, 3, argb), 1, grey);
    assertThat(grey).startsWith(29, 255);
    GreyRow.read(PixelImage.argb(argb.length, 1, argb), 0, grey);
    assertThat(grey).containsExactly(76, 150, 29, 255, 46, 226, 0);
  }
}
