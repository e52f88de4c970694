package org.hashmatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hashmatch.bank.exchange.HashLine;
import org.hashmatch.hash.Dihedral;
import org.hashmatch.hash.HashAlgorithm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

/** Every algorithm by its name, from a hash to a decision. */
class AlgorithmsTest {

  private static final Path LEAVES = Cli.image("known/leaves-01.jpg");
  private static final Path MIRRORED = Cli.image("uploads/mirrored/leaves-01-left-right.jpg");

  @TempDir private Path folder;
  private Path bank;

  @BeforeEach
  void name() {
    bank = folder.resolve("ncii.bank");
  }

  static Stream<HashAlgorithm> algorithms() {
    return Algorithms.all().stream();
  }

  @Test
  void all_areFourteenWithPdqFirst() {
    assertThat(Algorithms.all())
        .hasSize(14)
        .doesNotHaveDuplicates()
        .startsWith(HashAlgorithm.PDQ, HashAlgorithm.PDQ_NN512);
  }

  @ParameterizedTest
  @CsvSource({
    "pdq, pdq/1/256",
    "pdq/256, pdq/1/256",
    "pdq-nn512, pdq-nn512/1/256",
    "phash/64, phash/1/64",
    "phash/256, phash/1/256",
    "dhash-vertical/1/256, dhash-vertical/1/256",
    "whash, whash/1/64",
    "opencv-block-mean, opencv-block-mean/1/256"
  })
  void convert_clearName_isTheAlgorithm(String name, String id) {
    assertThat(new Algorithms.Converter().convert(name).id()).isEqualTo(id);
  }

  @Test
  void convert_nameOfTwo_saysWhich() {
    assertThatThrownBy(() -> new Algorithms.Converter().convert("phash"))
        .isInstanceOf(TypeConversionException.class)
        .hasMessage("'phash' may mean any of phash/1/64, phash/1/256");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "md5",
        "PDQ",
        "pdq/2/256",
        "pdq/64",
        "pdq/1",
        "phash/1",
        " pdq",
        "/",
        "pdq/1/256/"
      })
  void hash_byUnknownName_isAUsageErrorThatListsWhatThereIs(String name) {
    Cli run = Cli.run("hash", "--algorithm", name, LEAVES);

    assertThat(run.code()).isEqualTo(64);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith(
            "hashmatch: Invalid value for option '--algorithm': expected one of pdq/1/256, ")
        .contains("phash/1/64, phash/1/256", "opencv-marr-hildreth/1/576");
  }

  @Test
  void hash_withoutAlgorithm_isPdq() {
    assertThat(Cli.run("hash", LEAVES)).isEqualTo(Cli.run("hash", "--algorithm", "pdq", LEAVES));
  }

  @Test
  void hash_allDihedral_printsEightLinesThatImportReads() throws Exception {
    Cli run = Cli.run("hash", "--algorithm", "blockhash", "--all-dihedral", LEAVES);

    assertThat(
            run.out().lines().map(line -> HashLine.parse(HashAlgorithm.BLOCKHASH_256, line).name()))
        .containsExactlyElementsOf(
            Stream.of(Dihedral.values()).map(view -> LEAVES + "," + view.label()).toList());
    assertThat(run.out())
        .startsWith(Cli.run("hash", "--algorithm", "blockhash", LEAVES).out().strip());

    Path list = Files.writeString(folder.resolve("list.csv"), run.out());
    Cli.run("bank", "create", bank, "--algorithm", "blockhash", "--radius", 12);
    assertThat(Cli.run("bank", "import", bank, "--format", "pdq-quality", list).err())
        .isEqualTo("8 added, 0 there already, 0 refused; 8 in the bank\n");
    Path query =
        Files.writeString(
            folder.resolve("query.csv"),
            Cli.run("hash", "--algorithm", "blockhash", MIRRORED).out());
    assertThat(Cli.run("match", "--bank", bank, query).out()).contains(",flipy");
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void bank_ofAnyAlgorithm_findsTheMirroredPicture(HashAlgorithm algorithm) throws Exception {
    Path other = Cli.image("known/valley-02.jpg");
    int radius = algorithm.bits() / 16;
    assertThat(
            Cli.run("bank", "create", bank, "--algorithm", algorithm.id(), "--radius", radius)
                .code())
        .isZero();
    assertThat(Cli.run("bank", "add", bank, "--isolation", "none", LEAVES).err())
        .startsWith("1 added");
    assertThat(Cli.run("bank", "stats", bank).out())
        .contains("radius " + algorithm + "  " + radius + "\n");

    Cli screen =
        Cli.run(
            "screen", "--bank", bank, "--isolation", "none", "--format", "csv", MIRRORED, other);
    assertThat(screen.out().lines().skip(1).map(AlgorithmsTest::decisionAndView))
        .containsExactly("BLOCK flipy", "CLEAR ");
    assertThat(screen.code()).isEqualTo(1);

    String line = Cli.run("hash", "--algorithm", algorithm.id(), LEAVES).out();
    assertThat(line.indexOf(',')).isEqualTo(algorithm.hexDigits());
    assertThat(Cli.run("bank", "export", bank, "--format", "pdq-quality").out()).isEqualTo(line);
    Path list = Files.writeString(folder.resolve("list.csv"), line);
    assertThat(Cli.run("bank", "import", bank, "--format", "pdq-quality", list).err())
        .startsWith("0 added, 1 changed, 0 there already");
    assertThat(Cli.run("match", "--bank", bank, list).out())
        .contains(",BLOCK,ncii," + LEAVES + ",0,");
  }

  private static String decisionAndView(String row) {
    String[] fields = row.split(",", -1);
    return fields[1] + " " + fields[5];
  }

  @Test
  void bankCreate_ofPdqsProfiles_hasPdqsRadius() {
    Cli.run("bank", "create", bank, "--algorithm", "pdq-nn512");

    assertThat(Cli.run("bank", "stats", bank).out()).contains("radius pdq-nn512/1/256  31\n");
  }

  @Test
  void bankCreate_ofAnotherAlgorithmWithoutRadius_isAUsageErrorThatSaysWhy() {
    for (HashAlgorithm algorithm : Algorithms.all().subList(2, 14)) {
      Cli run = Cli.run("bank", "create", bank, "--algorithm", algorithm);

      assertThat(run.code()).isEqualTo(64);
      assertThat(run.err())
          .startsWith(
              "hashmatch: --radius is missing: PDQ's 31 means nothing for "
                  + algorithm
                  + ", and there is no usual one\n");
      assertThat(bank).doesNotExist();
    }
    assertThat(Cli.run("bank", "create", bank, "--algorithm", "whash", "--radius", 65).err())
        .isEqualTo("hashmatch: radius must be 0..64 for whash/1/64 (got 65)\n");
  }

  @Test
  void screen_banksOfTwoAlgorithms_isRefused() {
    Path other = folder.resolve("other.bank");
    Cli.run("bank", "create", bank);
    Cli.run("bank", "create", other, "--algorithm", "whash", "--radius", 4);

    Cli run = Cli.run("screen", "--bank", bank, "--bank", other, LEAVES);
    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err())
        .isEqualTo(
            "hashmatch: the banks have no algorithm in common: [[pdq/1/256], [whash/1/64]]\n");
  }

  @Test
  void bankImport_listOfAnotherWidth_isRefusedByTheLine() throws Exception {
    Path list =
        Files.writeString(
            folder.resolve("list.csv"), Cli.run("hash", "--algorithm", "phash/64", LEAVES).out());
    Cli.run("bank", "create", bank);

    assertThat(Cli.run("bank", "import", bank, "--format", "pdq-quality", list).err())
        .startsWith(list + ": line 1: hash must be 64 hex digits (got 16 characters)\n");
  }

  @Test
  void profile_isNoOptionAnyMore() {
    for (List<Object> command :
        List.<List<Object>>of(
            List.of("hash", "--profile", "nn512", LEAVES),
            List.of("bank", "create", bank, "--profile", "nn512"))) {
      assertThat(Cli.run(command.toArray()).code()).isEqualTo(64);
    }
  }
}
