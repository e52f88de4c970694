package org.hashmatch.bank.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankStore;
import org.hashmatch.bank.Change;
import org.jspecify.annotations.Nullable;

/** Writes one snapshot file, block by block. */
final class SnapshotWriter {

  /** Rows are gathered until they are as many bytes. */
  private static final int BLOCK_BYTES = 1 << 18;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final OutputStream out;

  /** Without its checksum. */
  private final byte[] header;

  private final @Nullable BankKey key;
  private FieldWriter rows = new FieldWriter();
  private long blocks;
  private long gone;

  private SnapshotWriter(OutputStream out, byte[] header, @Nullable BankKey key) {
    this.out = out;
    this.header = header;
    this.key = key;
  }

  /** Writes beside the target, and puts it in its place in one step when it is on the disk. */
  static void write(
      Path file, Bank bank, Instant now, @Nullable SigningKey signer, @Nullable BankKey key)
      throws IOException {
    Path target = file.toAbsolutePath();
    Path folder = target.resolveSibling("");
    // Readable by its owner only, as it holds hashes.
    Path temporary = Files.createTempFile(folder, "." + target.getFileName() + ".", ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        write(channel, bank, now, signer, key);
        channel.force(true);
      }
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
    forceFolder(folder);
  }

  /** Makes the renaming outlast a power cut. */
  private static void forceFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (AccessDeniedException e) {
      // Windows opens no folder, and needs no more than the renaming.
    }
  }

  private static void write(
      FileChannel channel,
      Bank bank,
      Instant now,
      @Nullable SigningKey signer,
      @Nullable BankKey key)
      throws IOException {
    MessageDigest digest = SnapshotFormat.sha256();
    OutputStream plain = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
    OutputStream out = new DigestOutputStream(plain, digest);
    byte[] header =
        SnapshotFormat.header(
            new SnapshotFormat.Head(
                key != null, now, fileId(), signer == null ? "" : signer.trusted().id()));
    out.write(header);
    byte[] unchecked = Arrays.copyOf(header, header.length - Integer.BYTES);
    new SnapshotWriter(out, unchecked, key).write(bank);
    byte[] sum = digest.digest();
    plain.write(sum);
    byte[] signature = signer == null ? new byte[0] : signer.sign(sum);
    plain.write(ByteBuffer.allocate(Integer.BYTES).putInt(signature.length).array());
    plain.write(signature);
    plain.flush();
  }

  private static String fileId() {
    byte[] id = new byte[SnapshotFormat.FILE_ID_BYTES];
    RANDOM.nextBytes(id);
    return HexFormat.of().formatHex(id);
  }

  private void write(Bank bank) throws IOException {
    BankStore.State state = bank.readAll(this::add);
    endBlock();
    out.write(SnapshotFormat.trailer(SnapshotFormat.Tail.of(state, gone, blocks)));
  }

  private void add(Change change) throws IOException {
    gone += change instanceof Change.Gone ? 1 : 0;
    SnapshotFormat.putRow(rows, change);
    if (rows.size() >= BLOCK_BYTES) {
      endBlock();
    }
  }

  private void endBlock() throws IOException {
    if (rows.size() > 0) {
      byte[] plain = rows.toBytes();
      byte[] body = key == null ? plain : key.seal(plain, SnapshotFormat.owner(header, blocks));
      out.write(SnapshotFormat.block(body));
      blocks++;
      rows = new FieldWriter();
    }
  }
}
