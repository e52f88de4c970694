package org.hashmatch.hash.decode;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.UnscreenableReason;

/**
 * The frames of an animated WebP (WebP container specification, RFC 9649), each made a WebP of its
 * own. The canvas is transparent where nothing is drawn: the background colour in the file is a
 * hint that browsers do not take.
 */
final class WebpFrames implements FrameSource {

  private static final int RIFF_BYTES = 12;
  private static final int CHUNK_HEAD_BYTES = 8;
  private static final int DURATION_BYTES = 3;
  private static final int CLEARS = 1;
  private static final int REPLACES = 2;
  private static final byte HAS_ALPHA = 0x10;
  private static final int FEATURES_BYTES = 10;
  private static final ByteCursor NOTHING = new ByteCursor(new byte[0]);

  private final WebpChunks chunks;
  private final FrameDecoder decoder;
  private Frame frame = Frame.UNREADABLE;
  private ByteCursor content = NOTHING;

  WebpFrames(byte[] file, FrameDecoder decoder) throws UnscreenableException {
    chunks = new WebpChunks(new ByteCursor(file).skip(RIFF_BYTES));
    this.decoder = decoder;
  }

  @Override
  public boolean next() {
    while (chunks.next()) {
      if (chunks.type() == WebpChunks.FRAME) {
        content = chunks.data().littleEndian();
        frame = readFrame(content);
        return true;
      }
    }
    return false;
  }

  private static Frame readFrame(ByteCursor data) {
    try {
      long x = 2L * data.u24();
      long y = 2L * data.u24();
      long width = data.u24() + 1L;
      long height = data.u24() + 1L;
      int flags = data.skip(DURATION_BYTES).u8();
      Frame.Disposal disposal = (flags & CLEARS) != 0 ? Frame.Disposal.CLEAR : Frame.Disposal.KEEP;
      return Frame.of(x, y, width, height, disposal, (flags & REPLACES) == 0);
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
    ByteCursor alpha = NOTHING;
    WebpChunks parts = new WebpChunks(content);
    while (parts.next()) {
      int type = parts.type();
      if (type == WebpChunks.ALPHA) {
        alpha = parts.data();
      } else if (type == WebpChunks.LOSSY || type == WebpChunks.LOSSLESS) {
        ImageHeader header = WebpHeader.pixels(parts.chunk());
        FrameDecoder.checkSize(frame, header.width(), header.height());
        boolean hasAlpha = type == WebpChunks.LOSSY && alpha.remaining() > 0;
        return decoder.draw(
            standalone(hasAlpha ? alpha : NOTHING, type, parts.data()), frame, canvas);
      }
    }
    throw new UnscreenableException(UnscreenableReason.DAMAGED, "WebP frame without pixels");
  }

  private byte[] standalone(ByteCursor alpha, int type, ByteCursor pixels) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes("WEBP".getBytes(StandardCharsets.US_ASCII));
    if (alpha.remaining() > 0) {
      append(body, WebpChunks.FEATURES, features());
      append(body, WebpChunks.ALPHA, alpha);
    }
    append(body, type, pixels);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    append(file, WebpChunks.RIFF, new ByteCursor(body.toByteArray()));
    return file.toByteArray();
  }

  /** Flags and sides, of three bytes each. */
  private ByteCursor features() {
    return new ByteCursor(
        ByteBuffer.allocate(FEATURES_BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(HAS_ALPHA)
            .putInt((frame.width() - 1) | ((frame.height() - 1) << 24))
            .putShort((short) ((frame.height() - 1) >> 8))
            .array());
  }

  private static void append(ByteArrayOutputStream out, int type, ByteCursor data) {
    int length = data.remaining();
    out.writeBytes(
        ByteBuffer.allocate(CHUNK_HEAD_BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(type)
            .putInt(length)
            .array());
    data.writeTo(out);
    if (length % 2 != 0) {
      out.write(0);
    }
  }
}
