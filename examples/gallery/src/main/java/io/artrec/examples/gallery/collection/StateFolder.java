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
  static final String LOG = "log";
  static final String MODEL = "gallery.artrec";

  private static final int SECRET_BYTES = 32;
  private static final DateTimeFormatter BACKUP_NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path folder;
  private final Optional<byte[]> key;
  private final EncryptedMark mark;

  private StateFolder(Path folder, Optional<byte[]> key) {
    this.folder = folder;
    this.key = key;
    mark = new EncryptedMark(folder);
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
   * Opens a folder whose log and model are encrypted, and makes it where it is not there. Going
   * back to a backup that another process began is finished.
   *
   * @param folder the folder
   * @param works whose state it holds
   * @param keyFile 32 bytes that nobody else may have, drawn and written where the file is not
   *     there and nothing is encrypted yet; not inside the folder, which would lock nothing; empty
   *     for no encryption
   * @return the folder
   * @throws IOException if it cannot be made or written to, or the key cannot be read
   * @throws IllegalArgumentException if it holds the state of other works, or the key, or is
   *     encrypted and the key is not there
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
    new Restoration(folder).finish();
    return new StateFolder(folder, key(folder, keyFile));
  }

  /** Never draws a key anew for what another has encrypted. */
  private static Optional<byte[]> key(Path folder, Optional<Path> file) throws IOException {
    EncryptedMark mark = new EncryptedMark(folder);
    if (file.isEmpty()) {
      if (mark.exists()) {
        throw new IllegalArgumentException(
            "the state in " + folder + " is encrypted; name the file of its key with --encrypt");
      }
      return Optional.empty();
    }
    if (mark.exists() && !Files.exists(file.get())) {
      throw new IllegalArgumentException(
          "the key "
              + file.get()
              + " is not there; this state is encrypted with it; put it back where it was, or name"
              + " where it is with --encrypt");
    }
    byte[] key = drawnOnce(file.get());
    if (!mark.exists()) {
      mark.begin();
    }
    return Optional.of(key);
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

  /** How log and model are encrypted; what is plain still is read as long as that is so. */
  Encryption encryption() throws IOException {
    return encryption(mark.isOfAll());
  }

  private Encryption encryption(boolean ofAll) {
    if (key.isEmpty()) {
      return Encryption.none();
    }
    Encryption encryption = Encryption.with(KeyRing.of("gallery", key.get()));
    return ofAll ? encryption : encryption.acceptingPlain();
  }

  /** Has everything encrypted that is plain still; nothing plain is read after it. */
  void encrypted(Recommender recommender) throws IOException {
    if (key.isPresent() && !mark.isOfAll()) {
      recommender.rotateKeys();
      mark.complete();
    }
  }

  /**
   * Writes a backup of log and model; added pictures and the secret are files to be copied.
   *
   * @param recommender what is backed up
   * @param when names it; a number follows where there is one of this second
   * @return its name
   * @throws IOException if the folder of backups cannot be made
   */
  public synchronized String backup(Recommender recommender, Instant when) throws IOException {
    Files.createDirectories(backups());
    String second = BACKUP_NAME.format(when);
    String name = second;
    for (int number = 2; Files.exists(backups().resolve(name)); number++) {
      name = second + String.format(Locale.ROOT, "-%03d", number);
    }
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
          .filter(name -> name.matches("[0-9]{8}-[0-9]{6}(-[0-9]+)?"))
          .sorted(Comparator.reverseOrder())
          .toList();
    }
  }

  /**
   * Goes back to a backup, also to one of before the key came. Who was forgotten since stays so, as
   * long as the log is there that tells. What was there lies beside it, in {@code
   * before-restoring-} and a number. Where it fails or the process ends, it can be called again.
   *
   * @param name the backup's name
   * @return whether the log was there; without it, whoever was forgotten since the backup is known
   *     again, and must be forgotten again
   * @throws IOException if files cannot be moved
   * @throws IllegalArgumentException if there is no such backup
   */
  public boolean restore(String name) throws IOException {
    if (!backupNames().contains(name)) {
      throw new IllegalArgumentException(
          "there is no backup '" + name + "' in " + backups() + ", which has " + backupNames());
    }
    Restoration restoration = new Restoration(folder);
    boolean knowsForgotten =
        restoration.prepare(Backup.of(backups().resolve(name)), encryption(false), key.isPresent());
    restoration.finish();
    return knowsForgotten;
  }

  private Path backups() {
    return folder.resolve("backups");
  }

  Path log() {
    return folder.resolve(LOG);
  }

  Path model() {
    return folder.resolve(MODEL);
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
