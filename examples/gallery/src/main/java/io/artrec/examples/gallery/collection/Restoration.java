package io.artrec.examples.gallery.collection;

import io.artrec.Backup;
import io.artrec.encryption.Encryption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Going back to a backup. The whole new state is made in {@code restoring}; renamed to {@code
 * restored}, it takes the place of the old one file by file. A process that ends before the
 * renaming has changed nothing, and one that ends after it is finished by the next.
 */
final class Restoration {
  /** What makes up a state, in the order in which it is replaced. */
  private static final List<String> FILES =
      List.of(StateFolder.LOG, StateFolder.MODEL, EncryptedMark.NAME);

  private final Path folder;
  private final Path preparing;
  private final Path prepared;

  Restoration(Path folder) {
    this.folder = folder;
    preparing = folder.resolve("restoring");
    prepared = folder.resolve("restored");
  }

  /**
   * Makes the new state, which {@link #finish} puts in place.
   *
   * @param encryption opens the backup, and the log that is there
   * @param encrypted whether the new state is to be encrypted; its model may be plain until it is
   *     written anew
   * @return whether the log is there that knows who was forgotten since
   */
  boolean prepare(Backup backup, Encryption encryption, boolean encrypted) throws IOException {
    finish();
    Path log = folder.resolve(StateFolder.LOG);
    boolean knowsForgotten = Files.isDirectory(log);
    Files.createDirectory(preparing);
    Path state = preparing.resolve("state");
    Backup opened = backup.encryption(encryption);
    (knowsForgotten ? opened.forgottenSince(log) : opened).restore(state);
    Files.move(state.resolve("model.artrec"), state.resolve(StateFolder.MODEL));
    if (encrypted) {
      new EncryptedMark(state).begin();
    }
    Files.move(state, prepared, StandardCopyOption.ATOMIC_MOVE);
    Files.delete(preparing);
    return knowsForgotten;
  }

  /** Puts in place what was prepared as a whole, and removes what was not. */
  void finish() throws IOException {
    delete(preparing);
    if (!Files.isDirectory(prepared)) {
      return;
    }
    Path before = prepared.resolve("before");
    for (String name : FILES) {
      Path next = prepared.resolve(name);
      Path present = folder.resolve(name);
      if (Files.exists(next)) {
        if (Files.exists(present)) {
          Files.createDirectories(before);
          Files.move(present, before.resolve(name));
        }
        Files.move(next, present);
      }
    }
    if (Files.isDirectory(before)) {
      Files.move(before, free());
    }
    Files.delete(prepared);
  }

  private Path free() {
    for (int number = 1; ; number++) {
      Path before = folder.resolve("before-restoring-" + number);
      if (!Files.exists(before)) {
        return before;
      }
    }
  }

  private static void delete(Path tree) throws IOException {
    if (Files.exists(tree)) {
      List<Path> all;
      try (Stream<Path> walk = Files.walk(tree)) {
        all = walk.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path each : all) {
        Files.delete(each);
      }
    }
  }
}
