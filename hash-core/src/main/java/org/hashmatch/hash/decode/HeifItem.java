package org.hashmatch.hash.decode;

import static org.hashmatch.hash.UnscreenableReason.DAMAGED;
import static org.hashmatch.hash.UnscreenableReason.UNSUPPORTED_FORMAT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hashmatch.hash.UnscreenableException;

/**
 * One item of a HEIF file: a coded picture, a grid of others, or no picture at all. What is said of
 * it twice is damage, because viewers disagree on which they believe.
 */
final class HeifItem {

  private String type = "";
  private List<Property> properties = List.of();
  private List<Long> parts = List.of();
  private List<Extent> extents = List.of();

  /**
   * A property of the item.
   *
   * @param box what it says
   * @param essential whether a reader that does not know it must not show the item
   */
  record Property(IsoBox box, boolean essential) {}

  /**
   * A piece of the item's data.
   *
   * @param method where offsets count from: 0 the file, 1 the idat box
   * @param offset the first byte
   * @param length bytes
   */
  record Extent(int method, long offset, long length) {}

  void setType(String found) throws UnscreenableException {
    checkUnsaid(type.isEmpty());
    type = found;
  }

  void setProperties(List<Property> found) throws UnscreenableException {
    checkUnsaid(properties.isEmpty());
    properties = List.copyOf(found);
  }

  void setParts(List<Long> found) throws UnscreenableException {
    checkUnsaid(parts.isEmpty());
    parts = List.copyOf(found);
  }

  void setExtents(List<Extent> found) throws UnscreenableException {
    checkUnsaid(extents.isEmpty());
    extents = List.copyOf(found);
  }

  private static void checkUnsaid(boolean unsaid) throws UnscreenableException {
    if (!unsaid) {
      throw new UnscreenableException(DAMAGED, "an item is described twice");
    }
  }

  /** Four letters; empty for an item that is only referred to. */
  String type() {
    return type;
  }

  /** In the order in which they are to be applied. */
  List<Property> properties() {
    return properties;
  }

  /** The items this one is derived from, in order. */
  List<Long> parts() {
    return parts;
  }

  List<Extent> extents() {
    return extents;
  }

  /** The one property of this type. */
  Optional<ByteCursor> property(String wanted) throws UnscreenableException {
    List<ByteCursor> found = new ArrayList<>();
    for (Property property : properties) {
      if (property.box().is(wanted)) {
        found.add(property.box().body());
      }
    }
    if (found.size() > 1) {
      throw new UnscreenableException(DAMAGED, "an item has two properties " + wanted);
    }
    return found.stream().findFirst();
  }

  /** Width and height, before orientation. */
  ImageHeader size() throws UnscreenableException {
    ByteCursor ispe =
        property("ispe")
            .orElseThrow(() -> new UnscreenableException(DAMAGED, "an item has no size (ispe)"));
    ispe.skip(Integer.BYTES);
    return new ImageHeader(ispe.u32(), ispe.u32());
  }

  /** What irot and imir say, one after the other. */
  Orientation orientation() throws UnscreenableException {
    Orientation turned = Orientation.UPRIGHT;
    for (Property property : properties) {
      IsoBox box = property.box();
      if (box.is("irot")) {
        turned = turned.thenQuarterTurns(box.body().u8() & 3);
      } else if (box.is("imir")) {
        turned = turned.thenMirrored((box.body().u8() & 1) == 1);
      }
    }
    return turned;
  }

  /**
   * Refuses properties that a reader must know and that this one does not.
   *
   * @throws UnscreenableException if there is one
   */
  void checkEssential() throws UnscreenableException {
    for (Property property : properties) {
      if (property.essential() && !isKnown(property.box())) {
        throw new UnscreenableException(
            UNSUPPORTED_FORMAT, "an essential property is not known, or asks for one layer");
      }
    }
  }

  private static boolean isKnown(IsoBox box) throws UnscreenableException {
    return switch (box.type()) {
      case "ispe", "pixi", "pasp", "colr", "av1C", "hvcC", "irot", "imir", "clap", "auxC" -> true;
      case "a1op" -> box.body().u8() == 0;
      case "lsel" -> box.body().u16() == 0xffff;
      default -> false;
    };
  }
}
