package io.artrec.consumers;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The jars of the class path that this runs on, and programs started on them. */
final class Jars {
  private static final int MINUTES = 5;

  private Jars() {}

  /** All jars of the class path, those of artrec included. */
  static List<Path> all() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .map(Path::of)
        .toList();
  }

  /** The jars of artrec's own modules. */
  static List<Path> ours() {
    return all().stream()
        .filter(jar -> jar.getFileName().toString().startsWith("artrec-"))
        .toList();
  }

  /** The modules in all jars. */
  static ModuleFinder modules() {
    return ModuleFinder.of(all().toArray(Path[]::new));
  }

  /** The jars as a path for {@code java}, with entries before them. */
  static String path(Path... first) {
    return Stream.concat(Stream.of(first), all().stream())
        .map(Path::toString)
        .reduce((before, next) -> before + File.pathSeparator + next)
        .orElseThrow();
  }

  /** Runs a program to its end. */
  static Output run(Path folder, List<String> command) throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    Path errors = folder.resolve("errors.txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(folder.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.redirectOutput(out.toFile()).redirectError(errors.toFile());
    Process process = builder.start();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException(
          String.join(" ", command) + " runs for more than " + MINUTES + " minutes");
    }
    return Output.of(process.exitValue(), out, errors);
  }

  /** The {@code java} that runs this. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
