package org.hashmatch.hash.decode;

import static org.hashmatch.hash.UnscreenableReason.DAMAGED;
import static org.hashmatch.hash.UnscreenableReason.UNSUPPORTED_FORMAT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hashmatch.hash.UnscreenableException;

/**
 * The coded parts of an AVIF or HEIC picture, as a decoder of AV1 or HEVC wants them: one tile, or
 * a grid of tiles of one size that is cut at the right and at the bottom. So that decoder sees no
 * box of the file, and nothing but the picture that viewers show.
 *
 * <p>Every tile's own headers were read and agree with the boxes, so that a decoder allocates no
 * more than the guard let through. Not looked at: the clean aperture ({@code clap}), which cuts the
 * shown picture further, transparency, gain maps and thumbnails, which are pictures beside the
 * picture.
 *
 * <p>Immutable but for the file, which is not copied; safe for any number of threads. Making one
 * takes microseconds, and a few milliseconds for the largest files.
 *
 * <p>Source: ISO/IEC 14496-12 (boxes), ISO/IEC 23008-12 (items, grids, turns, HEVC), AV1 Image File
 * Format 1.1.
 */
public final class HeifPicture {

  private static final String AV1 = "av01";
  private static final String HEVC = "hvc1";
  private static final String GRID = "grid";

  /** HEVC pictures are coded in whole blocks and cut; of AV1 the coded size is the size. */
  private static final int HEVC_BLOCK = 128;

  private final HeifItems items;
  private final List<HeifItem> tiles;
  private final int columns;
  private final ImageHeader size;
  private final ImageHeader tileSize;

  private HeifPicture(HeifItems items, List<HeifItem> tiles, int columns, ImageHeader size)
      throws UnscreenableException {
    this.items = items;
    this.tiles = tiles;
    this.columns = columns;
    this.size = size;
    this.tileSize = tiles.get(0).size();
  }

  /**
   * The parts of a guarded file.
   *
   * @param image an AVIF or HEIC
   * @return its parts
   * @throws UnscreenableException if it has another format
   */
  public static HeifPicture of(EncodedImage image) throws UnscreenableException {
    if (!image.format().isOfItems()) {
      throw new UnscreenableException(UNSUPPORTED_FORMAT, image.format() + " has no items");
    }
    return read(image.bytes());
  }

  /**
   * The parts of a file whose size is within the limits.
   *
   * @throws UnscreenableException if it is derived from others in any way but a grid, is coded in
   *     another way, moves, or its parts do not fit together
   */
  static HeifPicture read(byte[] file) throws UnscreenableException {
    HeifItems items = HeifItemReader.read(file);
    if (items.sequence()) {
      throw new UnscreenableException(UNSUPPORTED_FORMAT, "moving pictures are not decoded");
    }
    HeifItem primary = items.primaryItem();
    primary.checkEssential();
    return switch (primary.type()) {
      case AV1, HEVC -> new HeifPicture(items, List.of(primary), 1, primary.size());
      case GRID -> grid(items, primary);
      default ->
          throw new UnscreenableException(
              UNSUPPORTED_FORMAT, "the primary item is neither AV1, HEVC nor a grid of those");
    };
  }

  private static HeifPicture grid(HeifItems items, HeifItem primary) throws UnscreenableException {
    ByteCursor grid = new ByteCursor(items.data(primary, items.file().end()));
    grid.skip(1);
    int sideBytes = (grid.u8() & 1) == 0 ? Short.BYTES : Integer.BYTES;
    int rows = grid.u8() + 1;
    int columns = grid.u8() + 1;
    ImageHeader size = new ImageHeader(grid.number(sideBytes), grid.number(sideBytes));
    check(size.equals(primary.size()), "a grid has two sizes");
    check(primary.parts().size() == rows * columns, "a grid has too many tiles or too few");
    List<HeifItem> tiles = new ArrayList<>();
    for (long id : primary.parts()) {
      tiles.add(items.item(id));
    }
    HeifPicture picture = new HeifPicture(items, List.copyOf(tiles), columns, size);
    picture.checkTiles();
    return picture;
  }

  private void checkTiles() throws UnscreenableException {
    String type = tiles.get(0).type();
    for (HeifItem tile : tiles) {
      tile.checkEssential();
      boolean isPlain =
          (type.equals(AV1) || type.equals(HEVC))
              && tile.type().equals(type)
              && tile.orientation() == Orientation.UPRIGHT
              && tile.property("clap").isEmpty();
      if (!isPlain) {
        throw new UnscreenableException(
            UNSUPPORTED_FORMAT, "a grid has tiles of several kinds, or turned or cut ones");
      }
      check(tile.size().equals(tileSize), "a grid has tiles of several sizes");
    }
    check(
        isCovered(size.width(), columns, tileSize.width())
            && isCovered(size.height(), rows(), tileSize.height()),
        "the tiles do not cover the grid, or some lie outside");
  }

  private static boolean isCovered(long side, int tiles, long tileSide) {
    return side <= tiles * tileSide && side > (tiles - 1) * tileSide;
  }

  /**
   * Reads what the coded data itself says.
   *
   * @throws UnscreenableException if a tile has no data, is larger than the boxes say, or holds
   *     more pictures than one: decoders and viewers disagree on which of them is shown
   */
  void checkCoding() throws UnscreenableException {
    int slack = format() == ImageFormat.HEIC ? HEVC_BLOCK : 0;
    long left = items.file().end();
    CodedSize all = CodedSize.NONE;
    for (int tile = 0; tile < tiles.size(); tile++) {
      byte[] data = items.data(tiles.get(tile), left);
      left -= data.length;
      CodedSize coded = coded(tile, data);
      all = all.andUnits(coded.units());
      check(coded.width() > 0 && coded.pictures() > 0, "there is no coded picture");
      check(
          coded.width() <= tileSize.width() + slack && coded.height() <= tileSize.height() + slack,
          "the coded picture is larger than the header says");
      if (coded.pictures() > 1) {
        throw new UnscreenableException(
            UNSUPPORTED_FORMAT, "pictures in layers or in a row are not decoded");
      }
    }
  }

  private CodedSize coded(int tile, byte[] data) throws UnscreenableException {
    return format() == ImageFormat.AVIF
        ? Av1Stream.read(data)
        : HevcStream.read(configurationOf(tile), data);
  }

  private static void check(boolean isSo, String otherwise) throws UnscreenableException {
    if (!isSo) {
      throw new UnscreenableException(DAMAGED, otherwise);
    }
  }

  /** All tiles side by side, nothing cut off. */
  ImageHeader canvas() {
    return new ImageHeader(columns * tileSize.width(), rows() * tileSize.height());
  }

  /**
   * The format by the coding, whatever the file's brands say.
   *
   * @return {@link ImageFormat#AVIF} for AV1, {@link ImageFormat#HEIC} for HEVC
   */
  public ImageFormat format() {
    return tiles.get(0).type().equals(AV1) ? ImageFormat.AVIF : ImageFormat.HEIC;
  }

  /**
   * The number of tiles in a row.
   *
   * @return 1..256
   */
  public int columns() {
    return columns;
  }

  /**
   * The number of rows of tiles.
   *
   * @return 1..256
   */
  public int rows() {
    return tiles.size() / columns;
  }

  /**
   * A tile's width, which is the picture's if there is one tile.
   *
   * @return pixels a row
   */
  public int tileWidth() {
    return (int) tileSize.width();
  }

  /**
   * A tile's height, which is the picture's if there is one tile.
   *
   * @return rows
   */
  public int tileHeight() {
    return (int) tileSize.height();
  }

  /**
   * A tile's decoder configuration: what is in the box av1C or hvcC.
   *
   * @param tile 0..{@code columns() * rows() - 1}, row by row
   * @return a new array
   * @throws UnscreenableException if it has none
   */
  public byte[] configuration(int tile) throws UnscreenableException {
    ByteCursor box = configurationOf(tile);
    return box.bytes(box.remaining());
  }

  private ByteCursor configurationOf(int tile) throws UnscreenableException {
    return tiles
        .get(tile)
        .property(format() == ImageFormat.AVIF ? "av1C" : "hvcC")
        .orElseThrow(() -> new UnscreenableException(DAMAGED, "no decoder configuration"));
  }

  /**
   * A tile's coded data: AV1 units with their sizes, or HEVC units behind their lengths.
   *
   * @param tile 0..{@code columns() * rows() - 1}, row by row
   * @return a new array
   * @throws UnscreenableException if it reaches beyond the file
   */
  public byte[] data(int tile) throws UnscreenableException {
    return items.data(tiles.get(tile), items.file().end());
  }

  /**
   * How its colours are coded, where the boxes say so: they overrule the coded data.
   *
   * @return what the picture's box colr says, or else the first tile's
   * @throws UnscreenableException if the box is cut
   */
  public Optional<YuvColours> colours() throws UnscreenableException {
    Optional<YuvColours> whole = YuvColours.of(items.primaryItem());
    return whole.isPresent() ? whole : YuvColours.of(tiles.get(0));
  }
}
