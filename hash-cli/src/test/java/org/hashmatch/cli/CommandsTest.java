package org.hashmatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hashmatch.bank.exchange.HashLine;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every verb doing what it is for, on real files. */
class CommandsTest {

  private static final Path VALLEY = Cli.image("known/valley-02.jpg");
  private static final Path LAKE = Cli.image("known/lake-02.jpg");

  @TempDir private Path folder;
  private Path bank;

  @BeforeEach
  void name() {
    bank = folder.resolve("ncii.bank");
  }

  @Test
  void hash_files_printsALineEachInTheirOrder() throws IOException {
    Cli run = Cli.run("hash", LAKE, VALLEY, LAKE);

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines())
        .containsExactly(
            reference("known/lake-02.jpg", LAKE),
            reference("known/valley-02.jpg", VALLEY),
            reference("known/lake-02.jpg", LAKE));
  }

  @Test
  void hash_byEitherDecoderAndProfile_agrees() {
    String opencv = Cli.run("hash", "--decoder", "opencv", VALLEY).out();

    assertThat(Cli.run("hash", "--decoder", "java", VALLEY).out()).isEqualTo(opencv);
    assertThat(Cli.run("hash", "--algorithm", "pdq-nn512", VALLEY).out())
        .isNotEqualTo(opencv)
        .hasSameSizeAs(opencv);
  }

  /**
   * Lossy WebP is the one format in which the decoders differ: Java's interpolates colours more
   * coarsely.
   */
  @Test
  void hash_webpByTheJavaDecoder_isWithinSixBits() {
    List<Path> pictures =
        List.of(
            Cli.image("known/leaves-02.webp"),
            Cli.image("known/beach-02.webp"),
            Cli.image("uploads/innocent/lake-04.webp"),
            Cli.image("uploads/reformatted/wall-01.webp"));
    for (Path picture : pictures) {
      ImageHash java = hash(Cli.run("hash", "--decoder", "java", picture));
      assertThat(java.distance(hash(Cli.run("hash", picture))))
          .as("%s", picture)
          .isLessThanOrEqualTo(6);
    }
  }

  private static ImageHash hash(Cli run) {
    return HashLine.parse(HashAlgorithm.PDQ, run.out().strip()).hash();
  }

  @Test
  void hash_failingFileAmongGood_isSaidOnStandardErrorAndTheRestGoesOn() {
    Path broken = Cli.image("uploads/broken/cut.png");
    Cli run = Cli.run("hash", LAKE, broken, VALLEY);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out().lines()).hasSize(2);
    assertThat(run.err()).isEqualTo(broken + ": DAMAGED: PNG cannot be decoded\n");
  }

  @Test
  void hash_cutJpeg_isPrintedAndSaidToBeAPart() {
    Path cut = Cli.image("uploads/broken/cut.jpg");
    Cli run = Cli.run("hash", cut);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out().lines()).hasSize(1);
    assertThat(run.err()).isEqualTo(cut + ": PARTIAL: only a part of it can be decoded\n");
  }

  @Test
  void bank_fromCreationToExport_keepsWhatItIsGiven() throws IOException {
    assertThat(Cli.run("bank", "create", bank, "--radius", 20, "--decision", "review").code())
        .isZero();
    Cli add =
        Cli.run(
            "bank",
            "add",
            bank,
            VALLEY,
            LAKE,
            "--label",
            "ncii",
            "--source",
            "helpdesk",
            "--case",
            "7");
    assertThat(add.code()).isZero();
    assertThat(add.err()).isEqualTo("2 added, 0 there already, 0 refused; 2 in the bank\n");
    assertThat(Cli.run("bank", "add", bank, LAKE).err())
        .isEqualTo("0 added, 1 there already, 0 refused; 2 in the bank\n");
    assertThat(Cli.run("bank", "stats", bank).out())
        .contains(
            "name           ncii\n",
            "radius pdq/1/256  20\n",
            "decision       REVIEW\n",
            "entries        2\n")
        .contains("label ncii     2\n", "source helpdesk  2\n");
    assertThat(Cli.run("bank", "verify", bank).out()).isEqualTo("ok, 2 entries\n");
    assertThat(Cli.run("bank", "export", bank, "--format", "pdq-quality").out())
        .isEqualTo(Cli.run("hash", VALLEY, LAKE).out());
    assertThat(Cli.run("bank", "remove", bank, LAKE).err()).isEqualTo("1 removed, 1 in the bank\n");
    assertThat(Cli.run("bank", "remove", bank, LAKE).code()).isEqualTo(2);

    Path exported = folder.resolve("list.csv");
    assertThat(Cli.run("bank", "export", bank, exported, "--format", "pdq-quality").code())
        .isZero();
    assertThat(exported).hasContent(Cli.run("hash", VALLEY).out());
  }

  @Test
  void bankImport_whatHashPrints_isReadBackAndMatches() throws IOException {
    Path list = folder.resolve("a, b.csv");
    Files.writeString(list, Cli.run("hash", VALLEY, LAKE).out());
    Cli.run("bank", "create", bank);

    assertThat(Cli.run("bank", "import", bank, "--format", "pdq-quality", list).err())
        .isEqualTo("2 added, 0 there already, 0 refused; 2 in the bank\n");
    assertThat(Cli.run("bank", "import", bank, "--format", "pdq-quality", list).err())
        .isEqualTo("0 added, 2 there already, 0 refused; 2 in the bank\n");
    Cli match = Cli.run("match", "--bank", bank, list);
    assertThat(match.code()).isEqualTo(1);
    assertThat(match.out())
        .isEqualTo(
            "query,decision,bank,entry,distance,reason\n"
                + VALLEY
                + ",BLOCK,ncii,"
                + VALLEY
                + ",0,\n"
                + LAKE
                + ",BLOCK,ncii,"
                + LAKE
                + ",0,\n");
  }

  @Test
  void match_allAndLowQualityAndUnknown_saysEach() throws IOException {
    String hash = Cli.run("hash", VALLEY).out().substring(0, 64);
    Path list = folder.resolve("list.csv");
    Files.writeString(list, hash + ",100,one\n" + hash + ",100,two\n");
    Cli.run("bank", "create", bank);
    Cli.run("bank", "import", bank, "--format", "pdq-quality", list);
    Path queries = folder.resolve("queries.csv");
    String other = Cli.run("hash", LAKE).out().substring(0, 64);
    Files.writeString(queries, hash + ",100\n" + hash + ",49,dim\n" + other + ",100,lake\n");

    Cli best = Cli.run("match", "--bank", bank, queries);
    assertThat(best.code()).isEqualTo(2);
    assertThat(best.out().lines().skip(1))
        .containsExactly(
            "line 1,BLOCK,ncii,one,0,", "dim,UNSCREENABLE,,,,FEATURELESS", "lake,CLEAR,,,,");
    assertThat(Cli.run("match", "--all", "--bank", bank, queries).out().lines().skip(1))
        .startsWith("line 1,BLOCK,ncii,one,0,", "line 1,BLOCK,ncii,two,0,");
  }

  /** The upload is a JPEG of 1,024 pixels, which screening reduces by two. */
  @Test
  void screen_largeJpeg_isReducedUnlessAllPixelsAreAskedFor() throws IOException {
    Cli.run("bank", "create", bank);
    Cli.run("bank", "add", bank, Cli.image("known/lake-01.jpg"));
    Path mirrored = Cli.image("uploads/mirrored/lake-01-left-right.jpg");

    assertThat(Cli.run("screen", "--bank", bank, mirrored).out()).contains("distance 2");
    assertThat(Cli.run("screen", "--all-pixels", "--bank", bank, mirrored).out())
        .contains("distance 0");
  }

  @Test
  void screen_folderInEveryFormat_saysTheSame() throws IOException {
    Cli.run("bank", "create", bank);
    Cli.run("bank", "add", bank, Cli.image("known/lake-01.jpg"));
    Path mirrored = Cli.image("uploads/mirrored/lake-01-left-right.jpg");
    Path tiny = Cli.image("uploads/broken/tiny.png");

    Cli csv =
        Cli.run("screen", "--all-pixels", "--bank", bank, "--format", "csv", mirrored, tiny, LAKE);
    assertThat(csv.code()).isEqualTo(2);
    assertThat(csv.out())
        .isEqualTo(
            "file,decision,bank,entry,distance,view,quality,reason\n"
                + mirrored
                + ",BLOCK,ncii,"
                + Cli.image("known/lake-01.jpg")
                + ",0,flipy,100,\n"
                + tiny
                + ",UNSCREENABLE,,,,,,TOO_SMALL\n"
                + LAKE
                + ",CLEAR,,,,,100,\n");
    assertThat(csv.err()).startsWith("3 pictures: 1 BLOCK, 1 CLEAR, 1 UNSCREENABLE; ");

    Cli text = Cli.run("screen", "--all-pixels", "--bank", bank, mirrored, tiny, LAKE);
    assertThat(text.out().lines().map(line -> line.split(" ", 2)[0]))
        .containsExactly("BLOCK", "UNSCREENABLE", "CLEAR");
    assertThat(text.out())
        .contains(
            "distance 0 of 31, flipy, quality 100",
            "(TOO_SMALL: 16x12 pixels (at least 64 a side))");

    List<String> objects =
        Cli.run("screen", "--all-pixels", "--bank", bank, "--format", "jsonl", mirrored, tiny, LAKE)
            .out()
            .lines()
            .toList();
    assertThat(objects).hasSize(3).allSatisfy(CommandsTest::assertJson);
    assertThat(objects.get(0))
        .contains("\"decision\":\"BLOCK\"", "\"algorithm\":\"pdq/1/256\"", "\"view\":\"flipy\"");
    assertThat(objects.get(1)).contains("\"reason\":\"TOO_SMALL\"", "\"matches\":[]");
  }

  @Test
  void screen_exitCode_isThatOfTheWorst() {
    Cli.run("bank", "create", bank);
    Cli.run("bank", "add", bank, VALLEY);

    assertThat(Cli.run("screen", "--bank", bank, LAKE).code()).isZero();
    assertThat(Cli.run("screen", "--bank", bank, LAKE, VALLEY).code()).isEqualTo(1);
    assertThat(Cli.run("screen", "--bank", bank, VALLEY, folder.resolve("none.jpg")).code())
        .isEqualTo(2);
  }

  @Test
  void screen_folderThatIsALink_isOpened() throws IOException {
    Cli.run("bank", "create", bank);
    Path link = Files.createSymbolicLink(folder.resolve("link"), Cli.image("uploads/mirrored"));

    assertThat(Cli.run("screen", "--bank", bank, link).out().lines())
        .hasSize(4)
        .allMatch(line -> line.startsWith("CLEAR ") && line.contains("link/"));
  }

  @Test
  void screen_severalBanks_theBlockingOneDecides() {
    Path review = folder.resolve("review.bank");
    Cli.run("bank", "create", review, "--decision", "review", "--name", "second look");
    Cli.run("bank", "create", bank);
    Cli.run("bank", "add", review, VALLEY, LAKE);
    Cli.run("bank", "add", bank, VALLEY);

    Cli run = Cli.run("screen", "--bank", review, "--bank", bank, "--format", "csv", VALLEY, LAKE);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains(VALLEY + ",BLOCK,ncii,", LAKE + ",REVIEW,second look,");
  }

  @Test
  void compare_turnedCopyAndOther_saysHowFar() {
    Path turned = Cli.image("uploads/rotated/facade-01-180.jpg");
    Cli same = Cli.run("compare", Cli.image("known/facade-01.jpg"), turned);
    assertThat(same.code()).isEqualTo(1);
    assertThat(same.out()).contains("with the first one as rotate180", "MATCH");

    assertThat(Cli.run("compare", VALLEY, LAKE).code()).isZero();
    assertThat(Cli.run("compare", VALLEY, Cli.image("uploads/broken/flat.png")).code())
        .isEqualTo(2);
    assertThat(Cli.run("compare", VALLEY, Cli.image("uploads/broken/text.jpg")).err())
        .contains("NOT_AN_IMAGE");
  }

  @Test
  void demo_projectsPictures_comesOutAsExpected() {
    Cli run = Cli.run("demo", "--images", Cli.IMAGES);

    assertThat(run.out()).contains("A bank of 20 known pictures", "Every decision is as expected.");
    assertThat(run.code()).isZero();
  }

  @Test
  void selftest_here_passes() {
    Cli run = Cli.run("selftest");

    assertThat(run.out())
        .contains("ok      opencv: leaves-02.webp: 0 bits", "selftest passed")
        .doesNotContain("FAILED");
    assertThat(run.code()).isZero();
  }

  private static void assertJson(String line) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(line)) {
      int tokens = 0;
      while (parser.nextToken() != null) {
        tokens++;
      }
      assertThat(tokens).isGreaterThan(5);
    }
  }

  /** The committed reference line, under the name that was given. */
  private static String reference(String file, Path given) throws IOException {
    try (var lines = Files.lines(Cli.image("reference-hashes.csv"))) {
      return lines
          .filter(line -> line.endsWith("," + file))
          .map(line -> line.replace(file, given.toString()))
          .findFirst()
          .orElseThrow();
    }
  }
}
