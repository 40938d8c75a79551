package io.artrec.tabular;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Finds the data set folder beside the project, or skips the test where there is none. */
public final class SharedData {
  private SharedData() {}

  /** Returns a file of the folder named by {@code artrec.shared.data} or found upward of here. */
  public static Path file(String name) {
    String named = System.getProperty("artrec.shared.data");
    if (named != null) {
      return require(Path.of(named, name));
    }
    Path here = Path.of("").toAbsolutePath();
    while (here != null && !Files.exists(here.resolve("shared/data").resolve(name))) {
      here = here.getParent();
    }
    return require(here == null ? Path.of(name) : here.resolve("shared/data").resolve(name));
  }

  private static Path require(Path file) {
    Assumptions.assumeTrue(
        Files.exists(file), () -> file + " is not here (name its folder by -Dartrec.shared.data)");
    return file;
  }
}
