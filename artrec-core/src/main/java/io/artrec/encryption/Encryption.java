package io.artrec.encryption;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Says whether and how what artrec writes to disks is encrypted: model files and the log, by
 * AES-256 in Galois/Counter mode (NIST SP 800-38D). Immutable; as thread-safe as its key source.
 *
 * <p>Each file has a random data key of its own, which the application's current key wraps; no
 * nonce is used twice under a key. What is encrypted is also authentic: a changed, moved or
 * exchanged piece of a file is noticed. Not hidden are how large files are, how many changes a log
 * holds and when it grew, and what names and ids of keys say. Nothing on a disk can tell that a
 * whole folder was replaced by an older copy of it.
 */
public final class Encryption {
  private static final Encryption NONE = new Encryption(Optional.empty(), true, Optional.empty());

  private final Optional<KeySource> keys;
  private final boolean acceptsPlain;
  private final Optional<Path> userKeys;

  private Encryption(Optional<KeySource> keys, boolean acceptsPlain, Optional<Path> userKeys) {
    this.keys = keys;
    this.acceptsPlain = acceptsPlain;
    this.userKeys = userKeys;
  }

  /**
   * Writes files that anybody can read, and reads those only.
   *
   * @return no encryption
   */
  public static Encryption none() {
    return NONE;
  }

  /**
   * Encrypts all that is written, and refuses to read what is not encrypted.
   *
   * @param keys where keys come from
   * @return the encryption
   */
  public static Encryption with(KeySource keys) {
    return new Encryption(
        Optional.of(Objects.requireNonNull(keys, "keys")), false, Optional.empty());
  }

  /**
   * The same, but also reads what is not encrypted yet, for the time of changing over. Whoever can
   * write to the folder could put forged files there meanwhile; once {@link
   * io.artrec.Recommender#rotateKeys} has written everything again, leave it out.
   *
   * @return another encryption
   */
  public Encryption acceptingPlain() {
    return new Encryption(keys, true, userKeys);
  }

  /**
   * The same, with a key of their own for each visitor's changes in the log, so that {@link
   * io.artrec.Recommender#forget} makes unreadable what copies of the log hold of them: the key is
   * destroyed. The keys are in one small file, 128 bytes a visitor, encrypted itself, which belongs
   * to one log. Keep it out of backups of the log, or back it up apart and for days only: with a
   * copy of it, and the application's key, a copy of the log can be read again; without it, nothing
   * of visitors in the log can.
   *
   * @param file the file, made when the log is new; its folder must exist
   * @return another encryption
   * @throws IllegalStateException when there is no encryption
   */
  public Encryption userKeys(Path file) {
    if (keys.isEmpty()) {
      throw new IllegalStateException(
          "keys of visitors need encryption; start from Encryption.with(keys)");
    }
    return new Encryption(keys, acceptsPlain, Optional.of(file));
  }

  /**
   * Returns where keys come from.
   *
   * @return the source; empty when nothing is encrypted
   */
  public Optional<KeySource> keys() {
    return keys;
  }

  /**
   * Tells whether files that are not encrypted are read.
   *
   * @return true without encryption, and while changing over to it
   */
  public boolean acceptsPlain() {
    return acceptsPlain;
  }

  /** {@return the file; empty when visitors have no keys of their own} */
  public Optional<Path> userKeys() {
    return userKeys;
  }

  @Override
  public String toString() {
    return keys.isEmpty()
        ? "no encryption"
        : "AES-256-GCM"
            + (acceptsPlain ? ", reads what is not encrypted, too" : "")
            + userKeys.map(file -> ", keys of visitors in " + file).orElse("");
  }
}
