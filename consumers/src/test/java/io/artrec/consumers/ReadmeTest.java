package io.artrec.consumers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project that README.md shows, taken out of it, built and run by Maven. */
class ReadmeTest {
  private static final Path ROOT = Path.of("..");

  @TempDir Path folder;

  @Test
  void project_buildsAndPrintsWhatTheReadmeSays() throws IOException, InterruptedException {
    String maven = System.getProperty("artrec.maven");
    assumeThat(maven).as("the home of Maven, which a build by Maven passes").isNotNull();
    String readme = Files.readString(ROOT.resolve("README.md"));
    Path project = Files.createDirectories(folder.resolve("project"));
    // Maven looks for settings of a project in the folders above, which are this build's.
    Files.createDirectory(project.resolve(".mvn"));
    Files.writeString(project.resolve("pom.xml"), block(readme, "xml", "<artifactId>gallery<"));
    Path sources = Files.createDirectories(project.resolve("src/main/java"));
    Files.writeString(
        sources.resolve("Gallery.java"), block(readme, "java", "public class Gallery"));
    String command = Path.of(maven, "bin", isWindows() ? "mvn.cmd" : "mvn").toString();

    try (LocalRepository repository =
        LocalRepository.withOurs(folder.resolve("repository"), ROOT)) {
      Output output =
          Jars.run(
              project,
              List.of(
                  command, "-q", "-B", "-Dmaven.repo.local=" + repository, "compile", "exec:java"));
      assertThat(output.status()).as(output.text() + output.errors()).isZero();
      assertThat(output.text()).contains(block(readme, "text", "The Great Wave").strip());
    }
  }

  private static String block(String document, String language, String part) {
    Matcher blocks =
        Pattern.compile("^```" + language + "\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL)
            .matcher(document);
    while (blocks.find()) {
      if (blocks.group(1).contains(part)) {
        return blocks.group(1);
      }
    }
    throw new AssertionError("README.md has no block of " + language + " with '" + part + "'");
  }

  private static boolean isWindows() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");
  }
}
