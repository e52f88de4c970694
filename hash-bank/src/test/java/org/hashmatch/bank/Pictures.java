package org.hashmatch.bank;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.Quality;

/** Pictures of random rectangles, and random hashes, for tests that need many. */
public final class Pictures {

  private Pictures() {}

  /** No two seeds are alike. */
  public static BufferedImage blocks(long seed, int width, int height) {
    Random random = new Random(seed);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    for (int i = 0; i < 200; i++) {
      int size = 1 + random.nextInt(1 + width / (1 + i / 20));
      int left = random.nextInt(width);
      int top = random.nextInt(height);
      int colour = random.nextInt();
      for (int y = top; y < Math.min(height, top + size); y++) {
        for (int x = left; x < Math.min(width, left + size); x++) {
          image.setRGB(x, y, colour);
        }
      }
    }
    return image;
  }

  public static BufferedImage mirrored(BufferedImage image) {
    BufferedImage mirrored =
        new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        mirrored.setRGB(image.getWidth() - 1 - x, y, image.getRGB(x, y));
      }
    }
    return mirrored;
  }

  /** The same colours, as opaque as is said for each place: 0..255. */
  public static BufferedImage withAlpha(BufferedImage image, IntBinaryOperator alpha) {
    BufferedImage transparent =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int opacity = alpha.applyAsInt(x, y) << 24;
        transparent.setRGB(x, y, opacity | (image.getRGB(x, y) & 0xffffff));
      }
    }
    return transparent;
  }

  /** Opaque where the picture is dark, so that dark ink over white paper shows the picture. */
  public static IntBinaryOperator luminanceOf(BufferedImage image) {
    return (x, y) -> {
      int rgb = image.getRGB(x, y);
      int luma = (299 * (rgb >> 16 & 0xff) + 587 * (rgb >> 8 & 0xff) + 114 * (rgb & 0xff)) / 1000;
      return 255 - luma;
    };
  }

  public static byte[] file(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  public static ImageHash randomHash(Random random) {
    return ImageHash.of(
        HashAlgorithm.PDQ,
        random.nextLong(),
        random.nextLong(),
        random.nextLong(),
        random.nextLong());
  }

  public static ImageHash flipped(ImageHash hash, int bits) {
    long[] words = {hash.word(0), hash.word(1), hash.word(2), hash.word(3)};
    for (int bit = 0; bit < bits; bit++) {
      words[bit / 64] ^= 1L << bit;
    }
    return ImageHash.of(hash.algorithm(), words);
  }

  public static BankEntry entry(String id, ImageHash hash) {
    return BankEntry.of(id, hash, Quality.FULL);
  }
}
