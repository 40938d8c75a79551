package io.artrec.examples.gallery.collection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/**
 * The folder that outlives the process: the log of what visitors did and which works came, the
 * model file, pictures that were added, the secret that signs cookies, and what can be made again
 * (features, small pictures).
 */
public final class StateFolder {
  private static final int SECRET_BYTES = 32;

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

  /**
   * Returns the secret of this folder, which is drawn at the first time and kept in a file that
   * only its owner may read, where the file system knows owners.
   *
   * @return 32 bytes
   * @throws IOException if it cannot be read or kept
   */
  public byte[] secret() throws IOException {
    Path file = folder.resolve("secret");
    if (!Files.exists(file)) {
      byte[] drawn = new byte[SECRET_BYTES];
      new SecureRandom().nextBytes(drawn);
      Path part = Files.createTempFile(folder, "secret", ".part", ownersOnly());
      Files.write(part, drawn);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
    byte[] secret = Files.readAllBytes(file);
    if (secret.length != SECRET_BYTES) {
      throw new IOException(
          "the file "
              + file
              + " has "
              + secret.length
              + " bytes, not the "
              + SECRET_BYTES
              + " of a secret; remove it, and every visitor becomes a new one");
    }
    return secret;
  }

  private FileAttribute<?>[] ownersOnly() throws IOException {
    return Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
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
