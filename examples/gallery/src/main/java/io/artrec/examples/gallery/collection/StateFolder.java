package io.artrec.examples.gallery.collection;

import io.artrec.Backup;
import io.artrec.Recommender;
import io.artrec.encryption.Encryption;
import io.artrec.encryption.KeyRing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder that outlives the process: the log of what visitors did and which works came, the
 * model file, pictures that were added, the secret that signs cookies, and what can be made again
 * (features, small pictures).
 */
public final class StateFolder {
  private static final int SECRET_BYTES = 32;
  private static final DateTimeFormatter BACKUP_NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path folder;
  private final Optional<byte[]> key;

  private StateFolder(Path folder, Optional<byte[]> key) {
    this.folder = folder;
    this.key = key;
  }

  /**
   * Opens a folder that anybody can read who gets at it, and makes it where it is not there.
   *
   * @param folder the folder
   * @param works whose state it holds
   * @return the folder
   * @throws IOException if it cannot be made or written to
   * @throws IllegalArgumentException if it holds the state of other works
   */
  public static StateFolder open(Path folder, Works works) throws IOException {
    return open(folder, works, Optional.empty());
  }

  /**
   * Opens a folder whose log and model are encrypted, and makes it where it is not there.
   *
   * @param folder the folder
   * @param works whose state it holds
   * @param keyFile 32 bytes that nobody else may have, drawn and written where the file is not
   *     there; not inside the folder, which would lock nothing; empty for no encryption
   * @return the folder
   * @throws IOException if it cannot be made or written to, or the key cannot be read
   * @throws IllegalArgumentException if it holds the state of other works, or the key
   */
  public static StateFolder open(Path folder, Works works, Optional<Path> keyFile)
      throws IOException {
    if (keyFile.isPresent() && absolute(keyFile.get()).startsWith(absolute(folder))) {
      throw new IllegalArgumentException(
          "the key "
              + keyFile.get()
              + " would lie in the folder "
              + folder
              + " that it locks; keep it elsewhere");
    }
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
    return new StateFolder(
        folder, keyFile.isPresent() ? Optional.of(drawnOnce(keyFile.get())) : Optional.empty());
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /**
   * Returns the secret of this folder, which is drawn at the first time and kept in a file that
   * only its owner may read, where the file system knows owners.
   *
   * @return 32 bytes
   * @throws IOException if it cannot be read or kept
   */
  public byte[] secret() throws IOException {
    return drawnOnce(folder.resolve("secret"));
  }

  /** What a file holds that is drawn at the first time. */
  private static byte[] drawnOnce(Path file) throws IOException {
    if (!Files.exists(file)) {
      byte[] drawn = new byte[SECRET_BYTES];
      new SecureRandom().nextBytes(drawn);
      Path folder = Objects.requireNonNull(absolute(file).getParent(), "a file has a folder");
      Path part = Files.createTempFile(folder, "secret", ".part", ownersOnly(folder));
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
              + " of a secret; without the right ones every visitor becomes a new one, and what is"
              + " encrypted cannot be read");
    }
    return secret;
  }

  private static FileAttribute<?>[] ownersOnly(Path folder) throws IOException {
    return Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /**
   * Tells whether log and model are encrypted.
   *
   * @return true with a key
   */
  public boolean isEncrypted() {
    return key.isPresent();
  }

  /** How log and model are encrypted; what was plain before the key came is read once more. */
  Encryption encryption() {
    if (key.isEmpty()) {
      return Encryption.none();
    }
    Encryption encryption = Encryption.with(KeyRing.of("gallery", key.get()));
    return Files.exists(encryptedMark()) ? encryption : encryption.acceptingPlain();
  }

  /** Has everything encrypted that was not before the key came; nothing plain is read after it. */
  void encrypted(Recommender recommender) throws IOException {
    if (key.isPresent() && !Files.exists(encryptedMark())) {
      recommender.rotateKeys();
      Files.writeString(encryptedMark(), "log and model\n", StandardCharsets.UTF_8);
    }
  }

  private Path encryptedMark() {
    return folder.resolve("encrypted.txt");
  }

  /**
   * Writes a backup of log and model; added pictures and the secret are files to be copied.
   *
   * @param recommender what is backed up
   * @param when names it
   * @return its name
   * @throws IOException if the folder of backups cannot be made
   */
  public String backup(Recommender recommender, Instant when) throws IOException {
    Files.createDirectories(backups());
    String name = BACKUP_NAME.format(when);
    recommender.backup(backups().resolve(name));
    return name;
  }

  /**
   * Returns the backups.
   *
   * @return their names, the latest first
   * @throws IOException if the folder cannot be read
   */
  public List<String> backupNames() throws IOException {
    if (!Files.isDirectory(backups())) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(backups())) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> name.matches("[0-9]{8}-[0-9]{6}"))
          .sorted(Comparator.reverseOrder())
          .toList();
    }
  }

  /**
   * Goes back to a backup. Who was forgotten since stays so. What was there lies beside it, in
   * {@code before-restoring}.
   *
   * @param name the backup's name
   * @throws IOException if files cannot be moved
   * @throws IllegalArgumentException if there is no such backup
   */
  public void restore(String name) throws IOException {
    if (!backupNames().contains(name)) {
      throw new IllegalArgumentException(
          "there is no backup '" + name + "' in " + backups() + ", which has " + backupNames());
    }
    Path restored = folder.resolve("restoring");
    Backup.of(backups().resolve(name))
        .encryption(encryption())
        .forgottenSince(log())
        .restore(restored);
    Path before = Files.createTempDirectory(folder, "before-restoring-");
    Files.move(log(), before.resolve("log"));
    Files.move(model(), before.resolve("gallery.artrec"));
    Files.move(restored.resolve("log"), log());
    Files.move(restored.resolve("model.artrec"), model());
    Files.delete(restored);
  }

  private Path backups() {
    return folder.resolve("backups");
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
