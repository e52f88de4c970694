package org.hashmatch.javacv;

import static org.hashmatch.hash.UnscreenableReason.OUT_OF_MEMORY;
import static org.hashmatch.hash.UnscreenableReason.UNSUPPORTED_FORMAT;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.PointerScope;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.decode.DecodedImage;
import org.hashmatch.hash.decode.EncodedImage;
import org.hashmatch.hash.decode.HeifPicture;
import org.hashmatch.hash.decode.YuvColours;
import org.hashmatch.hash.image.ByteLayout;
import org.hashmatch.hash.image.PixelImage;

/**
 * Native memory into which FFmpeg's swscale writes the tiles of a picture, each at its place, as
 * blue, green and red.
 */
final class TileCanvas {

  private static final int CHANNELS = 3;

  /** What swscale may write beyond a row's end: into the next tile, which comes later, or here. */
  private static final int PADDING = 64;

  /** Chroma at full resolution by linear interpolation, the same on every processor. */
  private static final int FLAGS =
      swscale.SWS_BILINEAR
          | swscale.SWS_FULL_CHR_H_INT
          | swscale.SWS_ACCURATE_RND
          | swscale.SWS_BITEXACT;

  private static final int PLANES = 4;
  private static final int ONE = 1 << 16;

  private final HeifPicture picture;
  private final int stride;
  private final BytePointer memory;

  private TileCanvas(HeifPicture picture, int stride, int bytes) {
    this.picture = picture;
    this.stride = stride;
    this.memory = new BytePointer((long) bytes);
    Pointer.memset(memory, 0, bytes);
  }

  /**
   * Decodes all tiles.
   *
   * @return the picture in native memory, as large as its header says
   */
  @SuppressWarnings("try") // the scope frees what is made while it is open; nobody need name it
  static DecodedImage decode(HeifPicture picture, EncodedImage image) throws UnscreenableException {
    try (PointerScope scope = new PointerScope()) {
      TileCanvas canvas = of(picture);
      for (int tile = 0; tile < picture.columns() * picture.rows(); tile++) {
        canvas.decode(tile);
      }
      return canvas.lend(image.width(), image.height());
    } catch (OutOfMemoryError e) {
      // JavaCPP's, of native memory, which the scope has freed; or the heap's, for the file's data.
      throw new UnscreenableException(
          OUT_OF_MEMORY, picture.format() + " needs too much memory", e);
    }
  }

  private static TileCanvas of(HeifPicture picture) throws UnscreenableException {
    long row = (long) CHANNELS * picture.columns() * picture.tileWidth();
    long stride = (row + 2 * PADDING - 1) / PADDING * PADDING;
    long bytes = stride * picture.rows() * picture.tileHeight() + PADDING;
    if (bytes > Integer.MAX_VALUE) {
      throw TileDecoder.noMemory(picture);
    }
    return new TileCanvas(picture, (int) stride, (int) bytes);
  }

  private void decode(int tile) throws UnscreenableException {
    try (TileDecoder decoder = new TileDecoder(picture)) {
      int x = tile % picture.columns() * picture.tileWidth();
      int y = tile / picture.columns() * picture.tileHeight();
      draw(decoder.decode(tile), (long) y * stride + (long) CHANNELS * x);
    }
  }

  private void draw(AVFrame frame, long offset) throws UnscreenableException {
    int width = picture.tileWidth();
    int height = picture.tileHeight();
    SwsContext context =
        swscale.sws_getContext(
            width,
            height,
            frame.format(),
            width,
            height,
            avutil.AV_PIX_FMT_BGR24,
            FLAGS,
            null,
            null,
            (DoublePointer) null);
    if (context == null || context.isNull()) {
      throw unsupported();
    }
    try {
      setColours(context, frame);
      PointerPointer<BytePointer> planes = new PointerPointer<>(PLANES);
      planes.put(0, memory.getPointer(offset));
      IntPointer strides = new IntPointer(stride, 0, 0, 0);
      int rows =
          swscale.sws_scale(context, frame.data(), frame.linesize(), 0, height, planes, strides);
      if (rows != height) {
        throw unsupported();
      }
    } finally {
      swscale.sws_freeContext(context);
    }
  }

  /** The boxes overrule the coded data. Red, green and blue that were coded as such stay so. */
  private void setColours(SwsContext context, AVFrame frame) throws UnscreenableException {
    YuvColours colours =
        picture
            .colours()
            .orElseGet(
                () ->
                    new YuvColours(
                        frame.colorspace(), frame.color_range() == avutil.AVCOL_RANGE_JPEG));
    IntPointer from = swscale.sws_getCoefficients(known(colours.matrix()));
    IntPointer to = swscale.sws_getCoefficients(swscale.SWS_CS_DEFAULT);
    int range = colours.fullRange() ? 1 : 0;
    swscale.sws_setColorspaceDetails(context, from, range, to, 1, 0, ONE, ONE);
  }

  /** FFmpeg's numbers are those of the standard. */
  private static int known(int matrix) {
    return switch (matrix) {
      case avutil.AVCOL_SPC_BT709,
          avutil.AVCOL_SPC_FCC,
          avutil.AVCOL_SPC_SMPTE240M,
          avutil.AVCOL_SPC_BT2020_NCL ->
          matrix;
      default -> avutil.AVCOL_SPC_SMPTE170M;
    };
  }

  private UnscreenableException unsupported() {
    return new UnscreenableException(
        UNSUPPORTED_FORMAT, picture.format() + " has samples that FFmpeg does not convert");
  }

  private DecodedImage lend(int width, int height) {
    ByteLayout layout = new ByteLayout(CHANNELS, stride, 2, 1, 0);
    PixelImage view = PixelImage.interleaved(width, height, layout, memory.asByteBuffer());
    return LentMemory.lend(view, memory);
  }
}
