package org.hashmatch.hash.decode;

import static org.hashmatch.hash.UnscreenableReason.DAMAGED;
import static org.hashmatch.hash.UnscreenableReason.UNSUPPORTED_FORMAT;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.image.PixelImage;

/**
 * The pure-Java decoder: the JDK's own readers, and any others on the class path. With the JDK
 * alone: JPEG (not CMYK), PNG, GIF, BMP and TIFF; no WebP.
 *
 * <p>Samples are read from the raster. {@code BufferedImage.getRGB} is avoided, because for grey
 * pictures it applies a gamma that moves a hash by 12 to 34 bits.
 */
public final class JavaDecoder implements ImageDecoder {

  /** A decoder. It has no state. */
  public JavaDecoder() {}

  @Override
  public String name() {
    return "java";
  }

  @Override
  public PixelImage decode(EncodedImage image) throws UnscreenableException {
    ImageReader reader = reader(image.format());
    // In memory: the default stream would copy the upload into a file.
    try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(image.bytes()))) {
      Damage damage = new Damage();
      reader.addIIOReadWarningListener(damage);
      reader.setInput(input, true, true);
      BufferedImage decoded = reader.read(0);
      damage.throwIfAny();
      return RasterPixels.of(decoded);
    } catch (IOException | RuntimeException e) {
      throw failure(image, e);
    } finally {
      reader.dispose();
    }
  }

  private static ImageReader reader(ImageFormat format) throws UnscreenableException {
    Iterator<ImageReader> readers =
        ImageIO.getImageReadersByFormatName(format.name().toLowerCase(Locale.ROOT));
    if (!readers.hasNext()) {
      throw new UnscreenableException(
          UNSUPPORTED_FORMAT, "the Java decoder does not read " + format);
    }
    return readers.next();
  }

  /**
   * Readers answer damage with unchecked exceptions of all kinds as well; their messages may quote
   * the file.
   */
  private static UnscreenableException failure(EncodedImage image, Exception e) {
    if (e instanceof IOException && "Unsupported Image Type".equals(e.getMessage())) {
      return new UnscreenableException(
          UNSUPPORTED_FORMAT,
          "the Java decoder does not read this kind of " + image.format() + " (CMYK?)",
          e);
    }
    return new UnscreenableException(
        DAMAGED, image.format() + " cannot be decoded (" + e.getClass().getSimpleName() + ")", e);
  }

  /** The JPEG reader fills what is missing of a truncated file with grey, and only warns. */
  private static final class Damage implements IIOReadWarningListener {

    private static final String TRUNCATED = "Missing EOI";

    private boolean truncated;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
      truncated |= warning.contains(TRUNCATED);
    }

    void throwIfAny() throws IOException {
      if (truncated) {
        throw new IOException("truncated");
      }
    }
  }
}
