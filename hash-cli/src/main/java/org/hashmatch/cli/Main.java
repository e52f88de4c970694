package org.hashmatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.hashmatch.javacv.NativeLibraryException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** The program: {@code hashmatch COMMAND}. */
@Command(
    name = "hashmatch",
    description = "Finds known abusive pictures again by their perceptual hashes.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing known was found",
      "1:a picture matched",
      "2:something could not be looked at (this one wins)",
      "64:the command line is wrong"
    },
    subcommands = {
      ScreenCommand.class,
      HashCommand.class,
      MatchCommand.class,
      CompareCommand.class,
      BankCommand.class,
      AuditCommand.class,
      SnapshotCommand.class,
      CalibrateCommand.class,
      BitsCommand.class,
      StudyCommand.class,
      ScoreCommand.class,
      DemoCommand.class,
      SelftestCommand.class
    })
public final class Main implements Runnable {

  @Mixin private final Console console = new Console();

  private Main() {}

  /** The version is written once, in the build, and reaches the program by its jar. */
  static final class Version implements CommandLine.IVersionProvider {

    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"hashmatch " + (version == null ? "(not packaged)" : version)};
    }
  }

  /**
   * Runs a command and ends the process with its exit code.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, args));
  }

  /**
   * Runs a command with these streams for its output; every failure becomes one line on the second.
   */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    int code =
        new CommandLine(new Main())
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(Main::usageError)
            .setExecutionExceptionHandler(Main::failure)
            .setExitCodeExceptionMapper(defect -> ExitCode.UNSCREENABLE)
            .execute(args);
    out.flush();
    return code;
  }

  @Override
  public void run() {
    throw console.usageError("a command is missing");
  }

  private static int usageError(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    command.getErr().println("hashmatch: " + e.getMessage());
    command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.USAGE;
  }

  /**
   * What the user can mend is said in a line; anything else is a defect, and its trace is wanted.
   */
  private static int failure(Exception e, CommandLine command, CommandLine.ParseResult parsed)
      throws Exception {
    if (e instanceof IllegalArgumentException) {
      command.getErr().println("hashmatch: " + e.getMessage());
      return ExitCode.USAGE;
    }
    if (e instanceof IOException io) {
      command.getErr().println("hashmatch: " + FileProblem.of(io));
      return ExitCode.UNSCREENABLE;
    }
    if (e instanceof NativeLibraryException) {
      command.getErr().println("hashmatch: " + e.getMessage());
      return ExitCode.UNSCREENABLE;
    }
    throw e;
  }
}
