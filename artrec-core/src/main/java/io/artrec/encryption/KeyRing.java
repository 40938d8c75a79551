package io.artrec.encryption;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Keys held in memory: the current one and earlier ones. Immutable and thread-safe. */
public final class KeyRing implements KeySource {
  private static final int KEY_BYTES = 32;

  private final String current;
  private final Map<String, SecretKey> keys;

  private KeyRing(String current, Map<String, SecretKey> keys) {
    this.current = current;
    this.keys = keys;
  }

  /**
   * A ring of one key.
   *
   * @param id its id
   * @param key 32 random bytes, copied
   * @return the ring
   * @throws IllegalArgumentException when the key has another length, or the id is blank
   */
  public static KeyRing of(String id, byte[] key) {
    return new KeyRing(checked(id), Map.of(id, secret(id, key)));
  }

  /**
   * The same with an earlier key, which opens what is still under it.
   *
   * @param id its id, not yet in the ring
   * @param key 32 bytes, copied
   * @return another ring, with the same current key
   * @throws IllegalArgumentException when the key has another length, or the id is blank or taken
   */
  public KeyRing withEarlier(String id, byte[] key) {
    if (keys.containsKey(checked(id))) {
      throw new IllegalArgumentException("key '" + id + "' is in the ring already");
    }
    Map<String, SecretKey> more = new LinkedHashMap<>(keys);
    more.put(id, secret(id, key));
    return new KeyRing(current, more);
  }

  private static String checked(String id) {
    if (id.isBlank()) {
      throw new IllegalArgumentException("the id of a key is blank, expected a name for it");
    }
    return id;
  }

  private static SecretKey secret(String id, byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "key '" + id + "' has " + key.length + " bytes, expected " + KEY_BYTES + " random ones");
    }
    return new SecretKeySpec(key, "AES");
  }

  @Override
  public String currentKeyId() {
    return current;
  }

  @Override
  public Optional<SecretKey> key(String id) {
    return Optional.ofNullable(keys.get(Objects.requireNonNull(id, "id")));
  }

  /** The ids, and no key. */
  @Override
  public String toString() {
    return "keys " + keys.keySet() + ", current '" + current + "'";
  }
}
