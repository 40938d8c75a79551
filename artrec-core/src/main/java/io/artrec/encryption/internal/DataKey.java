package io.artrec.encryption.internal;

import io.artrec.encryption.EncryptionException;
import io.artrec.encryption.KeySource;
import io.artrec.encryption.internal.AesGcm.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A random key of one file, wrapped by a key of the application: its envelope. That is a version,
 * the length and text of the application's key id, a random nonce, and the data key encrypted. What
 * the file says of itself is bound to it, so that an envelope opens only the file it was made for.
 * Immutable.
 */
public final class DataKey {
  private static final byte VERSION = 1;
  private static final int LONGEST_ID = 200;
  private static final int WRAPPED = AesGcm.KEY_BYTES + AesGcm.TAG_BYTES;

  /** The longest envelope, in bytes. */
  public static final int LONGEST = 2 + LONGEST_ID + AesGcm.NONCE_BYTES + WRAPPED;

  private final SecretKey key;
  private final String keyId;
  private final byte[] envelope;

  private DataKey(SecretKey key, String keyId, byte[] envelope) {
    this.key = key;
    this.keyId = keyId;
    this.envelope = envelope;
  }

  /**
   * Makes a data key under the current key.
   *
   * @param keys the application's keys
   * @param bound what the file says of itself
   * @return the key with its envelope
   * @throws EncryptionException when the current key is not there or cannot be used
   */
  public static DataKey create(KeySource keys, byte[] bound) {
    String id = keys.currentKeyId();
    byte[] name = id.getBytes(StandardCharsets.UTF_8);
    if (name.length == 0 || name.length > LONGEST_ID) {
      throw new EncryptionException(
          String.format(
              Locale.ROOT,
              "the id of the current key has %d bytes, expected 1 to %d",
              name.length,
              LONGEST_ID),
          null);
    }
    byte[] key = AesGcm.random(AesGcm.KEY_BYTES);
    byte[] nonce = AesGcm.random(AesGcm.NONCE_BYTES);
    byte[] envelope = new byte[2 + name.length + nonce.length + WRAPPED];
    ByteBuffer.wrap(envelope).put(VERSION).put((byte) name.length).put(name).put(nonce);
    int at = envelope.length - WRAPPED;
    new AesGcm(wrapping(keys, id))
        .seal(Bytes.of(nonce), head(envelope, bound), Bytes.of(key), envelope, at);
    SecretKey made = new SecretKeySpec(key, "AES");
    Arrays.fill(key, (byte) 0);
    return new DataKey(made, id, envelope);
  }

  /**
   * Opens an envelope.
   *
   * @param keys the application's keys
   * @param envelope the bytes
   * @param bound what the file says of itself
   * @return the key
   * @throws EncryptionException when the application's key is not there, is another one, or the
   *     envelope is not of this file
   */
  public static DataKey open(KeySource keys, byte[] envelope, byte[] bound) {
    String id =
        keyId(envelope)
            .orElseThrow(
                () ->
                    new EncryptionException(
                        "it is encrypted in a way that this version does not know; open it with"
                            + " the version of artrec that wrote it, or a later one",
                        null));
    int at = envelope.length - WRAPPED;
    byte[] key = new byte[AesGcm.KEY_BYTES];
    boolean opened =
        new AesGcm(wrapping(keys, id))
            .open(
                new Bytes(envelope, at - AesGcm.NONCE_BYTES, AesGcm.NONCE_BYTES),
                head(envelope, bound),
                new Bytes(envelope, at, WRAPPED),
                key,
                0);
    if (!opened) {
      throw new EncryptionException(
          "it does not open under key '"
              + id
              + "': either the key source has another key of this id than it was written with, or"
              + " its beginning was changed",
          null);
    }
    SecretKey unwrapped = new SecretKeySpec(key, "AES");
    Arrays.fill(key, (byte) 0);
    return new DataKey(unwrapped, id, envelope.clone());
  }

  /**
   * Reads under which key an envelope is.
   *
   * @param envelope the bytes
   * @return the id; empty when it is no envelope of this version
   */
  public static Optional<String> keyId(byte[] envelope) {
    if (envelope.length < 2 || envelope[0] != VERSION) {
      return Optional.empty();
    }
    int length = Byte.toUnsignedInt(envelope[1]);
    return envelope.length == 2 + length + AesGcm.NONCE_BYTES + WRAPPED
        ? Optional.of(new String(envelope, 2, length, StandardCharsets.UTF_8))
        : Optional.empty();
  }

  /** Version, key id and what the file says of itself. */
  private static Bytes head(byte[] envelope, byte[] bound) {
    int length = envelope.length - WRAPPED - AesGcm.NONCE_BYTES;
    return Bytes.of(
        ByteBuffer.allocate(length + bound.length).put(envelope, 0, length).put(bound).array());
  }

  private static SecretKey wrapping(KeySource keys, String id) {
    SecretKey key =
        keys.key(id)
            .orElseThrow(
                () ->
                    new EncryptionException(
                        "key '"
                            + id
                            + "' is needed, and the key source does not have it; give it back"
                            + " that key",
                        null));
    byte @Nullable [] bytes = key.getEncoded();
    if (bytes != null && bytes.length != AesGcm.KEY_BYTES) {
      throw new EncryptionException(
          String.format(
              Locale.ROOT,
              "key '%s' of the key source has %d bytes, expected %d: an AES key of 256 bits",
              id,
              bytes.length,
              AesGcm.KEY_BYTES),
          null);
    }
    return key;
  }

  /**
   * Returns the key.
   *
   * @return an AES key of 256 bits
   */
  public SecretKey key() {
    return key;
  }

  /** {@return under which key of the application it is} */
  public String keyId() {
    return keyId;
  }

  /**
   * Returns what is written to the file.
   *
   * @return a copy
   */
  public byte[] envelope() {
    return envelope.clone();
  }
}
