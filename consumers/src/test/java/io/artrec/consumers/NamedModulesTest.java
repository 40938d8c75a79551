package io.artrec.consumers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application of named modules, compiled and started with the jars on the module path. */
class NamedModulesTest {
  private static final Path SOURCES = Path.of("src", "test", "named");

  @TempDir static Path classes;
  @TempDir static Path plainFolder;
  @TempDir Path folder;

  private static Output plain;

  @BeforeAll
  static void compileAndRun() throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("--release", "17", "-Xlint:all,-requires-automatic", "-Werror"));
    command.addAll(List.of("-p", Jars.path(), "-cp", classes.toString()));
    command.addAll(List.of("-d", classes.toString()));
    try (Stream<Path> files = Files.walk(SOURCES)) {
      files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(command::add);
    }
    ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
    assertThat(javac.run(System.out, System.err, command.toArray(String[]::new))).isZero();
    plain = start(plainFolder, "-Dorg.slf4j.simpleLogger.defaultLogLevel=debug");
  }

  @Test
  void namedModules_learnAnswerSaveAndEvaluate() {
    assertThat(plain.status()).as(plain.errors()).isZero();
    assertThat(plain.text())
        .contains("built waves: ", "loaded waves: ", "sentiment POSITIVE", "kernels plain")
        .contains("similar in meaning", "module gallery true")
        .contains("evaluated artrec " + System.getProperty("artrec.version"));
    assertThat(plainFolder.resolve("report.html")).content().contains("item-knn");
    assertThat(plain.errors()).doesNotContain("WARNING");
  }

  @Test
  void machineWithoutGraphicsCard_hearsNothingOfCuda() {
    assumeThat(Path.of("/dev/nvidiactl")).doesNotExist();
    assertThat(plain.errors()).contains("Registering EngineProvider: OnnxRuntime");
    assertThat(plain.errors().toLowerCase(Locale.ROOT)).doesNotContain("cuda", "gpu");
  }

  @Test
  void vectorModule_isFoundFromTheModulePath() throws IOException, InterruptedException {
    Output output = start(folder, "--add-modules", "jdk.incubator.vector");
    assertThat(output.status()).as(output.errors()).isZero();
    assertThat(output.text()).contains("kernels simd");
  }

  private static Output start(Path folder, String... options)
      throws IOException, InterruptedException {
    for (String file : List.of("works.csv", "visits.csv")) {
      Files.copy(Path.of("src", "test", "resources", "gallery", file), folder.resolve(file));
    }
    List<String> command = new ArrayList<>(List.of(Jars.java()));
    if (Runtime.version().feature() >= 24) {
      command.add("--enable-native-access=ai.djl.tokenizers,com.microsoft.onnxruntime");
    }
    command.addAll(List.of(options));
    command.addAll(List.of("-p", Jars.path(classes), "-m", "gallery/gallery.Gallery"));
    command.add(folder.toString());
    return Jars.run(folder, command);
  }
}
