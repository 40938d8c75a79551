package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A visitor who was known to everything, and whose receipt says that nothing is pending, is in no
 * file, in no part left behind, behind no link, and nowhere in the memory of the process.
 */
class ErasureCanaryTest {
  private static final List<String> HALVES =
      List.of("Qv7canary", "visitor9Kx", "Zt4words", "spoken8Jw", "Hm2event", "number5Pq");
  private static final List<Charset> CHARSETS =
      List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

  @TempDir Path folder;
  @TempDir Path elsewhere;

  @BeforeEach
  void links() throws IOException {
    Files.createDirectory(folder.resolve("behind"));
    Files.createFile(CanaryProgram.behindLink(folder));
    Files.createSymbolicLink(CanaryProgram.link(folder), CanaryProgram.behindLink(folder));
  }

  private static List<String> texts() {
    return List.of(
        HALVES.get(0) + HALVES.get(1),
        HALVES.get(2) + HALVES.get(3),
        HALVES.get(4) + HALVES.get(5));
  }

  /** Where the texts are, as {@code file: text}. */
  private static List<String> found(Path root) throws IOException {
    List<String> found = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> walk = Files.walk(root)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
      for (String text : texts()) {
        for (Charset charset : CHARSETS) {
          if (bytes.contains(new String(text.getBytes(charset), StandardCharsets.ISO_8859_1))) {
            found.add(root.relativize(file) + ": " + text + " in " + charset);
          }
        }
      }
    }
    return found;
  }

  @ParameterizedTest
  @EnumSource
  void forgottenVisitor_isNowhere(CanaryProgram.Way way) throws Exception {
    Path errors = elsewhere.resolve("errors");
    Path heaps = Files.createDirectory(elsewhere.resolve("heaps"));
    Process process = program(way, heaps).redirectError(errors.toFile()).start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
      assertThat(lines.readLine()).as(Files.readString(errors)).isEqualTo("known");
      assertThat(found(folder))
          .as("the search finds what is there")
          .anyMatch(found -> found.startsWith("events.log") && found.contains(texts().get(0)))
          .contains(
              "m.artrec: " + texts().get(1) + " in UTF-8",
              "behind/m.artrec: " + texts().get(2) + " in UTF-8");
      leaveParts();
      process.getOutputStream().write('\n');
      process.getOutputStream().flush();
      assertThat(lines.readLine()).as(Files.readString(errors)).isEqualTo("forgotten");
    }
    assertThat(process.waitFor()).isZero();
    assertThat(found(folder)).isEmpty();
    assertThat(Files.size(heaps.resolve(CanaryProgram.Dump.AFTER + ".hprof"))).isPositive();
    assertThat(found(heaps))
        .as("texts in heap dumps")
        .allMatch(text -> text.startsWith(CanaryProgram.Dump.BEFORE.name()))
        .anyMatch(text -> text.contains(texts().get(0)))
        .anyMatch(text -> text.contains(texts().get(1)))
        .anyMatch(text -> text.contains(texts().get(2)));
  }

  /** What processes that were killed while they saved left beside both model files. */
  private void leaveParts() throws IOException {
    for (Path file : List.of(CanaryProgram.behindLink(folder), folder.resolve("m.artrec"))) {
      Files.copy(file, file.resolveSibling("." + file.getFileName() + ".4711.part"));
    }
  }

  private ProcessBuilder program(CanaryProgram.Way way, Path heaps) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CanaryProgram.class.getName(),
                folder.toString(),
                way.name()));
    command.addAll(HALVES);
    command.add(heaps.toString());
    return new ProcessBuilder(command);
  }
}
