package org.hashmatch.javacv.worker;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a worker is started: the same Java, the same class path, a small heap, an environment without
 * the host's secrets, no trace of its errors.
 */
final class WorkerCommand {

  /** What a JVM and its libraries may need of the environment. */
  private static final Set<String> KEPT =
      Set.of(
          "HOME",
          "PATH",
          "TMPDIR",
          "TEMP",
          "TMP",
          "LANG",
          "LC_ALL",
          "LC_CTYPE",
          "LD_LIBRARY_PATH",
          "SYSTEMROOT",
          "USERPROFILE",
          "LOCALAPPDATA");

  /** Properties by which the host may have told where native libraries are. */
  private static final List<String> PASSED_ON =
      List.of(
          "java.io.tmpdir",
          "java.library.path",
          "user.home",
          "org.bytedeco.javacpp.cachedir",
          "org.bytedeco.javacpp.platform");

  /** Since this release JNI needs to be asked for. */
  private static final int ASKS_FOR_NATIVE_ACCESS = 22;

  private WorkerCommand() {}

  static ProcessBuilder of(WorkerSettings settings, String classPath) {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.addAll(jvmOptions());
    command.addAll(List.of("-cp", classPath, WorkerMain.class.getName()));
    command.addAll(settings.toArguments());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    restrict(builder.environment(), settings);
    return builder;
  }

  /** The host's class path; its modules are as good on it. */
  static String ownClassPath() {
    return Stream.of("java.class.path", "jdk.module.path")
        .map(name -> System.getProperty(name, ""))
        .filter(path -> !path.isEmpty())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static List<String> jvmOptions() {
    List<String> options =
        new ArrayList<>(
            List.of(
                "-Xms16m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:MinHeapFreeRatio=10",
                "-XX:MaxHeapFreeRatio=30",
                "-XX:-UsePerfData",
                // A crash must leave neither a report nor a core, which would hold the picture.
                "-XX:+SuppressFatalErrorMessage",
                "-Djava.awt.headless=true",
                // Its watch limits memory; JavaCPP's limit comes after the fact.
                "-Dorg.bytedeco.javacpp.maxBytes=0",
                "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0"));
    if (Runtime.version().feature() >= ASKS_FOR_NATIVE_ACCESS) {
      options.add("--enable-native-access=ALL-UNNAMED");
    }
    for (String name : PASSED_ON) {
      String value = System.getProperty(name);
      if (value != null) {
        options.add("-D" + name + "=" + value);
      }
    }
    return options;
  }

  /** OpenCV's own limits are a second belt behind the guard; it reads them here only. */
  private static void restrict(Map<String, String> environment, WorkerSettings settings) {
    Map<String, String> kept = new TreeMap<>(environment);
    kept.keySet().removeIf(name -> !KEPT.contains(name.toUpperCase(java.util.Locale.ROOT)));
    environment.clear();
    environment.putAll(kept);
    environment.put("OPENCV_IO_MAX_IMAGE_PIXELS", Long.toString(settings.limits().maxPixels()));
    environment.put("OPENCV_IO_MAX_IMAGE_WIDTH", Integer.toString(settings.limits().maxSide()));
    environment.put("OPENCV_IO_MAX_IMAGE_HEIGHT", Integer.toString(settings.limits().maxSide()));
    // One arena: pictures are decoded by one thread, and freed memory goes back to the system.
    environment.put("MALLOC_ARENA_MAX", "1");
  }
}
