package org.hashmatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hashmatch.bank.BankPolicy;
import org.hashmatch.eval.attack.AttackPack;
import org.hashmatch.eval.study.CommandHasher;
import org.hashmatch.eval.study.PictureReader;
import org.hashmatch.eval.study.PixelHasher;
import org.hashmatch.eval.study.StudiedHasher;
import org.hashmatch.eval.study.StudiedMatcher;
import org.hashmatch.eval.study.Study;
import org.hashmatch.eval.study.StudyListener;
import org.hashmatch.eval.study.StudyPicture;
import org.hashmatch.eval.study.StudyPlan;
import org.hashmatch.eval.study.StudyTable;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.decode.ImageDecoder;
import org.hashmatch.hash.decode.ImageGuard;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code study --images DIR --out DIR} */
@Command(
    name = "study",
    description = {
      "Measures which edits hashers survive, at which rate of false alarms, and how sure that is: edits every picture"
          + " of a folder in every way of some packs, hashes it, and looks for the original.",
      "Writes tables (CSV), a manifest and a page (report.html) into a folder. One that was stopped goes on where it"
          + " was. Pictures stay where they are; none is written but for programs of yours, for as long as they read.",
      "The same pictures, packs and seed give the same tables, byte for byte."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all is written",
      "2:so it is, but a picture was left out; or it could not be done",
      "64:the command line is wrong"
    },
    mixinStandardHelpOptions = true)
final class StudyCommand implements Callable<Integer> {

  private static final String DIHEDRAL = ":dihedral";

  /** Those whose radius everybody knows. */
  private static final List<String> PDQ = List.of("pdq", "pdq" + DIHEDRAL);

  @Mixin private final DecoderChoice decoder = new DecoderChoice();

  @Option(
      names = "--images",
      paramLabel = "DIR",
      required = true,
      description = "The pictures that are edited, none an edit of another.")
  private @Nullable Path images;

  @Option(
      names = "--distractors",
      paramLabel = "DIR",
      description =
          "Other pictures, for the false alarms: the more, the rarer ones can be measured.")
  private @Nullable Path distractors;

  @Option(
      names = "--hashers",
      paramLabel = "NAME",
      split = ",",
      defaultValue = "pdq",
      description = {
        "Which of the library's hashers, or all. Without it: ${DEFAULT-VALUE}.",
        "As phash256 or pdq; with :dihedral behind it, the nearest of the eight hashes of turned and mirrored uploads."
      })
  private List<String> hashers = new ArrayList<>();

  @Option(
      names = "--hasher",
      paramLabel = "NAME=COMMAND",
      description =
          "A program that is given paths of PNG files and prints a line for each with the path and a hash in hex.")
  private Map<String, String> commands = new LinkedHashMap<>();

  @Option(
      names = "--matcher",
      paramLabel = "NAME=COMMAND",
      description =
          "A program that is given BANKDIR QUERYDIR OUT.tsv and writes query<TAB>bank<TAB>score, as ours does: score.")
  private Map<String, String> matchers = new LinkedHashMap<>();

  @Option(
      names = "--packs",
      paramLabel = "PACK",
      split = ",",
      defaultValue = "core",
      description = {
        "Which edits: built-in packs, files of your own, or all (built in). Without it: ${DEFAULT-VALUE}."
      })
  private List<String> packs = new ArrayList<>();

  @Option(
      names = "--radius",
      paramLabel = "NAME=N",
      description = "A radius at which a hasher is deployed, inclusive. Without it: 31 for pdq.")
  private Map<String, Integer> radii = new LinkedHashMap<>();

  @Option(
      names = "--fpr",
      paramLabel = "RATE",
      split = ",",
      defaultValue = "1e-4,1e-5,1e-6",
      description =
          "False-positive rates at which recall is asked for. Without it: ${DEFAULT-VALUE}.")
  private List<Double> rates = new ArrayList<>();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "Decides what is drawn by chance. Without it: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--max-side",
      paramLabel = "PIXELS",
      defaultValue = "640",
      description =
          "Pictures are reduced to this longer side before they are edited. Without it: ${DEFAULT-VALUE}.")
  private int maxSide;

  @Option(
      names = "--distractor-edits",
      paramLabel = "N",
      defaultValue = "4",
      description =
          "How many edits, drawn by chance, each distractor goes through. Without it: ${DEFAULT-VALUE}.")
  private int distractorEdits;

  @Option(
      names = "--resamples",
      paramLabel = "N",
      defaultValue = "4999",
      description =
          "How often pictures are drawn anew for an interval. Without it: ${DEFAULT-VALUE}.")
  private int resamples;

  @Option(
      names = "--bank-size",
      paramLabel = "N",
      defaultValue = "1000000",
      description =
          "Pictures in the bank for which false alarms are told. Without it: ${DEFAULT-VALUE}.")
  private long bankSize;

  @Option(
      names = "--per-day",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Uploads a day for which false alarms are told. Without it: ${DEFAULT-VALUE}.")
  private long uploadsADay;

  @Option(
      names = "--sheet",
      paramLabel = "FILE",
      description =
          "The picture that the page shows after every edit. Without it: one of the project's own.")
  private @Nullable Path sheet;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Where all is written.")
  private @Nullable Path out;

  @Mixin private final Console console = new Console();

  @Override
  public Integer call() throws IOException {
    StudyPlan plan = plan();
    ImageDecoder pixels = decoder.load(console);
    StudyFolder folder = StudyFolder.open(Required.of(out));
    PictureReader reader = new PictureReader(ImageGuard.withDefaults(), pixels);
    ExitCode exit = new ExitCode();
    Watch watch = new Watch(plan.images().size() + plan.distractors().size(), exit);
    List<StudyTable> tables = new Study(plan, reader, watch).run(folder.work());
    watch.clear();
    folder.write(plan, reader, tables, ContactSheet.of(plan, reader, sheet));
    print(tables, folder);
    return exit.worst();
  }

  private StudyPlan plan() throws IOException {
    StudyPlan.Builder plan =
        StudyPlan.builder()
            .images(pictures(Required.of(images)))
            .seed(seed)
            .maxSide(maxSide)
            .distractorEdits(distractorEdits)
            .figures(new StudyPlan.Figures(rates, resamples, bankSize, uploadsADay));
    if (distractors != null) {
      plan.distractors(pictures(distractors));
    }
    for (StudiedHasher hasher : hashers()) {
      plan.hasher(hasher);
      if (PDQ.contains(hasher.name())) {
        plan.radius(hasher.name(), BankPolicy.DEFAULT.radius(HashAlgorithm.PDQ));
      }
    }
    matchers.forEach((name, command) -> plan.matcher(new StudiedMatcher(name, command)));
    packs().forEach(plan::pack);
    radii.forEach(plan::radius);
    return plan.build();
  }

  private static List<StudyPicture> pictures(Path folder) throws IOException {
    return FileTree.named(folder).stream()
        .map(named -> new StudyPicture(named.name(), named.file()))
        .toList();
  }

  private List<StudiedHasher> hashers() {
    List<StudiedHasher> studied = new ArrayList<>();
    for (String name : hashers) {
      if (name.equals("all")) {
        Algorithms.all().forEach(each -> studied.add(PixelHasher.plain(Algorithms.hasher(each))));
      } else if (!name.equals("none")) {
        studied.add(hasher(name));
      }
    }
    commands.forEach((name, command) -> studied.add(new CommandHasher(name, command)));
    return studied;
  }

  private StudiedHasher hasher(String name) {
    boolean isDihedral = name.endsWith(DIHEDRAL);
    String algorithm = isDihedral ? name.substring(0, name.length() - DIHEDRAL.length()) : name;
    try {
      HashAlgorithm meant = new Algorithms.Converter().convert(algorithm);
      return isDihedral
          ? PixelHasher.dihedral(Algorithms.hasher(meant))
          : PixelHasher.plain(Algorithms.hasher(meant));
    } catch (TypeConversionException e) {
      throw console.usageError("--hashers " + name + ": " + e.getMessage());
    }
  }

  private List<AttackPack> packs() throws IOException {
    List<AttackPack> chosen = new ArrayList<>();
    for (String name : packs) {
      if (name.equals("all")) {
        AttackPack.builtIns().forEach(each -> chosen.add(AttackPack.builtIn(each)));
      } else if (AttackPack.builtIns().contains(name)) {
        chosen.add(AttackPack.builtIn(name));
      } else if (Files.isRegularFile(Path.of(name))) {
        chosen.add(read(name));
      } else {
        throw console.usageError(
            "--packs " + name + ": expected all, a file, or one of " + AttackPack.builtIns());
      }
    }
    return chosen;
  }

  private AttackPack read(String file) throws IOException {
    try {
      return AttackPack.parse(Files.readString(Path.of(file)));
    } catch (IllegalArgumentException e) {
      throw console.usageError(file + ": " + e.getMessage());
    }
  }

  /** What a watcher sees: a bar, and lines for what is left out. */
  private final class Watch implements StudyListener {

    private final Progress progress;
    private final ExitCode exit;

    Watch(int pictures, ExitCode exit) {
      this.progress = Progress.of(console.err(), pictures);
      this.exit = exit;
    }

    @Override
    public void pictureDone(int done, int total) {
      progress.step();
    }

    @Override
    public void leftOut(StudyPicture picture, String problem) {
      progress.clear();
      console.err().println(picture.id() + ": " + problem + " (left out)");
      exit.include(ExitCode.UNSCREENABLE);
    }

    @Override
    public void phase(String what) {
      progress.note(what);
    }

    void clear() {
      progress.clear();
    }
  }

  private void print(List<StudyTable> tables, StudyFolder folder) {
    PrintWriter lines = console.out();
    StudyTable recalls = StudyTable.named(tables, "recall");
    Table table = new Table("hasher", "at", "recall", "95 %", "false positives");
    for (List<String> row : recalls.rows()) {
      if (recalls.cell(row, "level").equals("all")) {
        String hasher = recalls.cell(row, "hasher");
        String point = recalls.cell(row, "point");
        table.add(
            hasher,
            point,
            recalls.cell(row, "recall"),
            recalls.cell(row, "bootstrap_lower") + ".." + recalls.cell(row, "bootstrap_upper"),
            falsePositiveRate(StudyTable.named(tables, "radii"), hasher, point));
      }
    }
    table.print(lines);
    lines.println();
    lines.println("Written to " + folder.path() + ": report.html, manifest.json and the tables.");
  }

  private static String falsePositiveRate(StudyTable radii, String hasher, String point) {
    return radii.rows().stream()
        .filter(row -> radii.cell(row, "hasher").equals(hasher))
        .filter(row -> radii.cell(row, "point").equals(point))
        .map(row -> radii.cell(row, "fpr"))
        .findFirst()
        .orElse("");
  }
}
