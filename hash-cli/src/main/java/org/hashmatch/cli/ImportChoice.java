package org.hashmatch.cli;

import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.hashmatch.bank.exchange.ImportReport;
import org.hashmatch.bank.exchange.ListImport;
import org.hashmatch.bank.exchange.RowProblem;
import picocli.CommandLine.Option;

/** The options that say how a list is taken, and what is said about it. */
final class ImportChoice {

  private static final int MOST_PROBLEMS = 100;

  @Option(
      names = "--label",
      paramLabel = "LABEL",
      description = "Put on every entry; may be given several times.")
  private final Set<String> labels = new LinkedHashSet<>();

  @Option(names = "--dry-run", description = "Say what would be done, and do nothing.")
  private boolean isDry;

  @Option(names = "--diff", description = "Print each change: + id, ~ id or - id.")
  private boolean printsChanges;

  @Option(
      names = "--allow-shrink",
      description =
          "Take the list even if it takes away more than a tenth of its source's entries.")
  private boolean mayShrink;

  @Option(
      names = "--allow-canaries",
      description =
          "Take the list even if it holds innocent pictures; only those rows are left out.")
  private boolean mayHitCanaries;

  private int problems;

  Set<String> labels() {
    return labels;
  }

  ListImport.Builder builder(String source, String list, Console console) {
    ListImport.Builder builder =
        ListImport.builder(source)
            .dryRun(isDry)
            .allowShrink(mayShrink)
            .refuseOnCanary(!mayHitCanaries)
            .onProblem(problem -> print(list, problem, console.err()));
    return printsChanges
        ? builder.onChange(
            change ->
                console
                    .out()
                    .println(
                        switch (change.kind()) {
                              case ADDED -> "+ ";
                              case UPDATED -> "~ ";
                              case REMOVED -> "- ";
                            }
                            + change.id()))
        : builder;
  }

  /** A file of another kind has a problem a line; they are counted all the same. */
  private void print(String list, RowProblem problem, PrintWriter err) {
    problems++;
    if (problems <= MOST_PROBLEMS) {
      err.println(list + ": " + problem);
    } else if (problems == MOST_PROBLEMS + 1) {
      err.println(list + ": and more");
    }
  }

  /** Says what became of a list, in words; the exit code. */
  static int print(ImportReport report, long size, PrintWriter err) {
    StringBuilder words = new StringBuilder();
    add(words, report.added(), "added", true);
    add(words, report.updated(), "changed", false);
    add(words, report.unchanged(), "there already", true);
    add(words, report.withdrawn(), "withdrawn", false);
    add(words, report.missing(), "no longer on the list", false);
    add(words, report.notThere(), "withdrawn that were not there", false);
    add(words, report.duplicate(), "twice on the list", false);
    add(words, report.unsupported(), "of kinds not used here", false);
    add(words, report.refusedRows() + report.invalid(), "refused", true);
    err.println(words + "; " + size + " in the bank");
    switch (report.status()) {
      case APPLIED -> {}
      case DRY_RUN -> err.println("dry run: nothing was changed");
      case REFUSED_SHRINK ->
          err.println(
              "refused, nothing of it was taken: it would take away too many entries at once"
                  + " (--allow-shrink)");
      case REFUSED_CANARY ->
          err.println(
              "refused, nothing of it was taken: it holds innocent pictures: "
                  + String.join(", ", report.canaries())
                  + " (--allow-canaries)");
    }
    boolean isGood = report.status().isGood() && report.refusedRows() + report.invalid() == 0;
    return isGood ? ExitCode.CLEAR : ExitCode.UNSCREENABLE;
  }

  private static void add(StringBuilder words, long count, String what, boolean always) {
    if (always || count > 0) {
      words.append(words.isEmpty() ? "" : ", ");
      words.append(String.format(Locale.ROOT, "%d %s", count, what));
    }
  }
}
