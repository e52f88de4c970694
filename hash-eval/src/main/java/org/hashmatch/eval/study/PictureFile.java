package org.hashmatch.eval.study;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.hashmatch.eval.attack.Realised;

/**
 * The hashes of one picture in a file, so that a study which was stopped goes on where it was. A
 * cache: whatever is wrong with a file, its picture is edited and hashed again.
 *
 * <pre>
 * file = i32 magic 484D5354 ("HMST")  i32 version (1)  body  i64 CRC32C of all before it
 * body = text plan  text id  text sha256  i32 width  i32 height
 *        list of i32 (attacks)
 *        list of hashers: list of hashes: i32 bits, list of i64 words
 *        list of parameters: i32 attack, i32 step, text kind, text name, f64 value
 * </pre>
 *
 * <p>Big-endian; a text is as {@link DataOutputStream#writeUTF} writes it; a list is its length as
 * i32, then its parts.
 */
final class PictureFile {

  private static final int MAGIC = 0x484D5354;
  private static final int VERSION = 1;
  private static final int SUM_BYTES = Long.BYTES;

  private PictureFile() {}

  static void write(Path file, String plan, PictureHashes picture) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeInt(VERSION);
      out.writeUTF(plan);
      write(out, picture);
      out.flush();
      out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
    }
    Path half = file.resolveSibling(file.getFileName() + ".half");
    Files.write(half, bytes.toByteArray());
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static long checksum(byte[] bytes, int length) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, length);
    return sum.getValue();
  }

  private static void write(DataOutputStream out, PictureHashes picture) throws IOException {
    out.writeUTF(picture.id());
    out.writeUTF(picture.sha256());
    out.writeInt(picture.width());
    out.writeInt(picture.height());
    out.writeInt(picture.attacks().size());
    for (int attack : picture.attacks()) {
      out.writeInt(attack);
    }
    out.writeInt(picture.byHasher().size());
    for (List<StudiedHash> hashes : picture.byHasher()) {
      out.writeInt(hashes.size());
      for (StudiedHash hash : hashes) {
        write(out, hash);
      }
    }
    out.writeInt(picture.parameters().size());
    for (RealisedParameter parameter : picture.parameters()) {
      out.writeInt(parameter.attack());
      out.writeInt(parameter.realised().step());
      out.writeUTF(parameter.realised().kind());
      out.writeUTF(parameter.realised().name());
      out.writeDouble(parameter.realised().value());
    }
  }

  private static void write(DataOutputStream out, StudiedHash hash) throws IOException {
    long[] words = hash.words();
    out.writeInt(hash.bits());
    out.writeInt(words.length);
    for (long word : words) {
      out.writeLong(word);
    }
  }

  /**
   * What a file has of this plan; empty if it is not there, of another plan or picture, or damaged.
   */
  static Optional<PictureHashes> read(Path file, String plan, StudyPicture source)
      throws IOException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    int end = bytes.length - SUM_BYTES;
    if (end < 0 || ByteBuffer.wrap(bytes).getLong(end) != checksum(bytes, end)) {
      return Optional.empty();
    }
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(Arrays.copyOf(bytes, end)))) {
      boolean isOurs =
          in.readInt() == MAGIC
              && in.readInt() == VERSION
              && in.readUTF().equals(plan)
              && in.readUTF().equals(source.id());
      return isOurs ? Optional.of(read(in, source)) : Optional.empty();
    }
  }

  private static PictureHashes read(DataInputStream in, StudyPicture source) throws IOException {
    String sha256 = in.readUTF();
    int width = in.readInt();
    int height = in.readInt();
    List<Integer> attacks = list(in, DataInputStream::readInt);
    List<List<StudiedHash>> byHasher = list(in, each -> list(each, PictureFile::hash));
    List<RealisedParameter> parameters =
        list(
            in,
            each ->
                new RealisedParameter(
                    each.readInt(),
                    new Realised(
                        each.readInt(), each.readUTF(), each.readUTF(), each.readDouble())));
    return new PictureHashes(source, sha256, width, height, attacks, byHasher, parameters);
  }

  private static StudiedHash hash(DataInputStream in) throws IOException {
    int bits = in.readInt();
    long[] words = new long[in.readInt()];
    for (int i = 0; i < words.length; i++) {
      words[i] = in.readLong();
    }
    return StudiedHash.of(bits, words);
  }

  private interface Part<T> {
    T read(DataInputStream in) throws IOException;
  }

  private static <T> List<T> list(DataInputStream in, Part<T> part) throws IOException {
    int length = in.readInt();
    List<T> list = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      list.add(part.read(in));
    }
    return list;
  }
}
