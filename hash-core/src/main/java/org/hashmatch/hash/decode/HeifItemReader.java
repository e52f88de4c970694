package org.hashmatch.hash.decode;

import static org.hashmatch.hash.UnscreenableReason.DAMAGED;
import static org.hashmatch.hash.UnscreenableReason.TOO_LARGE;
import static org.hashmatch.hash.UnscreenableReason.UNSUPPORTED_FORMAT;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hashmatch.hash.UnscreenableException;

/**
 * Reads the boxes that say which items a file has (ISO/IEC 14496-12, 8.11; 23008-12, 9.3). Nothing
 * is nested deeper than these boxes are, so nothing here calls itself, and everything that can be
 * repeated is counted.
 */
final class HeifItemReader {

  /** Boxes, items, references and extents together; a phone's picture of 48 tiles has about 500. */
  private static final int MOST_STEPS = 20_000;

  /** Major brands of files whose moving pictures are shown, whatever else they hold. */
  private static final Set<String> SEQUENCES =
      Set.of("avis", "msf1", "hevc", "hevx", "hevm", "hevs");

  private static final int TYPE_BYTES = 4;
  private static final String PROTECTED = "encr";

  /** Of an extent whose file is another one. */
  private static final int ELSEWHERE = -1;

  private final byte[] file;
  private final Map<Long, HeifItem> items = new HashMap<>();
  private final Map<String, IsoBox> seen = new HashMap<>();
  private boolean sequence;
  private int steps;

  private HeifItemReader(byte[] file) {
    this.file = file;
  }

  static HeifItems read(byte[] file) throws UnscreenableException {
    return new HeifItemReader(file).read();
  }

  private HeifItems read() throws UnscreenableException {
    IsoBox meta = findMeta();
    ByteCursor boxes = meta.versioned(0).body();
    while (boxes.remaining() > 0) {
      IsoBox box = next(boxes);
      switch (box.type()) {
        case "pitm", "idat", "iinf", "iloc", "iprp", "iref" -> see(box);
        default -> {}
      }
    }
    readInformation(seen("iinf").versioned(1));
    readLocations(seen("iloc").versioned(2));
    readProperties(seen("iprp").body());
    if (seen.containsKey("iref")) {
      readReferences(seen("iref").versioned(1));
    }
    long primary = seen("pitm").versioned(1).wide(1);
    return new HeifItems(
        new ByteCursor(file),
        sequence,
        primary,
        items,
        Optional.ofNullable(seen.get("idat")).map(IsoBox::body));
  }

  private void see(IsoBox box) throws UnscreenableException {
    if (seen.put(box.type(), box) != null) {
      throw new UnscreenableException(DAMAGED, "two boxes " + box.type());
    }
  }

  private IsoBox seen(String type) throws UnscreenableException {
    IsoBox box = seen.get(type);
    if (box == null) {
      throw new UnscreenableException(DAMAGED, "no box " + type);
    }
    return box;
  }

  /** Whatever follows the meta box may be cut: an item that reaches into it is found out later. */
  private IsoBox findMeta() throws UnscreenableException {
    ByteCursor cursor = new ByteCursor(file);
    sequence = SEQUENCES.contains(next(cursor).body().latin1(TYPE_BYTES));
    while (cursor.remaining() > 0) {
      step();
      IsoBox box;
      try {
        box = IsoBox.next(cursor);
      } catch (UnscreenableException e) {
        if (seen.isEmpty()) {
          throw e;
        }
        break;
      }
      sequence |= box.is("moov");
      if (box.is("meta")) {
        see(box);
      }
    }
    if (sequence && seen.isEmpty()) {
      throw new UnscreenableException(UNSUPPORTED_FORMAT, "moving pictures are not decoded");
    }
    return seen("meta");
  }

  private void readInformation(IsoBox.Versioned iinf) throws UnscreenableException {
    iinf.wide(1);
    while (iinf.body().remaining() > 0) {
      IsoBox box = next(iinf.body());
      if (box.is("infe")) {
        readEntry(box.versioned(3));
      }
    }
  }

  /** Entries before version 2 are of no pictures. */
  private void readEntry(IsoBox.Versioned infe) throws UnscreenableException {
    if (infe.version() >= 2) {
      long id = infe.wide(3);
      boolean isProtected = infe.body().u16() != 0;
      String type = infe.body().latin1(TYPE_BYTES);
      item(id).setType(isProtected ? PROTECTED : type);
    }
  }

  private void readLocations(IsoBox.Versioned iloc) throws UnscreenableException {
    Widths widths = Widths.read(iloc);
    long count = iloc.wide(2);
    for (long i = 0; i < count; i++) {
      step();
      HeifItem item = item(iloc.wide(2));
      int method = iloc.version() == 0 ? 0 : iloc.body().u16() & 0xf;
      int source = iloc.body().u16();
      item.setExtents(extents(iloc.body(), widths, source == 0 ? method : ELSEWHERE));
    }
  }

  private List<HeifItem.Extent> extents(ByteCursor body, Widths widths, int method)
      throws UnscreenableException {
    long base = body.number(widths.base);
    int count = body.u16();
    List<HeifItem.Extent> extents = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      step();
      body.number(widths.index);
      long offset = body.number(widths.offset);
      // Of two numbers below 2^63 the sum may be negative, and a negative offset is beyond the end.
      extents.add(new HeifItem.Extent(method, base + offset, body.number(widths.length)));
    }
    return extents;
  }

  private void readProperties(ByteCursor iprp) throws UnscreenableException {
    List<IsoBox> properties = new ArrayList<>();
    List<IsoBox> associations = new ArrayList<>();
    while (iprp.remaining() > 0) {
      IsoBox box = next(iprp);
      if (box.is("ipco")) {
        see(box);
        ByteCursor ipco = box.body();
        while (ipco.remaining() > 0) {
          properties.add(next(ipco));
        }
      } else if (box.is("ipma")) {
        associations.add(box);
      }
    }
    for (IsoBox ipma : associations) {
      readAssociations(ipma.versioned(1), properties);
    }
  }

  private void readAssociations(IsoBox.Versioned ipma, List<IsoBox> properties)
      throws UnscreenableException {
    boolean wide = (ipma.flags() & 1) != 0;
    long count = ipma.body().u32();
    for (long i = 0; i < count; i++) {
      step();
      HeifItem item = item(ipma.wide(1));
      int number = ipma.body().u8();
      List<HeifItem.Property> found = new ArrayList<>();
      for (int k = 0; k < number; k++) {
        step();
        int bits = wide ? ipma.body().u16() : ipma.body().u8() << 8;
        addProperty(found, properties, wide ? bits & 0x7fff : bits >> 8 & 0x7f, bits >= 0x8000);
      }
      item.setProperties(found);
    }
  }

  /** Properties are numbered from 1; 0 is none. */
  private static void addProperty(
      List<HeifItem.Property> found, List<IsoBox> properties, int number, boolean essential)
      throws UnscreenableException {
    if (number > properties.size()) {
      throw new UnscreenableException(DAMAGED, "property " + number + " of " + properties.size());
    }
    if (number > 0) {
      found.add(new HeifItem.Property(properties.get(number - 1), essential));
    }
  }

  private void readReferences(IsoBox.Versioned iref) throws UnscreenableException {
    while (iref.body().remaining() > 0) {
      IsoBox box = next(iref.body());
      IsoBox.Versioned reference = new IsoBox.Versioned(iref.version(), 0, box.body());
      long from = reference.wide(1);
      int count = reference.body().u16();
      List<Long> to = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        step();
        to.add(reference.wide(1));
      }
      if (box.is("dimg")) {
        item(from).setParts(to);
      }
    }
  }

  private HeifItem item(long id) {
    return items.computeIfAbsent(id, unused -> new HeifItem());
  }

  private IsoBox next(ByteCursor cursor) throws UnscreenableException {
    step();
    return IsoBox.next(cursor);
  }

  private void step() throws UnscreenableException {
    if (++steps > MOST_STEPS) {
      throw new UnscreenableException(
          TOO_LARGE, "more than " + MOST_STEPS + " boxes, items and references");
    }
  }

  /**
   * How many bytes the numbers of an iloc box have.
   *
   * @param offset of an extent's offset
   * @param length of an extent's length
   * @param base of the offset that is added to all of an item
   * @param index of an extent's index
   */
  private record Widths(int offset, int length, int base, int index) {

    static Widths read(IsoBox.Versioned iloc) throws UnscreenableException {
      int bits = iloc.body().u16();
      int index = iloc.version() == 0 ? 0 : bits & 0xf;
      return new Widths(width(bits >> 12), width(bits >> 8), width(bits >> 4), width(index));
    }

    private static int width(int bits) throws UnscreenableException {
      int width = bits & 0xf;
      if (width != 0 && width != Integer.BYTES && width != Long.BYTES) {
        throw new UnscreenableException(DAMAGED, "iloc has numbers of " + width + " bytes");
      }
      return width;
    }
  }
}
