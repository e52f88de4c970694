package org.hashmatch.benchmarks;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.hashmatch.hash.image.PixelImage;
import org.hashmatch.testdata.scene.Scene;
import org.hashmatch.testdata.scene.SceneKind;

/** One benign picture of a given size, in the layouts in which decoders leave pixels. */
@SuppressWarnings("ArrayRecordComponent") // measured, never compared
record DrawnPicture(int width, int height, int[] argb) {

  private static final float JPEG_QUALITY = 0.9f;

  /** What stands in a field until a picture is drawn. */
  static final DrawnPicture BLACK_PIXEL = new DrawnPicture(1, 1, new int[1]);

  /** Draws a valley, always the same; the size is for example {@code 1024x768}. */
  static DrawnPicture of(String size) {
    String[] sides = size.split("x", 2);
    int width = Integer.parseInt(sides[0]);
    int height = Integer.parseInt(sides[1]);
    return new DrawnPicture(width, height, Scene.of(SceneKind.VALLEY, 1).draw(width, height));
  }

  PixelImage packed() {
    return PixelImage.argb(width, height, argb);
  }

  PixelImage bgr() {
    return PixelImage.bgr(width, height, 3 * width, bgrSamples());
  }

  byte[] bgrSamples() {
    byte[] samples = new byte[3 * argb.length];
    for (int i = 0; i < argb.length; i++) {
      for (int band = 0; band < 3; band++) {
        samples[3 * i + band] = (byte) (argb[i] >> (8 * band));
      }
    }
    return samples;
  }

  /** Its green, which is close enough to its brightness. */
  PixelImage grey() {
    byte[] samples = new byte[argb.length];
    for (int i = 0; i < argb.length; i++) {
      samples[i] = (byte) (argb[i] >> 8);
    }
    return PixelImage.grey(width, height, width, samples);
  }

  BufferedImage buffered() {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    image.setRGB(0, 0, width, height, argb, 0, width);
    return image;
  }

  /** As a camera saves it, at quality 90. */
  byte[] jpeg() throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam settings = writer.getDefaultWriteParam();
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    settings.setCompressionQuality(JPEG_QUALITY);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (var output = new MemoryCacheImageOutputStream(file)) {
      writer.setOutput(output);
      writer.write(null, new IIOImage(buffered(), null, null), settings);
    } finally {
      writer.dispose();
    }
    return file.toByteArray();
  }
}
