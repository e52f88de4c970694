package org.hashmatch.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.hashmatch.testdata.hashes.UniformHashes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BankFilesTest {

  private static final int ROWS = 300_000;

  @TempDir private Path folder;

  @Test
  void bank_askedForAgain_isReadAndNotMade() throws IOException {
    BankFiles files = new BankFiles(folder.resolve("data"));
    long[] made = files.bank("uniform", ROWS, UniformHashes::bank);

    AtomicInteger longest = new AtomicInteger();
    long[] read =
        files.bank(
            "uniform",
            ROWS,
            rows -> {
              longest.accumulateAndGet(rows, Math::max);
              return UniformHashes.bank(rows);
            });

    assertThat(read).isEqualTo(made).isEqualTo(UniformHashes.bank(ROWS));
    assertThat(longest).hasValueLessThan(ROWS);
    assertThat(written(folder.resolve("data"))).hasSize(1);
  }

  @Test
  void file_ofABank_holdsItsWordsLittleEndian() throws IOException {
    long[] made = new BankFiles(folder).bank("uniform", 2, UniformHashes::bank);

    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(written(folder).get(0)));
    assertThat(bytes.remaining()).isEqualTo(64);
    assertThat(bytes.order(ByteOrder.LITTLE_ENDIAN).getLong(8)).isEqualTo(made[1]);
  }

  @Test
  void bank_ofAnotherGenerator_isMade() {
    BankFiles files = new BankFiles(folder);

    assertThat(files.bank("some", 10, UniformHashes::bank))
        .isNotEqualTo(files.bank("some", 10, UniformHashes::fresh));
  }

  @Test
  void file_cutShort_isRefusedByName() throws IOException {
    BankFiles files = new BankFiles(folder);
    files.bank("uniform", 10, UniformHashes::bank);
    Files.write(written(folder).get(0), new byte[100]);

    assertThatThrownBy(() -> files.bank("uniform", 10, UniformHashes::bank))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("uniform-10-")
        .hasMessageContaining("ends early");
  }

  private static List<Path> written(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
