package org.hashmatch.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;

/** One run of the program in this process: what it printed and how it ended. */
record Cli(int code, String out, String err) {

  static final Path ROOT =
      Path.of(System.getProperty("hashmatch.root", "..")).toAbsolutePath().normalize();
  static final Path IMAGES = ROOT.resolve("testdata/images");

  static Cli run(Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Main.run(
            new PrintWriter(out),
            new PrintWriter(err, true),
            Arrays.stream(args).map(String::valueOf).toArray(String[]::new));
    return new Cli(code, out.toString(), err.toString());
  }

  static Path image(String file) {
    return IMAGES.resolve(file);
  }
}
