package io.artrec.consumers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/class-paths.md says what is on the class path of every module, and under which license. */
class ClassPathsTest {
  private static final Path ROOT = Path.of("..");

  /** What poms write, and what it means; anything else is refused. */
  private static final Map<String, String> ALLOWED =
      Map.ofEntries(
          Map.entry("Apache-2.0", "Apache-2.0"),
          Map.entry("Apache 2.0", "Apache-2.0"),
          Map.entry("Apache 2", "Apache-2.0"),
          Map.entry("Apache License 2.0", "Apache-2.0"),
          Map.entry("Apache License, Version 2.0", "Apache-2.0"),
          Map.entry("The Apache License, Version 2.0", "Apache-2.0"),
          Map.entry("The Apache Software License, Version 2.0", "Apache-2.0"),
          Map.entry("MIT", "MIT"),
          Map.entry("MIT License", "MIT"),
          Map.entry("The BSD License", "BSD"),
          Map.entry("Eclipse Public License v2.0", "EPL-2.0"));

  @TempDir static Path folder;
  private static ClassPaths classPaths;

  @BeforeAll
  static void ask() throws IOException, InterruptedException {
    String maven = System.getProperty("artrec.maven");
    assumeThat(maven).as("the home of Maven, which a build by Maven passes").isNotNull();
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");
    String command = Path.of(maven, "bin", windows ? "mvn.cmd" : "mvn").toString();
    classPaths = ClassPaths.ofOurs(command, folder, ROOT);
  }

  @Test
  void modules_bringTheJarsThatTheDocumentSays() throws IOException {
    Set<String> found = new TreeSet<>();
    classPaths
        .libraries()
        .forEach(
            (module, jars) -> {
              long bytes = jars.values().stream().mapToLong(Long::longValue).sum();
              found.add(String.format(Locale.ROOT, "%s %d %.1f", module, jars.size(), bytes / 1e6));
            });
    Set<String> written = new TreeSet<>();
    rows("\\| `(artrec(?:-[a-z]+)*)` \\| (\\d+) \\| (\\d+\\.\\d) \\|.*")
        .forEach((name, rest) -> written.add(name + " " + String.join(" ", rest)));
    assertThat(written).isEqualTo(found);
  }

  @Test
  void libraries_areThoseOfTheDocument_underLicensesThatAreAllowed() throws IOException {
    Map<String, List<String>> found = new TreeMap<>();
    classPaths
        .licenses()
        .forEach((library, licenses) -> found.put(library, List.of(allowed(library, licenses))));
    assertThat(rows("\\| `([a-z0-9.-]+:[a-z0-9._-]+:[0-9][^`]*)` \\| ([A-Za-z0-9.-]+) \\|.*"))
        .isEqualTo(found);
    Set<String> artifacts = new TreeSet<>();
    found.keySet().forEach(library -> artifacts.add(library.split(":", -1)[1]));
    Set<String> jars = new TreeSet<>();
    classPaths
        .libraries()
        .values()
        .forEach(of -> of.keySet().forEach(jar -> jars.add(jar.replaceAll("-\\d[^-]*$", ""))));
    assertThat(jars).as("every jar is licensed").isEqualTo(artifacts);
  }

  private static String allowed(String library, String licenses) {
    String[] names = licenses.substring(1, licenses.length() - 1).split("\\) \\(", -1);
    return Arrays.stream(names)
        .filter(ALLOWED::containsKey)
        .map(ALLOWED::get)
        .findFirst()
        .orElseThrow(() -> new AssertionError(library + " is licensed by " + licenses));
  }

  /** The first column of each row of a kind in the document, and its other columns. */
  private static Map<String, List<String>> rows(String row) throws IOException {
    Map<String, List<String>> rows = new TreeMap<>();
    Pattern pattern = Pattern.compile(row);
    for (String line : Files.readAllLines(ROOT.resolve("docs/class-paths.md"))) {
      Matcher cells = pattern.matcher(line);
      if (cells.matches()) {
        String[] rest = new String[cells.groupCount() - 1];
        Arrays.setAll(rest, i -> cells.group(i + 2));
        rows.put(cells.group(1), List.of(rest));
      }
    }
    return rows;
  }
}
