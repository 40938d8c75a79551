package io.artrec.examples;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Files that lie outside the project, in {@code shared/data} beside one of the folders above; a
 * test that asks for one is skipped where it is absent.
 */
final class SharedData {
  private SharedData() {}

  static Path find(String name) {
    Path found = Path.of("absent");
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path candidate = at.resolve("shared/data").resolve(name);
      if (Files.exists(candidate)) {
        found = candidate;
        break;
      }
    }
    Path path = found;
    Assumptions.assumeTrue(Files.exists(path), () -> "shared/data/" + name + " is not here");
    return path;
  }
}
