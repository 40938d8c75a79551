package io.artrec.examples.gallery.collection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file that says that a state is encrypted, and whether all of it is: what was plain before the
 * key came, or came out of a plain backup, is so until it was written anew.
 */
final class EncryptedMark {
  static final String NAME = "encrypted.txt";
  private static final String ALL = "log and model\n";

  private final Path file;

  EncryptedMark(Path folder) {
    file = folder.resolve(NAME);
  }

  /** Tells whether there is a key without which something cannot be read. */
  boolean exists() {
    return Files.exists(file);
  }

  /** Tells whether nothing plain is left. */
  boolean isOfAll() throws IOException {
    return exists() && Files.readString(file, StandardCharsets.UTF_8).equals(ALL);
  }

  /** Says that some of it may be plain still. */
  void begin() throws IOException {
    Files.writeString(file, "not all yet\n", StandardCharsets.UTF_8);
  }

  /** Says that nothing plain is left. */
  void complete() throws IOException {
    Files.writeString(file, ALL, StandardCharsets.UTF_8);
  }
}
