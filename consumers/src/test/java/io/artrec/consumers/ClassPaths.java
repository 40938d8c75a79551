package io.artrec.consumers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Maven puts on the class path of an application that depends on one module alone. */
final class ClassPaths {
  private static final String PROJECT =
      """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        %s
        <artifactId>%s</artifactId>
        %s
      </project>
      """;
  private static final String BUILD =
      """
      <groupId>museum</groupId>
      <version>1</version>
      <packaging>pom</packaging>
      <modules>%s</modules>
      <build>
        <plugins>
          <plugin>
            <groupId>org.apache.maven.plugins</groupId>
            <artifactId>maven-dependency-plugin</artifactId>
            <version>3.9.0</version>
            <executions>
              <execution>
                <phase>validate</phase>
                <goals><goal>build-classpath</goal></goals>
                <configuration>
                  <includeScope>runtime</includeScope>
                  <outputFile>classpath.txt</outputFile>
                </configuration>
              </execution>
            </executions>
          </plugin>
        </plugins>
      </build>
      """;
  private static final String LICENSES =
      """
      <build>
        <plugins>
          <plugin>
            <groupId>org.codehaus.mojo</groupId>
            <artifactId>license-maven-plugin</artifactId>
            <version>2.7.0</version>
            <executions>
              <execution>
                <phase>validate</phase>
                <goals><goal>add-third-party</goal></goals>
              </execution>
            </executions>
          </plugin>
        </plugins>
      </build>
      """;
  private static final Pattern LICENSED =
      Pattern.compile("\\s+((?:\\([^()]+\\) )+).*\\(([^: ]+:[^: ]+):([^: ]+) - .*\\)");

  /** By group, artifact and version, the licenses of all of them as their poms name them. */
  private final Map<String, String> licenses = new TreeMap<>();

  /** By module, the files of others on its class path, and how many bytes they have. */
  private final Map<String, Map<String, Long>> libraries = new TreeMap<>();

  private ClassPaths() {}

  /** Has Maven tell, of each module in {@link Jars#ours()} by itself. */
  static ClassPaths ofOurs(String maven, Path folder, Path root)
      throws IOException, InterruptedException {
    String version = System.getProperty("artrec.version");
    List<String> modules =
        Jars.ours().stream()
            .map(jar -> jar.getFileName().toString().replace("-" + version + ".jar", ""))
            .toList();
    Path project = Files.createDirectories(folder.resolve("project"));
    Files.createDirectory(project.resolve(".mvn"));
    StringBuilder names = new StringBuilder();
    StringBuilder all = new StringBuilder();
    for (String module : modules) {
      names.append("<module>").append(module).append("</module>");
      String dependency = dependency(module, version);
      all.append(dependency);
      put(project, module, "<dependencies>" + dependency + "</dependencies>");
    }
    put(project, "all", "<dependencies>" + all + "</dependencies>" + LICENSES);
    Files.writeString(
        project.resolve("pom.xml"),
        PROJECT.formatted("", "museum", BUILD.formatted(names + "<module>all</module>")));
    try (LocalRepository repository =
        LocalRepository.withOurs(folder.resolve("repository"), root)) {
      Output output =
          Jars.run(
              project, List.of(maven, "-q", "-B", "-Dmaven.repo.local=" + repository, "validate"));
      if (output.status() != 0) {
        throw new IllegalStateException(output.text() + output.errors());
      }
      return read(project, modules);
    }
  }

  private static void put(Path project, String name, String content) throws IOException {
    String parent =
        "<parent><groupId>museum</groupId><artifactId>museum</artifactId><version>1</version></parent>";
    Files.writeString(
        Files.createDirectory(project.resolve(name)).resolve("pom.xml"),
        PROJECT.formatted(parent, name, content));
  }

  private static String dependency(String module, String version) {
    return String.format(
        Locale.ROOT,
        "<dependency><groupId>io.artrec</groupId><artifactId>%s</artifactId><version>%s</version></dependency>",
        module,
        version);
  }

  private static ClassPaths read(Path project, List<String> modules) throws IOException {
    ClassPaths found = new ClassPaths();
    for (String module : modules) {
      Map<String, Long> jars = new TreeMap<>();
      String path = Files.readString(project.resolve(module).resolve("classpath.txt")).strip();
      for (String entry : path.split(File.pathSeparator, -1)) {
        Path jar = Path.of(entry);
        if (!jar.getFileName().toString().startsWith("artrec-")) {
          jars.put(jar.getFileName().toString(), Files.size(jar));
        }
      }
      found.libraries.put(module, jars);
    }
    Path list = project.resolve("all/target/generated-sources/license/THIRD-PARTY.txt");
    for (String line : Files.readAllLines(list)) {
      Matcher licensed = LICENSED.matcher(line);
      if (licensed.matches() && !licensed.group(2).startsWith("io.artrec:")) {
        found.licenses.put(licensed.group(2) + ":" + licensed.group(3), licensed.group(1).strip());
      }
    }
    return found;
  }

  Map<String, Map<String, Long>> libraries() {
    return libraries;
  }

  Map<String, String> licenses() {
    return licenses;
  }
}
