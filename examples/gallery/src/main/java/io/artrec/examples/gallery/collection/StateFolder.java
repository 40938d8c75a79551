package io.artrec.examples.gallery.collection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder that outlives the process: the log of what visitors did and which works came, the
 * model file, pictures that were added, and what can be made again (features, small pictures).
 */
public final class StateFolder {
  private final Path folder;

  private StateFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Opens a folder, and makes it where it is not there.
   *
   * @param folder the folder
   * @param works whose state it holds
   * @return the folder
   * @throws IOException if it cannot be made or written to
   * @throws IllegalArgumentException if it holds the state of other works
   */
  public static StateFolder open(Path folder, Works works) throws IOException {
    Files.createDirectories(folder.resolve("added"));
    Files.createDirectories(folder.resolve("pictures"));
    Path marker = folder.resolve("works.txt");
    if (Files.exists(marker)) {
      String held = Files.readString(marker, StandardCharsets.UTF_8).strip();
      if (!held.equals(works.name())) {
        throw new IllegalArgumentException(
            "the folder "
                + folder
                + " holds the state of "
                + held
                + ", not of "
                + works.name()
                + "; name another with --state");
      }
    } else {
      Files.writeString(marker, works.name() + "\n", StandardCharsets.UTF_8);
    }
    return new StateFolder(folder);
  }

  Path log() {
    return folder.resolve("log");
  }

  Path model() {
    return folder.resolve("gallery.artrec");
  }

  Path features() {
    return folder.resolve("features");
  }

  Path pictures() {
    return folder.resolve("pictures");
  }

  /** What image references of added works are relative to; they begin with {@code added/}. */
  Path images() {
    return folder;
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
