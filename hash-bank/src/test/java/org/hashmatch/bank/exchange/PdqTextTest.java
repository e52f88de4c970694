package org.hashmatch.bank.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.Quality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of PDQ text. */
class PdqTextTest {

  private static final ImageHash HASH = ImageHash.parse(HashAlgorithm.PDQ, Examples.HASH);
  private static final String BY_HASH = "list/0e5922e7ef367b34b38ded3bae3450f8";
  private static final String OTHER = "a".repeat(63) + "b";

  private static String filled(String line) {
    return line.replace("HASH", Examples.HASH).replace("OTHER", OTHER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HASH|BY_HASH",
        "HASH,a.jpg|a.jpg",
        "HASH,a folder/with, commas.jpg|a folder/with, commas.jpg",
        "HASH,100|BY_HASH",
        "HASH,100,a.jpg|100,a.jpg",
        "HASH,HASH.jpg|BY_HASH",
        "hash=HASH|BY_HASH",
        "hash=HASH,norm=128,delta=0|BY_HASH",
        "hash=HASH,norm=128,filename=a, b.jpg|a, b.jpg",
        "HASH,OTHER,OTHER,OTHER,OTHER,OTHER,OTHER,OTHER|BY_HASH",
        "HASH,OTHER,OTHER,OTHER,OTHER,OTHER,OTHER,OTHER,100|BY_HASH",
        "HASH,OTHER,OTHER,OTHER,OTHER,OTHER,OTHER,OTHER,100,a.jpg|a.jpg",
        "orig=HASH,rot90=OTHER,rot180=OTHER,rot270=OTHER,flipx=OTHER,flipy=OTHER,flipp=OTHER,flipm=OTHER|BY_HASH"
      })
  void pdq_anyForm_isTheFirstHashWithItsName(String line, String id) throws IOException {
    BankEntry entry = Taken.read(ListFormat.PDQ, filled(line)).entry();

    assertThat(entry.hashes()).containsExactly(HASH);
    assertThat(entry.id()).isEqualTo(id.replace("BY_HASH", BY_HASH));
    assertThat(entry.quality()).isEmpty();
  }

  @Test
  void pdq_qualityByItsKey_isTheQuality() throws IOException {
    BankEntry entry =
        Taken.read(ListFormat.PDQ, filled("hash=HASH,norm=128,delta=0,quality=87,filename=a.jpg"))
            .entry();

    assertThat(entry.quality()).contains(new Quality(87));
    assertThat(entry.id()).isEqualTo("a.jpg");
  }

  @ParameterizedTest
  @ValueSource(strings = {"12,100,HASH,0.400", "HASH,100,0.400"})
  void pdq_framesOfVideos_areUnsupported(String line) throws IOException {
    Taken taken = Taken.read(ListFormat.PDQ, filled(line));

    assertThat(taken.unsupported())
        .extracting(RowProblem::toString)
        .containsExactly("line 1: is a frame of a video (vPDQ)");
    assertThat(taken.rows()).isEqualTo(1);
  }

  @Test
  void pdq_pathsAndHashesUnderTheirHeader_areRead() throws IOException {
    Taken taken = Taken.read(ListFormat.PDQ, filled("FilePath,Hash\na, b.jpg,HASH\nx\n"));

    assertThat(taken.entries()).extracting(BankEntry::id).containsExactly("a, b.jpg");
    assertThat(taken.invalid())
        .extracting(RowProblem::toString)
        .containsExactly("line 3: must be FilePath,Hash (got no comma)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "# a comment|hash: hash must be 64 hex digits (got 11 characters)",
        "pdq HASH|hash: hash must be 64 hex digits (got 68 characters)",
        "hash=HASH,quality=101|quality: quality must be 0..100 (got 101)",
        "hash=HASH,quality=-1|quality: must be a whole number in 0..100",
        "hash=HASH,hash=OTHER|: has a key twice",
        "norm=128|hash: is missing",
        "hash=HASH,oops|: must be key=value pairs"
      })
  void pdq_badLine_isInvalid(String line, String problem) throws IOException {
    Taken taken = Taken.read(ListFormat.PDQ, filled(line));

    String expected = problem.startsWith(":") ? "line 1" + problem : "line 1, " + problem;
    assertThat(taken.invalid()).extracting(RowProblem::toString).containsExactly(expected);
    assertThat(taken.rows()).isEqualTo(1);
  }

  @Test
  void pdq_linesThatAreNotText_areInvalidAndTheRestIsRead() throws IOException {
    byte[] text =
        filled("HASH,a\nHASH,?\n\nHASH,b").getBytes(java.nio.charset.StandardCharsets.UTF_8);
    for (int i = 0; i < text.length; i++) {
      if (text[i] == '?') {
        text[i] = (byte) 0xff;
      }
    }
    Taken taken = Taken.read(ListFormat.PDQ, text);
    Taken tooLong = Taken.read(ListFormat.PDQ, filled("x".repeat(70_000) + "\nHASH,b"));

    assertThat(taken.entries()).extracting(BankEntry::id).containsExactly("a", "b");
    assertThat(taken.invalid())
        .extracting(RowProblem::toString)
        .containsExactly("line 2: is not UTF-8");
    assertThat(tooLong.entries()).hasSize(1);
    assertThat(tooLong.invalid())
        .extracting(RowProblem::toString)
        .containsExactly("line 1: a line must have at most 65536 bytes");
  }

  @Test
  void pdqQuality_lines_haveQualityAndName() throws IOException {
    Taken taken =
        Taken.read(ListFormat.PDQ_QUALITY, filled("HASH,87,a,b\nHASH,0\nHASH,101,x\nHASH,x\n"));

    assertThat(taken.entries()).extracting(BankEntry::id).containsExactly("a,b", BY_HASH);
    assertThat(taken.entries().get(0).quality()).contains(new Quality(87));
    assertThat(taken.entries().get(1).quality()).contains(Quality.NONE);
    assertThat(taken.invalid())
        .extracting(RowProblem::toString)
        .containsExactly(
            "line 3: quality must be 0..100 (got 101)",
            "line 4: quality must be a whole number in 0..100");
  }
}
