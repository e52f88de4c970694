package org.hashmatch.eval.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hashmatch.eval.attack.AttackPack;
import org.hashmatch.eval.attack.Picture;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.algorithm.ImageHashers;
import org.hashmatch.hash.decode.ImageGuard;
import org.hashmatch.hash.decode.JavaDecoder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small studies whose outcome is known beforehand. */
class StudyTest {

  private static final PictureReader READER =
      new PictureReader(ImageGuard.withDefaults(), new JavaDecoder());

  /** The first changes nothing, the second everything that a plain hash knows. */
  private static final AttackPack SAME_OR_MIRRORED =
      AttackPack.parse(
          """
          hashmatch-attacks 1 known 1
          same  same    resize factor=1
          turn  mirror  mirror
          """);

  private static final AttackPack NOISY =
      AttackPack.parse(
          """
          hashmatch-attacks 1 noisy 1
          noise  noise   noise sd=5..40
          jpeg   jpeg    jpeg quality=20..90
          crop   crop    crop area=0.02..0.4 place=corner
          """);

  @TempDir private Path folder;
  private final List<StudyPicture> images = new ArrayList<>();
  private final List<StudyPicture> distractors = new ArrayList<>();

  @BeforeEach
  void drawPictures() throws IOException {
    for (int i = 0; i < 14; i++) {
      Path file = folder.resolve("picture-" + i + ".png");
      Files.write(file, Scribble.picture(i).toPng());
      (i < 6 ? images : distractors).add(new StudyPicture(file.getFileName().toString(), file));
    }
  }

  private StudyPlan plan(List<StudiedHasher> hashers, AttackPack pack, long seed) {
    return plan(hashers, List.of(), pack, seed);
  }

  private StudyPlan plan(
      List<StudiedHasher> hashers, List<StudiedMatcher> matchers, AttackPack pack, long seed) {
    StudyPlan.Builder plan =
        StudyPlan.builder()
            .images(images)
            .distractors(distractors)
            .pack(pack)
            .seed(seed)
            .maxSide(320)
            .distractorEdits(2)
            .figures(new StudyPlan.Figures(List.of(0.01), 999, 1000, 1000));
    hashers.forEach(plan::hasher);
    matchers.forEach(plan::matcher);
    return plan.build();
  }

  private static StudiedHasher pdq() {
    return PixelHasher.plain(ImageHashers.of(HashAlgorithm.PDQ));
  }

  private static StudiedHasher pdqDihedral() {
    return PixelHasher.dihedral(ImageHashers.of(HashAlgorithm.PDQ));
  }

  private List<StudyTable> run(StudyPlan plan, String work) throws IOException {
    return new Study(plan, READER, StudyListener.NONE).run(folder.resolve(work));
  }

  private static String recall(List<StudyTable> tables, String hasher, String edit) {
    StudyTable recalls = StudyTable.named(tables, "recall");
    return recalls.rows().stream()
        .filter(row -> recalls.cell(row, "hasher").equals(hasher))
        .filter(row -> recalls.cell(row, "point").equals("fpr 0.01 in sample"))
        .filter(row -> recalls.cell(row, "name").equals(edit))
        .map(row -> recalls.cell(row, "hits") + " of " + recalls.cell(row, "trials"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void study_ofTurnedPictures_isFoundByThoseWhoLookForThem() throws IOException {
    List<StudyTable> tables = run(plan(List.of(pdq(), pdqDihedral()), SAME_OR_MIRRORED, 1), "w");

    assertThat(recall(tables, "pdq", "same")).isEqualTo("6 of 6");
    assertThat(recall(tables, "pdq", "mirror")).isEqualTo("0 of 6");
    assertThat(recall(tables, "pdq:dihedral", "mirror")).isEqualTo("6 of 6");
    StudyTable radii = StudyTable.named(tables, "radii");
    // 14 * 13 / 2 originals; 6 images twice and 8 distractors twice edited, against 13 others each.
    assertThat(radii.rows())
        .filteredOn(row -> radii.cell(row, "point").equals("fpr 0.01 in sample"))
        .extracting(row -> radii.cell(row, "pairs"))
        .containsOnly(Integer.toString(14 * 13 / 2 + (6 * 2 + 8 * 2) * 13));
    StudyTable summary = StudyTable.named(tables, "summary");
    assertThat(summary.cell(summary.rows().get(1), "auc")).isEqualTo("1.000000");
  }

  @Test
  void study_stoppedOrNot_withTheSameSeed_saysTheSame() throws IOException {
    StudyPlan plan = plan(List.of(pdq()), NOISY, 42);
    List<StudyTable> tables = run(plan, "first");

    List<StudyPicture> done = new ArrayList<>();
    StudyListener stopping =
        new StudyListener() {
          @Override
          public void pictureDone(int count, int total) {
            done.add(images.get(0));
            if (count == 5) {
              throw new IllegalStateException("stopped");
            }
          }
        };
    assertThatThrownBy(() -> new Study(plan, READER, stopping).run(folder.resolve("second")))
        .hasMessage("stopped");
    assertThat(run(plan, "second")).isEqualTo(tables);

    assertThat(done).hasSizeGreaterThanOrEqualTo(5);
    assertThat(run(plan(List.of(pdq()), NOISY, 43), "third")).isNotEqualTo(tables);
  }

  @Test
  void study_withOtherFilesBesides_movesNoPicturesFigures() throws IOException {
    List<StudyTable> few = run(plan(List.of(pdq()), NOISY, 42), "few");
    StudyPicture last = distractors.remove(distractors.size() - 1);
    List<StudyTable> fewer = run(plan(List.of(pdq()), NOISY, 42), "fewer");

    StudyTable edits = StudyTable.named(few, "edits");
    assertThat(StudyTable.named(fewer, "edits").rows())
        .isNotEmpty()
        .isEqualTo(
            edits.rows().stream()
                .filter(row -> !edits.cell(row, "picture").equals(last.id()))
                .toList());
  }

  @Test
  void study_ofAProgram_readsTheHashesItPrints() throws IOException {
    String command =
        "each() { for p; do printf '%s\\t%s\\n' \"$p\" \"$(cksum < \"$p\" | cut -d' ' -f1"
            + " | xargs printf '%016x')\"; done; }; each";
    StudiedHasher checksum = new CommandHasher("cksum", command);
    List<StudyTable> tables = run(plan(List.of(checksum), SAME_OR_MIRRORED, 1), "w");

    assertThat(recall(tables, "cksum", "same")).isEqualTo("6 of 6");
    assertThat(recall(tables, "cksum", "mirror")).isEqualTo("0 of 6");
  }

  @Test
  void study_ofAProgramThatFailsOrSaysNothing_fails() {
    assertThatThrownBy(
            () -> run(plan(List.of(new CommandHasher("bad", "exit 3;")), SAME_OR_MIRRORED, 1), "w"))
        .isInstanceOf(IOException.class)
        .hasMessage("bad ended with exit code 3");
    assertThatThrownBy(
            () -> run(plan(List.of(new CommandHasher("mute", "true")), SAME_OR_MIRRORED, 1), "v"))
        .isInstanceOf(IOException.class)
        .hasMessage("mute printed no hash for a picture (0 of 3 were understood)");
  }

  @Test
  void study_ofAMatcher_readsTheScoresItWrites() throws IOException {
    String command =
        "match() { for q in \"$2\"/*; do for b in \"$1\"/*; do cmp -s \"$q\" \"$b\""
            + " && printf '%s\\t%s\\t7.5\\n' \"${q##*/}\" \"${b##*/}\"; done; done > \"$3\"; true; };"
            + " match";
    StudiedMatcher equal = new StudiedMatcher("cmp", command);
    List<StudyTable> tables = run(plan(List.of(), List.of(equal), SAME_OR_MIRRORED, 1), "w");

    assertThat(recall(tables, "cmp", "same")).isEqualTo("6 of 6");
    assertThat(recall(tables, "cmp", "mirror")).isEqualTo("0 of 6");
    StudyTable radii = StudyTable.named(tables, "radii");
    assertThat(radii.cell(radii.rows().get(0), "radius_first_half")).isEqualTo("7.5");
  }

  @Test
  void study_ofAMatcherThatWritesSomethingElse_fails() {
    StudiedMatcher wrong = new StudiedMatcher("wrong", "f() { echo hello > \"$3\"; }; f");
    assertThatThrownBy(() -> run(plan(List.of(), List.of(wrong), SAME_OR_MIRRORED, 1), "w"))
        .isInstanceOf(IOException.class)
        .hasMessage("wrong wrote no query<TAB>bank<TAB>score in line 1");
    StudiedMatcher mute = new StudiedMatcher("mute", "true");
    assertThatThrownBy(() -> run(plan(List.of(), List.of(mute), SAME_OR_MIRRORED, 1), "v"))
        .isInstanceOf(IOException.class)
        .hasMessage("mute did not write its third argument, OUT.tsv");
  }

  @Test
  void study_leavesOutWhatIsNoPicture_andSaysSo() throws IOException {
    Path huge = folder.resolve("huge.jpg");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(READER.guard().limits().maxBytes() + 1);
    }
    distractors.add(new StudyPicture("huge.jpg", huge));
    Path broken = folder.resolve("broken.jpg");
    Files.writeString(broken, "this is no picture");
    distractors.add(new StudyPicture("broken.jpg", broken));
    List<String> left = new ArrayList<>();
    StudyListener listener =
        new StudyListener() {
          @Override
          public void leftOut(StudyPicture picture, String problem) {
            left.add(picture.id() + ": " + problem);
          }
        };
    List<StudyTable> tables =
        new Study(plan(List.of(pdq()), SAME_OR_MIRRORED, 1), READER, listener)
            .run(folder.resolve("w"));

    assertThat(left)
        .hasSize(2)
        .anyMatch(line -> line.startsWith("broken.jpg: NOT_AN_IMAGE"))
        .anyMatch(line -> line.startsWith("huge.jpg: TOO_LARGE"));
    assertThat(StudyTable.named(tables, "pictures").rows()).hasSize(14);
  }

  @Test
  void tables_areWrittenAsCsv() throws IOException {
    StudyTable table =
        new StudyTable("t", List.of("a", "b"), List.of(List.of("1", "x,\"y\""), List.of("", "é")));
    assertThat(Files.readString(table.writeTo(folder))).isEqualTo("a,b\n1,\"x,\"\"y\"\"\"\n,é\n");
    assertThatThrownBy(() -> table.cell(table.rows().get(0), "c"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("t has columns [a, b] (got 'c')");
  }

  @Test
  void workFile_withAnyByteChanged_isDoneAgain() throws IOException {
    StudyPlan plan = plan(List.of(pdq()), SAME_OR_MIRRORED, 1);
    run(plan, "w");
    Path file;
    try (Stream<Path> files = Files.list(folder.resolve("w"))) {
      file = files.sorted().findFirst().orElseThrow();
    }
    String digest = PlanDigest.of(plan, READER);
    byte[] whole = Files.readAllBytes(file);
    StudyPicture source =
        Stream.concat(images.stream(), distractors.stream())
            .filter(
                each -> {
                  try {
                    return PictureFile.read(file, digest, each).isPresent();
                  } catch (IOException e) {
                    throw new AssertionError(e);
                  }
                })
            .findFirst()
            .orElseThrow();
    for (int i = 0; i < whole.length; i++) {
      byte[] changed = whole.clone();
      changed[i] ^= 0x10;
      Files.write(file, changed);
      assertThat(PictureFile.read(file, digest, source)).as("byte %d", i).isEmpty();
    }
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(PictureFile.read(file, digest, source)).as("length %d", length).isEmpty();
    }
    Files.write(file, whole);
    assertThat(PictureFile.read(file, "another plan", source)).isEmpty();
    assertThat(PictureFile.read(file, digest, source)).isPresent();
  }

  @Test
  void keptScores_withAnyByteChanged_areAskedForAgain() throws IOException {
    Path written = Files.writeString(folder.resolve("written"), "q0.png\tb1.png\t7.5\n");
    KeptScores kept = new KeptScores(folder.resolve("kept.scores"));
    assertThat(kept.isWhole()).isFalse();
    kept.keep(written);
    assertThat(kept.isWhole()).isTrue();
    assertThat(kept.file()).hasSameBinaryContentAs(written);

    for (Path file : List.of(kept.file(), folder.resolve("kept.scores.sha256"))) {
      byte[] whole = Files.readAllBytes(file);
      for (int i = 0; i < whole.length; i++) {
        byte[] changed = whole.clone();
        changed[i] ^= (byte) 0x81;
        Files.write(file, changed);
        assertThat(kept.isWhole()).as("%s, byte %d", file, i).isFalse();
        Files.write(file, Arrays.copyOf(whole, i));
        assertThat(kept.isWhole()).as("%s, length %d", file, i).isFalse();
      }
      Files.write(file, whole);
    }
    assertThat(kept.isWhole()).isTrue();
    Files.delete(kept.file());
    assertThat(kept.isWhole()).isFalse();
  }

  @Test
  void plan_withWrongNumbersOrNames_isRefused() {
    assertThatThrownBy(() -> plan(List.of(pdq(), pdq()), NOISY, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hasher 'pdq' is there twice");
    assertThatThrownBy(() -> plan(List.of(), NOISY, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hashers and matchers must be 1..100 (got 0)");
    images.add(images.get(0));
    assertThatThrownBy(() -> plan(List.of(pdq()), NOISY, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("image 'picture-0.png' is there twice");
    assertThatThrownBy(() -> new StudyPlan.Figures(List.of(1.5), 999, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a false-positive rate must be between 0 and 1 (got 1.5)");
    assertThatThrownBy(() -> new StudyPlan.Figures(List.of(0.1), 5, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("resamples must be 999..1000000 (got 5)");
  }

  /** Pictures of random rectangles: many edges, none like another. */
  private static final class Scribble {

    static Picture picture(long seed) {
      java.util.SplittableRandom random = new java.util.SplittableRandom(seed);
      int width = 270 + random.nextInt(40);
      int height = 200 + random.nextInt(40);
      byte[] samples = new byte[3 * width * height];
      for (int i = 0; i < 40; i++) {
        int left = random.nextInt(width);
        int top = random.nextInt(height);
        int right = Math.min(width, left + 10 + random.nextInt(120));
        int bottom = Math.min(height, top + 10 + random.nextInt(90));
        int colour = random.nextInt();
        for (int y = top; y < bottom; y++) {
          for (int x = left; x < right; x++) {
            int at = 3 * (y * width + x);
            samples[at] = (byte) colour;
            samples[at + 1] = (byte) (colour >> 8);
            samples[at + 2] = (byte) (colour >> 16);
          }
        }
      }
      return Picture.bgr(width, height, samples);
    }
  }
}
