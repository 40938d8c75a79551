package io.artrec.consumers;

import static org.assertj.core.api.Assumptions.assumeThatCode;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A local repository of Maven with this build's own jars, which shares all others with the
 * repository that this build uses: nothing is copied, and nothing of artrec gets there.
 */
final class LocalRepository implements Closeable {
  private final Path folder;
  private final List<Path> links = new ArrayList<>();

  private LocalRepository(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes one.
   *
   * @param folder where it is to be
   * @param root this build's folder
   */
  static LocalRepository withOurs(Path folder, Path root) throws IOException {
    LocalRepository repository = new LocalRepository(folder);
    Path shared = shared();
    Path groups = Files.createDirectories(folder.resolve("io"));
    repository.link(shared, folder, "io");
    repository.link(shared.resolve("io"), groups, "artrec");
    String version = System.getProperty("artrec.version");
    put(groups, "artrec-parent", version, root.resolve("pom.xml"), ".pom");
    put(groups, "artrec-bom", version, root.resolve("artrec-bom").resolve("pom.xml"), ".pom");
    for (Path jar : Jars.ours()) {
      String name = jar.getFileName().toString().replace("-" + version + ".jar", "");
      put(groups, name, version, root.resolve(name).resolve("pom.xml"), ".pom");
      put(groups, name, version, jar, ".jar");
    }
    return repository;
  }

  @Override
  public String toString() {
    return folder.toString();
  }

  /** Removes the links, so that whatever clears the folder stays in it. */
  @Override
  public void close() throws IOException {
    for (Path link : links) {
      Files.delete(link);
    }
  }

  /** From where the jar of JUnit lies: group, artifact and version are folders. */
  private static Path shared() {
    String file = "/" + Test.class.getName().replace('.', '/') + ".class";
    String jar = String.valueOf(Test.class.getResource(file)).replaceAll("^jar:file:|!.*$", "");
    return Path.of(jar.substring(0, jar.indexOf("/org/junit/jupiter/")));
  }

  private void link(Path from, Path to, String without) throws IOException {
    try (Stream<Path> entries = Files.list(from)) {
      for (Path entry : entries.filter(e -> !e.endsWith(without)).toList()) {
        Path link = to.resolve(entry.getFileName());
        assumeThatCode(() -> Files.createSymbolicLink(link, entry))
            .as("symbolic links, which the system must allow")
            .doesNotThrowAnyException();
        links.add(link);
      }
    }
  }

  private static void put(Path groups, String name, String version, Path file, String end)
      throws IOException {
    Path folder = groups.resolve("artrec").resolve(name).resolve(version);
    Files.createDirectories(folder);
    Files.copy(file, folder.resolve(name + "-" + version + end));
  }
}
