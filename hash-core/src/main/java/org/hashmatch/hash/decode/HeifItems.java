package org.hashmatch.hash.decode;

import static org.hashmatch.hash.UnscreenableReason.DAMAGED;
import static org.hashmatch.hash.UnscreenableReason.UNSUPPORTED_FORMAT;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Optional;
import org.hashmatch.hash.UnscreenableException;

/**
 * The items of an AVIF or HEIC file.
 *
 * @param file the whole file, a cursor that nobody moves
 * @param sequence whether the file shows moving pictures beside the items, or only those
 * @param primary which item is the picture
 * @param items by their numbers
 * @param idat data that lies in the meta box
 */
record HeifItems(
    ByteCursor file,
    boolean sequence,
    long primary,
    Map<Long, HeifItem> items,
    Optional<ByteCursor> idat) {

  HeifItem primaryItem() throws UnscreenableException {
    return item(primary);
  }

  HeifItem item(long id) throws UnscreenableException {
    HeifItem item = items.get(id);
    if (item == null || item.type().isEmpty()) {
      throw new UnscreenableException(DAMAGED, "a picture refers to an item that is not there");
    }
    return item;
  }

  /**
   * An item's data, from however many places.
   *
   * @param most bytes it may have: extents may overlap, and would fill the memory from a small file
   */
  byte[] data(HeifItem item, long most) throws UnscreenableException {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    for (HeifItem.Extent extent : item.extents()) {
      ByteCursor place = place(extent.method());
      place.skip(beyondAtMost(extent.offset()));
      if (extent.length() > place.remaining() || data.size() + extent.length() > most) {
        throw new UnscreenableException(DAMAGED, "an item reaches beyond the file, or overlaps");
      }
      data.writeBytes(place.bytes((int) extent.length()));
    }
    if (data.size() == 0) {
      throw new UnscreenableException(DAMAGED, "an item has no data");
    }
    return data.toByteArray();
  }

  /** The offset, or one that is beyond the end of any file and still no overflow away. */
  private static long beyondAtMost(long offset) {
    return offset < 0 ? Integer.MAX_VALUE : Math.min(offset, Integer.MAX_VALUE);
  }

  private ByteCursor place(int method) throws UnscreenableException {
    return switch (method) {
      case 0 -> file.slice(file.remaining());
      case 1 -> {
        ByteCursor found =
            idat.orElseThrow(() -> new UnscreenableException(DAMAGED, "no idat box"));
        yield found.slice(found.remaining());
      }
      default ->
          throw new UnscreenableException(
              UNSUPPORTED_FORMAT, "an item lies in another or elsewhere");
    };
  }
}
