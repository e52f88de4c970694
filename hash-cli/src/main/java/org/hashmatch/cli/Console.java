package org.hashmatch.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a command's output goes; mixed into every command. */
@Command // picocli mixes in nothing less
final class Console {

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  PrintWriter out() {
    return commandLine().getOut();
  }

  PrintWriter err() {
    return commandLine().getErr();
  }

  ParameterException usageError(String problem) {
    return new ParameterException(commandLine(), problem);
  }

  private CommandLine commandLine() {
    return Required.of(command).commandLine();
  }
}
