package io.artrec;

import io.artrec.encryption.Encryption;
import io.artrec.log.Change;
import io.artrec.log.ChangeLog;
import io.artrec.log.Erasure;
import io.artrec.log.FileLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A copy of a recommender and its log, of one moment, in a folder of its own: {@link
 * Recommender#backup} writes it, {@link #restore} makes files of it that a recommender can go on
 * with. A manifest holds the SHA-256 of every file. What was encrypted is so in the backup, under
 * the keys of then. Immutable.
 *
 * <p><b>Who was forgotten since.</b> A backup holds everybody whom the recommender knew at its
 * moment, and forgetting does not reach into it. Restored with {@link #forgottenSince} of the log
 * that was in use since, whoever was forgotten, opted out or expired by then is taken out again
 * before anything is answered, and nobody comes back. Where that log is lost, those who were
 * forgotten since are there again, and must be forgotten again by the application, which therefore
 * keeps a list of such requests for as long as it keeps backups. With {@linkplain
 * Encryption#userKeys a key per visitor}, what a backup's log holds of them cannot be read any more
 * in any case; its model file can.
 */
public final class Backup {
  private static final String MODEL = "model.artrec";
  private static final String LOG = "log";

  private final Path folder;
  private final Map<String, String> digests;
  private final Encryption encryption;
  private final Optional<Path> newer;

  private Backup(
      Path folder, Map<String, String> digests, Encryption encryption, Optional<Path> newer) {
    this.folder = folder;
    this.digests = digests;
    this.encryption = encryption;
    this.newer = newer;
  }

  /**
   * Names a backup.
   *
   * @param folder what {@link Recommender#backup} wrote
   * @return the backup
   * @throws BackupException when it is none, or its manifest is damaged
   */
  public static Backup of(Path folder) {
    try {
      return new Backup(
          folder, Manifest.read(folder).digests(), Encryption.none(), Optional.empty());
    } catch (IOException e) {
      throw new BackupException("cannot read backup " + folder + ": " + e, e);
    }
  }

  /** Writes a backup of a snapshot, and of a log as it is after that. */
  static Backup write(Path folder, BackupFolder.Content model, Optional<ChangeLog> log) {
    try {
      BackupFolder.write(
          folder,
          part -> {
            model.write(part.resolve(MODEL));
            if (log.isPresent() && log.get().copyTo(part.resolve(LOG))) {
              requireFolder(part.resolve(LOG));
            }
            byte[] manifest = Manifest.of(part).toBytes();
            Files.write(part.resolve(Manifest.NAME), manifest);
          });
      return of(folder);
    } catch (IOException | UncheckedIOException e) {
      throw new BackupException("cannot write backup " + folder + ": " + why(e), e);
    }
  }

  private static void requireFolder(Path log) throws IOException {
    if (!Files.isDirectory(log)) {
      throw new IOException("the log says that it was copied to " + log + ", and it was not");
    }
  }

  private static String why(Exception e) {
    boolean own = e.getClass() == IOException.class && e.getMessage() != null;
    return own ? String.valueOf(e.getMessage()) : e.toString();
  }

  /**
   * The same, with the keys that open it; what is restored of the log is under the current one.
   *
   * @param how as it was given to the recommender, with the keys of then
   * @return another value for the same backup
   */
  public Backup encryption(Encryption how) {
    return new Backup(folder, digests, Objects.requireNonNull(how, "how"), newer);
  }

  /**
   * The same, which takes over from a newer state of its log who was forgotten, opted out or in,
   * and what expired, so that restoring brings nobody back.
   *
   * @param log the folder of the log that was in use since the backup; must not be open; a damaged
   *     one goes through {@link FileLog#salvage} first
   * @return another value for the same backup
   */
  public Backup forgottenSince(Path log) {
    return new Backup(folder, digests, encryption, Optional.of(log));
  }

  /**
   * Returns where it is.
   *
   * @return the folder
   */
  public Path folder() {
    return folder;
  }

  /**
   * Reads all of it, and compares with the manifest.
   *
   * @throws BackupException when a file is missing, too many or damaged; the message names it
   */
  public void verify() {
    try {
      Set<String> found = new HashSet<>();
      for (Map.Entry<String, String> file : Manifest.of(folder).digests().entrySet()) {
        if (!file.getKey().equals(Manifest.NAME)) {
          found.add(file.getKey());
          if (!file.getValue().equals(digests.get(file.getKey()))) {
            throw damaged(file.getKey());
          }
        }
      }
      for (String name : digests.keySet()) {
        if (!found.contains(name)) {
          throw damaged(name);
        }
      }
    } catch (IOException e) {
      throw new BackupException("cannot read backup " + folder + ": " + e, e);
    }
  }

  private BackupException damaged(String name) {
    return new BackupException(
        "backup "
            + folder
            + " is damaged: "
            + name
            + (digests.containsKey(name)
                ? " is missing, or does not match its SHA-256 in the manifest"
                : " is not of its manifest")
            + "; use another backup",
        null);
  }

  /**
   * Makes a model file and a log of it in a new folder, which is there as a whole or not at all.
   * Each file's SHA-256 is checked as it is copied. The log has the same id; its next numbers begin
   * 2^32 higher, so that none is given again of which a younger model file may know. Cost: copying
   * the model file once and the log twice.
   *
   * @param into the new folder; must not be there, its parent must
   * @return a loader of the restored recommender, with its log and the encryption; add what else it
   *     needs, and load it
   * @throws BackupException when the backup is damaged, or cannot be read or written
   * @throws io.artrec.log.LogException when a key is missing, or the newer log cannot be opened
   */
  public RecommenderLoader restore(Path into) {
    boolean hasLog = digests.keySet().stream().anyMatch(name -> name.startsWith(LOG + "/"));
    if (newer.isPresent() && !hasLog) {
      throw new BackupException(
          "backup "
              + folder
              + " holds no log that could take over who was forgotten; load its model with the"
              + " newer log instead, which keeps them away",
          null);
    }
    try {
      BackupFolder.write(
          into,
          part -> {
            Path copied = hasLog ? Files.createDirectories(part.resolve("copy")) : part;
            for (Map.Entry<String, String> file : digests.entrySet()) {
              copy(file.getKey(), file.getValue(), part, copied);
            }
            if (hasLog) {
              FileLog.open(copied, encryption).close();
              FileLog.salvage(copied, part.resolve(LOG), encryption);
              BackupFolder.delete(copied);
              forget(part.resolve(LOG));
            }
          });
    } catch (IOException | UncheckedIOException e) {
      throw new BackupException(
          "cannot restore backup " + folder + " into " + into + ": " + why(e), e);
    }
    RecommenderLoader loader = Recommender.loader(into.resolve(MODEL)).encryption(encryption);
    return hasLog ? loader.log(into.resolve(LOG)) : loader;
  }

  private void copy(String name, String digest, Path part, Path logs) throws IOException {
    boolean ofLog = name.startsWith(LOG + "/");
    String plain = ofLog ? name.substring(LOG.length() + 1) : name;
    Path from = ofLog ? folder.resolve(LOG).resolve(plain) : folder.resolve(plain);
    if (plain.contains("/") || plain.contains("\\") || !Files.isRegularFile(from)) {
      throw damaged(name);
    }
    MessageDigest found = Manifest.sha256();
    BackupFolder.copy(
        from,
        (ofLog ? logs : part).resolve(plain),
        (bytes, count) -> found.update(bytes, 0, count));
    if (!HexFormat.of().formatHex(found.digest()).equals(digest)) {
      throw damaged(name);
    }
  }

  /** Takes over the marks of the newer log. */
  private void forget(Path restored) {
    if (newer.isEmpty()) {
      return;
    }
    List<Change.Mark> marks;
    String id;
    try (FileLog log = FileLog.open(newer.get(), encryption)) {
      id = log.id();
      marks = marks(log);
    }
    try (FileLog log = FileLog.open(restored, encryption)) {
      if (!log.id().equals(id)) {
        throw new BackupException(
            "backup "
                + folder
                + " is of log "
                + log.id()
                + ", and "
                + newer.get()
                + " is log "
                + id
                + "; pass the log that was in use after the backup",
            null);
      }
      Set<Change.Mark> known = new HashSet<>(marks(log));
      Optional<Erasure> last = Optional.empty();
      for (Change.Mark mark : marks) {
        if (!known.contains(mark)) {
          last = Optional.of(log.erase(mark));
        }
      }
      last.ifPresent(Erasure::finish);
    }
  }

  private static List<Change.Mark> marks(ChangeLog log) {
    List<Change.Mark> marks = new ArrayList<>();
    log.marks(entry -> marks.add((Change.Mark) entry.change()));
    return marks;
  }

  @Override
  public String toString() {
    return "backup " + folder + " of " + digests.size() + " files";
  }
}
