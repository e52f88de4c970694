package org.hashmatch.hash.decode;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.hashmatch.hash.UnscreenableException;

/**
 * The frames of an animated PNG (PNG specification, third edition, 2025), each made a PNG of its
 * own. A picture that is there only for viewers that know no animation is the first frame, and is
 * cleared before the next.
 *
 * <p>Sequence numbers, the number of frames in acTL and the checksums of fdAT are not asked: what
 * may be shown by one viewer is looked at, even if another refuses it.
 */
final class ApngFrames implements FrameSource {

  private static final int SIDES_BYTES = 8;
  private static final int DELAY_BYTES = 4;
  private static final int SEQUENCE_BYTES = 4;

  /** Larger palettes are none, and would be copied for every frame. */
  private static final int MAX_PALETTE_BYTES = 3 * 256;

  private static final ByteCursor NOTHING = new ByteCursor(new byte[0]);

  private final PngChunks chunks;
  private final FrameDecoder decoder;
  private final ByteCursor header;
  private ByteCursor palette = NOTHING;
  private ByteCursor transparency = NOTHING;
  private boolean atNext;
  private int frames;
  private Frame frame = Frame.UNREADABLE;

  ApngFrames(byte[] file, FrameDecoder decoder) {
    this.decoder = decoder;
    chunks = new PngChunks(file);
    chunks.next();
    header = chunks.data();
  }

  @Override
  public boolean next() {
    while (!atNext) {
      if (!advance()) {
        return false;
      }
    }
    atNext = false;
    frame = chunks.type() == PngChunks.FRAME_CONTROL ? controlled() : uncontrolled();
    frames++;
    return true;
  }

  /** Goes to the next chunk, and sees whether a frame begins there. */
  private boolean advance() {
    if (!chunks.next()) {
      return false;
    }
    atNext = chunks.beginsFrame(frames);
    if (chunks.type() == PngChunks.PALETTE) {
      palette = orNothing(palette);
    } else if (chunks.type() == PngChunks.TRANSPARENCY) {
      transparency = orNothing(transparency);
    }
    return true;
  }

  private ByteCursor orNothing(ByteCursor before) {
    ByteCursor data = chunks.data();
    return before == NOTHING && data.remaining() <= MAX_PALETTE_BYTES ? data : before;
  }

  private Frame controlled() {
    ByteCursor data = chunks.data();
    try {
      data.skip(SEQUENCE_BYTES);
      long width = data.u32();
      long height = data.u32();
      long x = data.u32();
      long y = data.u32();
      data.skip(DELAY_BYTES);
      Frame.Disposal disposal = disposal(data.u8());
      return Frame.of(x, y, width, height, disposal, data.u8() == 1);
    } catch (UnscreenableException e) {
      return Frame.UNREADABLE;
    }
  }

  private static Frame.Disposal disposal(int operation) {
    return switch (operation) {
      case 1 -> Frame.Disposal.CLEAR;
      case 2 -> Frame.Disposal.RESTORE;
      default -> Frame.Disposal.KEEP;
    };
  }

  private Frame uncontrolled() {
    try {
      ByteCursor sides = header.fork();
      return Frame.of(0, 0, sides.u32(), sides.u32(), Frame.Disposal.CLEAR, false);
    } catch (UnscreenableException e) {
      return Frame.UNREADABLE;
    }
  }

  @Override
  public Frame frame() {
    return frame;
  }

  @Override
  public Completeness draw(Canvas canvas) throws UnscreenableException {
    ByteArrayOutputStream file = PngChunks.begin();
    int empty = file.size();
    do {
      if (isPixels()) {
        if (file.size() == empty) {
          appendHead(file);
        }
        appendPixels(file);
      }
    } while (advance() && !atNext);
    PngChunks.append(file, PngChunks.IEND, NOTHING);
    return decoder.draw(file.toByteArray(), frame, canvas);
  }

  private boolean isPixels() {
    return chunks.type() == PngChunks.IDAT || chunks.type() == PngChunks.FRAME_DATA;
  }

  private void appendPixels(ByteArrayOutputStream file) throws UnscreenableException {
    int skipped = chunks.type() == PngChunks.FRAME_DATA ? SEQUENCE_BYTES : 0;
    PngChunks.append(file, PngChunks.IDAT, chunks.data().skip(skipped));
  }

  private void appendHead(ByteArrayOutputStream file) throws UnscreenableException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    head.writeBytes(
        ByteBuffer.allocate(SIDES_BYTES).putInt(frame.width()).putInt(frame.height()).array());
    header.fork().skip(SIDES_BYTES).writeTo(head);
    PngChunks.append(file, PngChunks.IHDR, new ByteCursor(head.toByteArray()));
    if (palette.remaining() > 0) {
      PngChunks.append(file, PngChunks.PALETTE, palette);
    }
    if (transparency.remaining() > 0) {
      PngChunks.append(file, PngChunks.TRANSPARENCY, transparency);
    }
  }
}
