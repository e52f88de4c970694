package org.hashmatch.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.hashmatch.bank.audit.AuditLog;
import org.hashmatch.bank.audit.AuditState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code audit verify FILE} */
@Command(
    name = "audit",
    description = "Looks after the audit files that 'screen --audit' writes.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class AuditCommand implements Runnable {

  @Mixin private final Console console = new Console();

  @Override
  public void run() {
    throw console.usageError("an audit command is missing");
  }

  @Command(
      name = "verify",
      description = {
        "Proves that no line of a file was changed, removed or moved.",
        "Keep what it prints elsewhere: with it, a file whose end was cut off is found too."
      },
      mixinStandardHelpOptions = true)
  int verify(@Parameters(paramLabel = "FILE", description = "Audit file.") Path file)
      throws IOException {
    AuditState state = AuditLog.verify(file);
    console.out().println("ok, " + state.lines() + " lines, last " + state.last());
    return ExitCode.CLEAR;
  }
}
