package org.hashmatch.eval.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Somebody else's program in a study.
 *
 * @param name what tables call it
 * @param command for the shell; arguments are put behind it
 */
record ShellCommand(String name, String command) {

  private static final long MINUTES = 60;

  /** Runs it to its end. What it prints goes to a file; its errors are shown. */
  void run(List<String> arguments, Path printed) throws IOException {
    List<String> line = new ArrayList<>(List.of("sh", "-c", command + " \"$@\"", name));
    line.addAll(arguments);
    Process process =
        new ProcessBuilder(line)
            .redirectOutput(printed.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    AtExit atExit = AtExit.of(() -> end(process));
    try {
      process.getOutputStream().close();
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        throw new IOException(name + " took more than " + MINUTES + " minutes");
      }
      if (process.exitValue() != 0) {
        throw new IOException(name + " ended with exit code " + process.exitValue());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(name + " was interrupted", e);
    } finally {
      end(process);
      atExit.cancel();
    }
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
