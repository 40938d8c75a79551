package io.artrec.encryption;

import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * The application's keys, each by an id that stands readable in the files it opens. artrec asks for
 * a key when it opens or begins a file, keeps it no longer than that, and never writes or logs it.
 * What it wraps with a key are some 40 random bytes a file, so that a source may lead to a key
 * store or a hardware module. Implementations are thread-safe; {@link KeyRing} is one.
 *
 * <p>To change keys, let a new id be the current one while the old keys can still be had, call
 * {@link io.artrec.Recommender#rotateKeys}, and only then give up the old ones: files that are
 * under a key that is gone cannot be read by anybody.
 */
public interface KeySource {
  /**
   * Returns the id of the key that new files are to be under.
   *
   * @return 1 to 200 bytes in UTF-8; not secret
   */
  String currentKeyId();

  /**
   * Finds a key.
   *
   * @param id the id of the current key, or of an earlier one
   * @return an AES key of 256 bits; empty when there is none of this id
   */
  Optional<SecretKey> key(String id);
}
