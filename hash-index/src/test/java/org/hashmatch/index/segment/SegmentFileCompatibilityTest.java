package org.hashmatch.index.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.index.Match;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bytes of each released version of the format, for good. */
final class SegmentFileCompatibilityTest {

  private static final HashAlgorithm ALGORITHM = HashAlgorithm.PHASH_64;
  private static final ImageHash FIRST_BIT = ImageHash.of(ALGORITHM, 1);
  private static final ImageHash OTHER = ImageHash.of(ALGORITHM, 0xFEDCBA9876543210L);

  private static final int VERSION_1_BYTES = 0x240;

  /** Two rows, three entries, no tables. Lines of 16 bytes; those of zeros are left out. */
  private static final String VERSION_1 =
      """
      000 894853470d0a1a0a0100000000010000
      010 40020000000000000201000000000000
      020 40000000010000000200000003000000
      030 00000000000000000100000005000000
      040 70686173680000000000000000000000
      060 00010000000000001000000000000000
      070 e7d00e62000000004001000000000000
      080 1800000000000000d92e3d1300000000
      090 80010000000000000c00000000000000
      0a0 64c9bf4e00000000c001000000000000
      0b0 08000000000000008ed9197500000000
      0c0 00020000000000000c00000000000000
      0d0 297ef576000000000000000000000000
      0f0 000000000000000000000000c8604edc
      100 00000000004000005990b85ef89754aa
      140 0300000000000000feffffffffffffff
      150 05000000000000000000000000000000
      180 01000000000000000200000000000000
      1c0 02000000030000000000000000000000
      200 00000000020000000100000000000000
      """;

  @TempDir private Path folder;

  private static byte[] bytes(String lines, int length) {
    byte[] bytes = new byte[length];
    for (String line : lines.lines().toList()) {
      byte[] some = HexFormat.of().parseHex(line.substring(4));
      System.arraycopy(some, 0, bytes, HexFormat.fromHexDigits(line, 0, 3), some.length);
    }
    return bytes;
  }

  @Test
  void open_version1_answers() throws IOException {
    Path file = Files.write(folder.resolve("it"), bytes(VERSION_1, VERSION_1_BYTES));
    for (SegmentAccess access : SegmentAccess.values()) {
      SegmentFile opened = SegmentFile.open(file, access);
      assertThat(opened.algorithm()).isEqualTo(ALGORITHM);
      assertThat(opened.sequence()).isEqualTo(258);
      assertThat(opened.index().search(FIRST_BIT, 0))
          .containsExactly(new Match(3, 0), new Match(5, 0));
      assertThat(opened.index().search(OTHER, 0)).containsExactly(new Match(-2, 0));
    }
  }

  @Test
  void write_sameContent_givesVersion1() throws IOException {
    MultiIndexHashingIndex index = new MultiIndexHashingIndex(ALGORITHM);
    index.add(3, FIRST_BIT);
    index.add(-2, OTHER);
    index.add(5, FIRST_BIT);
    Path file = folder.resolve("it");
    SegmentFile.write(file, index, 258);
    assertThat(file).hasBinaryContent(bytes(VERSION_1, VERSION_1_BYTES));
  }
}
