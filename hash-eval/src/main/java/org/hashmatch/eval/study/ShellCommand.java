package org.hashmatch.eval.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

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
    Child child = new Child();
    AtExit atExit = AtExit.of(child::end);
    try {
      Process process =
          child.start(
              new ProcessBuilder(line)
                  .redirectOutput(printed.toFile())
                  .redirectError(ProcessBuilder.Redirect.INHERIT));
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
      child.end();
      atExit.cancel();
    }
  }

  /** A process that does not outlive us, even if we are ended while it is started. */
  private static final class Child {

    private @Nullable Process process;
    private boolean isOver;

    synchronized Process start(ProcessBuilder builder) throws IOException {
      if (isOver) {
        throw new IOException("the study was stopped");
      }
      Process started = builder.start();
      process = started;
      return started;
    }

    synchronized void end() {
      isOver = true;
      if (process != null) {
        List<ProcessHandle> below = process.descendants().toList();
        process.destroyForcibly();
        below.forEach(ProcessHandle::destroyForcibly);
      }
    }
  }
}
