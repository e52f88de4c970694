package org.hashmatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.hashmatch.bank.OneLine;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.algorithm.ImageHasher;
import org.hashmatch.hash.decode.ImageDecoder;
import org.hashmatch.javacv.NativeLibraryException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bits PATH...} */
@Command(
    name = "bits",
    description = {
      "Says how well algorithms use their bits, judging by many different pictures: how evenly each bit is set,"
          + " how much bits repeat each other, how far apart pictures lie.",
      "Each picture should be there once, and none be an edit of another.",
      "Pictures below 64 pixels a side and below quality 50 are left out, since their bits say nothing of an"
          + " algorithm; so are files that cannot be looked at, which are named on standard error.",
      "A bit that is the same in all pictures tells nothing: a defect of the algorithm (pHash has one by its"
          + " reference's definition), unless the pictures are few or alike."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:no bit of any algorithm is constant",
      "1:a bit is the same in all pictures",
      "2:a file could not be looked at, or fewer than 2 pictures can be counted (this one wins)",
      "64:the command line is wrong"
    },
    mixinStandardHelpOptions = true)
final class BitsCommand implements Callable<Integer> {

  @Mixin private final DecoderChoice decoder = new DecoderChoice();

  @Option(
      names = "--algorithm",
      converter = Algorithms.Converter.class,
      completionCandidates = Algorithms.Ids.class,
      paramLabel = "NAME",
      description = {
        "Which algorithm; may be given several times. Without it: all there are, OpenCV's where they can be loaded.",
        "One of ${COMPLETION-CANDIDATES}; shorter where clear."
      })
  private final List<HashAlgorithm> algorithms = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "text|csv",
      description = "How the figures are printed. Without it: text.")
  private BitReport.Format format = BitReport.Format.TEXT;

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Pictures, and folders of them.")
  private final List<Path> paths = new ArrayList<>();

  @Mixin private final Console console = new Console();

  @Override
  public Integer call() throws IOException {
    ImageDecoder pixels = decoder.load(console);
    List<Path> files = FileTree.files(paths);
    if (files.isEmpty()) {
      throw new IOException(
          paths.stream().map(Path::toString).collect(Collectors.joining(", "))
              + ": no files there");
    }
    BitSurvey survey = new BitSurvey(pixels, hashers(), files);
    ExitCode exit = new ExitCode();
    exit.include(run(survey, files.size()));
    exit.include(report(survey));
    return exit.worst();
  }

  private List<ImageHasher> hashers() {
    return algorithms.isEmpty()
        ? loadableHashers()
        : algorithms.stream().distinct().map(Algorithms::hasher).toList();
  }

  private List<ImageHasher> loadableHashers() {
    List<ImageHasher> hashers = new ArrayList<>();
    for (HashAlgorithm algorithm : Algorithms.all()) {
      try {
        hashers.add(Algorithms.hasher(algorithm));
      } catch (NativeLibraryException e) {
        console.err().println("hashmatch: going on without " + algorithm + ", which needs OpenCV");
      }
    }
    return hashers;
  }

  private int run(BitSurvey survey, int total) {
    PrintWriter err = console.err();
    ExitCode exit = new ExitCode();
    Progress progress = Progress.of(err, total);
    survey.run(
        (file, problem) -> {
          if (!problem.isEmpty()) {
            progress.clear();
            err.println(OneLine.of(file.toString()) + ": " + problem);
            exit.include(ExitCode.UNSCREENABLE);
          }
          progress.step();
        });
    progress.clear();
    return exit.worst();
  }

  private int report(BitSurvey survey) throws IOException {
    List<BitSurvey.Result> results = survey.results();
    if (results.stream().noneMatch(BitSurvey.Result::isEnough)) {
      throw new IOException(
          "bit statistics need 2 pictures or more (got "
              + results.stream().mapToInt(BitSurvey.Result::counted).max().orElse(0)
              + " that can be counted)");
    }
    new BitReport(results).print(format, console.out());
    console.out().flush();
    ExitCode exit = new ExitCode();
    results.forEach(result -> exit.include(judge(result)));
    return exit.worst();
  }

  private int judge(BitSurvey.Result result) {
    HashAlgorithm algorithm = result.algorithm();
    if (!result.isEnough()) {
      console
          .err()
          .println(
              "hashmatch: "
                  + algorithm
                  + ": bit statistics need 2 pictures or more (got "
                  + result.counted()
                  + ")");
      return ExitCode.UNSCREENABLE;
    }
    int constant = result.statistics().orElseThrow().constantBits();
    if (constant > 0) {
      console
          .err()
          .println(
              "hashmatch: "
                  + algorithm
                  + ": constant bits: "
                  + constant
                  + " of "
                  + algorithm.bits()
                  + ", over "
                  + result.counted()
                  + " pictures");
      return ExitCode.MATCHED;
    }
    return ExitCode.CLEAR;
  }
}
