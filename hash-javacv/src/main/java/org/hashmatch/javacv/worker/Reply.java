package org.hashmatch.javacv.worker;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.hashmatch.hash.Dihedral;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.HashedImage;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.ImageHashes;
import org.hashmatch.hash.Quality;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.UnscreenableReason;
import org.hashmatch.hash.decode.Completeness;
import org.hashmatch.hash.decode.GuardLimits;
import org.hashmatch.hash.view.HashedPicture;
import org.hashmatch.hash.view.HashedView;
import org.hashmatch.hash.view.View;

/**
 * What a worker answers about a picture, as bytes: always as many for an algorithm, whatever was in
 * the picture.
 *
 * <pre>
 * int magic "HMR1", int sequence
 * byte outcome (0 hashed, 1 + n: the n-th reason), byte completeness, byte views, byte zero
 * byte detail[160], ASCII, filled up with zeros
 * 16 times: int frame, byte white, byte quality, short reduction, int width, int height,
 *           long hash[8][words]
 * int CRC-32C of all before
 * </pre>
 *
 * Numbers are big-endian. Whatever a broken worker writes, the parent gets a picture's hashes
 * within their ranges, a reason, or {@link IllegalArgumentException}.
 */
final class Reply {

  static final int MAX_VIEWS = 2 * GuardLimits.MOST_FRAMES + 2;

  private static final int MAGIC = 0x484d5231;
  private static final int HASHED = 0;
  private static final int DETAIL_BYTES = 160;
  private static final int HEAD_BYTES = 2 * Integer.BYTES + 4 + DETAIL_BYTES;
  private static final int VIEW_HEAD_BYTES = 4 * Integer.BYTES;

  private static final List<UnscreenableReason> REASONS = List.of(UnscreenableReason.values());
  private static final List<Completeness> COMPLETENESS = List.of(Completeness.values());
  private static final List<Dihedral> DIHEDRAL = List.of(Dihedral.values());

  private final HashAlgorithm algorithm;
  private final int viewBytes;

  Reply(HashAlgorithm algorithm) {
    this.algorithm = algorithm;
    this.viewBytes = VIEW_HEAD_BYTES + DIHEDRAL.size() * algorithm.words() * Long.BYTES;
  }

  /** How long each reply is. */
  int bytes() {
    return HEAD_BYTES + MAX_VIEWS * viewBytes + Integer.BYTES;
  }

  byte[] of(int sequence, HashedPicture picture) {
    byte[] reply = new byte[bytes()];
    ByteBuffer buffer = head(reply, sequence, HASHED, picture.completeness());
    buffer.put((byte) picture.views().size()).position(HEAD_BYTES);
    for (HashedView view : picture.views()) {
      put(view, buffer);
    }
    return sealed(reply);
  }

  byte[] of(int sequence, UnscreenableException why) {
    byte[] reply = new byte[bytes()];
    byte[] ascii = why.detail().getBytes(StandardCharsets.US_ASCII);
    head(reply, sequence, 1 + REASONS.indexOf(why.reason()), Completeness.COMPLETE)
        .position(HEAD_BYTES - DETAIL_BYTES)
        .put(ascii, 0, Math.min(ascii.length, DETAIL_BYTES));
    return sealed(reply);
  }

  private static ByteBuffer head(
      byte[] reply, int sequence, int outcome, Completeness completeness) {
    return ByteBuffer.wrap(reply)
        .putInt(MAGIC)
        .putInt(sequence)
        .put((byte) outcome)
        .put((byte) COMPLETENESS.indexOf(completeness));
  }

  private static void put(HashedView view, ByteBuffer reply) {
    HashedImage hashed = view.hashed();
    boolean white = view.view().background() == View.Background.WHITE;
    reply.putInt(view.view().frame());
    reply.put((byte) (white ? 1 : 0)).put((byte) hashed.quality().value());
    reply.putShort((short) hashed.reduction());
    reply.putInt(hashed.width()).putInt(hashed.height());
    for (Dihedral dihedral : DIHEDRAL) {
      ImageHash hash = hashed.untrusted().of(dihedral);
      for (int i = 0; i < hash.algorithm().words(); i++) {
        reply.putLong(hash.word(i));
      }
    }
  }

  static byte[] sealed(byte[] reply) {
    int end = reply.length - Integer.BYTES;
    ByteBuffer.wrap(reply).putInt(end, checksum(reply, end));
    return reply;
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }

  /**
   * Reads a reply.
   *
   * @throws UnscreenableException if that is what the worker says
   * @throws IllegalArgumentException if it is not the reply to this request, or not one at all
   */
  HashedPicture read(byte[] bytes, int sequence) throws UnscreenableException {
    ByteBuffer reply = ByteBuffer.wrap(bytes);
    int end = bytes.length - Integer.BYTES;
    if (bytes.length != bytes()
        || reply.getInt() != MAGIC
        || reply.getInt() != sequence
        || reply.getInt(end) != checksum(bytes, end)) {
      throw new IllegalArgumentException("not the reply to this request");
    }
    int outcome = reply.get();
    Completeness completeness = of(COMPLETENESS, reply.get());
    int views = reply.get();
    if (outcome != HASHED) {
      throw new UnscreenableException(of(REASONS, outcome - 1), detail(reply));
    }
    if (views < 1 || views > MAX_VIEWS) {
      throw new IllegalArgumentException("views must be 1.." + MAX_VIEWS + " (got " + views + ")");
    }
    reply.position(HEAD_BYTES);
    List<HashedView> read = new ArrayList<>();
    for (int i = 0; i < views; i++) {
      read.add(view(reply));
    }
    return new HashedPicture(read, completeness);
  }

  private static <T> T of(List<T> values, int index) {
    if (index < 0 || index >= values.size()) {
      throw new IllegalArgumentException("no such value (got " + index + ")");
    }
    return values.get(index);
  }

  /** Goes to logs, so only printable characters are taken over. */
  private static String detail(ByteBuffer reply) {
    StringBuilder detail = new StringBuilder();
    reply.position(HEAD_BYTES - DETAIL_BYTES);
    while (reply.position() < HEAD_BYTES) {
      int c = reply.get();
      if (c == 0) {
        break;
      }
      detail.append(c >= ' ' && c <= '~' ? (char) c : '?');
    }
    return detail.toString();
  }

  private HashedView view(ByteBuffer reply) {
    int frame = reply.getInt();
    boolean white = reply.get() != 0;
    Quality quality = new Quality(reply.get());
    int reduction = reply.getShort();
    int width = reply.getInt();
    int height = reply.getInt();
    List<ImageHash> hashes = new ArrayList<>();
    for (int i = 0; i < DIHEDRAL.size(); i++) {
      long[] words = new long[algorithm.words()];
      for (int word = 0; word < words.length; word++) {
        words[word] = reply.getLong();
      }
      hashes.add(ImageHash.of(algorithm, words));
    }
    View.Background background = white ? View.Background.WHITE : View.Background.STORED;
    return new HashedView(
        new View(frame, background),
        new HashedImage(width, height, reduction, new ImageHashes(quality, hashes)));
  }
}
