package org.hashmatch.hash.decode;

import static org.hashmatch.hash.UnscreenableReason.DAMAGED;
import static org.hashmatch.hash.UnscreenableReason.UNSUPPORTED_FORMAT;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.decode.JpegHeader.Inks;
import org.hashmatch.hash.image.PixelImage;

/**
 * The pure-Java decoder: the JDK's own readers, then any others on the class path for what those
 * cannot read. With the JDK alone: JPEG, PNG, BMP and TIFF; no WebP. GIF is read by this library
 * itself: the first frame where it lies on its canvas, which is transparent black.
 *
 * <p>Samples are read from the raster. {@code BufferedImage.getRGB} is avoided, because for grey
 * pictures it applies a gamma that moves a hash by 12 to 34 bits.
 *
 * <p>A JPEG or GIF that lacks its end is decoded as far as it goes, and marked.
 */
public final class JavaDecoder implements ImageDecoder {

  private static final Comparator<ImageReader> JDK_FIRST =
      Comparator.comparing(reader -> !isOfJdk(reader));

  private final boolean plugIns;

  /** A decoder with all readers that the class path has. It has no state. */
  public JavaDecoder() {
    this(true);
  }

  private JavaDecoder(boolean plugIns) {
    this.plugIns = plugIns;
  }

  /**
   * A decoder with the JDK's readers only, whatever is on the class path.
   *
   * @return the decoder
   */
  public static JavaDecoder withoutPlugIns() {
    return new JavaDecoder(false);
  }

  @Override
  public String name() {
    return "java";
  }

  @Override
  public DecodedImage decode(EncodedImage image) throws UnscreenableException {
    if (image.format() == ImageFormat.GIF) {
      return GifFrames.first(image);
    }
    UnscreenableException first = null;
    for (ImageReader reader : readers(image.format())) {
      try {
        return decodeWith(reader, image);
      } catch (UnscreenableException e) {
        first = first == null ? e : first;
      } finally {
        reader.dispose();
      }
    }
    throw first != null
        ? first
        : new UnscreenableException(
            UNSUPPORTED_FORMAT, "the Java decoder does not read " + image.format());
  }

  private List<ImageReader> readers(ImageFormat format) {
    List<ImageReader> readers = new ArrayList<>();
    ImageIO.getImageReadersByFormatName(format.name().toLowerCase(Locale.ROOT))
        .forEachRemaining(readers::add);
    readers.removeIf(reader -> !plugIns && !isOfJdk(reader));
    readers.sort(JDK_FIRST);
    return readers;
  }

  private static boolean isOfJdk(ImageReader reader) {
    return reader.getClass().getModule().equals(ImageIO.class.getModule());
  }

  private static DecodedImage decodeWith(ImageReader reader, EncodedImage image)
      throws UnscreenableException {
    // In memory: the default stream would copy the upload into a file.
    try (var input =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(image.stillBytes()))) {
      Warnings warnings = new Warnings();
      reader.addIIOReadWarningListener(warnings);
      reader.setInput(input, true, true);
      return DecodedImage.of(pixels(reader, image), warnings.completeness());
    } catch (IOException | RuntimeException e) {
      throw failure(image, e);
    }
  }

  /** Readers take four inks for other things, or for nothing: their raster is read as it is. */
  private static PixelImage pixels(ImageReader reader, EncodedImage image)
      throws IOException, UnscreenableException {
    Inks inks =
        image.format() == ImageFormat.JPEG ? JpegHeader.inks(image.stillBytes()) : Inks.NONE;
    return inks == Inks.NONE || !reader.canReadRaster()
        ? RasterPixels.of(reader.read(0))
        : InkPixels.of(reader.readRaster(0, null), inks == Inks.YCCK);
  }

  /**
   * Readers answer damage with unchecked exceptions of all kinds as well; their messages may quote
   * the file.
   */
  private static UnscreenableException failure(EncodedImage image, Exception e) {
    return new UnscreenableException(
        DAMAGED, image.format() + " cannot be decoded (" + e.getClass().getSimpleName() + ")", e);
  }

  /** The JPEG reader fills what is missing of a truncated file with grey, and only warns. */
  private static final class Warnings implements IIOReadWarningListener {

    private static final String NO_END = "Missing EOI";
    private static final String CORRUPT = "Corrupt JPEG data";

    /** Between segments, where none belong: no pixel is missing for them. */
    private static final String EXTRANEOUS = "extraneous bytes";

    private boolean noEnd;
    private boolean corrupt;
    private boolean others;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
      boolean isNoEnd = warning.contains(NO_END);
      noEnd |= isNoEnd;
      others |= !isNoEnd;
      corrupt |= warning.contains(CORRUPT) && !warning.contains(EXTRANEOUS);
    }

    Completeness completeness() {
      if (corrupt || (noEnd && others)) {
        return Completeness.PARTIAL;
      }
      return noEnd ? Completeness.REPAIRED : Completeness.COMPLETE;
    }
  }
}
