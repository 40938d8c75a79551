package io.artrec.log;

import io.artrec.encryption.Encryption;
import io.artrec.encryption.EncryptionException;
import io.artrec.encryption.KeySource;
import io.artrec.encryption.internal.AesGcm;
import io.artrec.encryption.internal.AesGcm.Bytes;
import io.artrec.encryption.internal.DataKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts the payloads of one segment, or leaves them as they are. An encrypted payload is a
 * nonce, the bytes encrypted, and a tag. Bound to it is what stands before it in its record:
 * length, checksum of the record before, number, kind; so a record opens only where it was written.
 * A nonce is 64 bits drawn whenever a segment is begun or gone on with, and a count: what a crash
 * tore off and is written anew has another one. Not thread-safe.
 */
final class RecordCipher {
  /** How much longer an encrypted payload is. */
  static final int OVERHEAD = AesGcm.NONCE_BYTES + AesGcm.TAG_BYTES;

  /** Leaves payloads as they are. */
  static final RecordCipher PLAIN = new RecordCipher(null, false);

  private static final int DRAWN = 8;

  private final @Nullable DataKey key;
  private final @Nullable AesGcm cipher;

  /** Whether changes of visitors may be under keys of theirs. */
  private final boolean personal;

  private byte[] drawn = new byte[0];
  private int count;

  private RecordCipher(@Nullable DataKey key, boolean personal) {
    this.key = key;
    this.personal = personal;
    cipher = key == null ? null : new AesGcm(key.key());
  }

  /** For a new segment that says this of itself. */
  static RecordCipher create(Encryption encryption, byte[] header) {
    Optional<KeySource> keys = encryption.keys();
    return keys.isEmpty()
        ? PLAIN
        : new RecordCipher(DataKey.create(keys.get(), header), encryption.userKeys().isPresent());
  }

  /**
   * For a segment that is there.
   *
   * @param personal whether changes of visitors may be under keys of theirs
   * @throws EncryptionException when its key cannot be had
   */
  static RecordCipher open(
      Encryption encryption, byte[] envelope, byte[] header, boolean personal) {
    KeySource keys =
        encryption
            .keys()
            .orElseThrow(
                () ->
                    new EncryptionException(
                        "it is encrypted under "
                            + DataKey.keyId(envelope)
                                .map(id -> "key '" + id + "'")
                                .orElse("an unknown key")
                            + ", and no keys were passed; open it with"
                            + " Encryption.with(keys)",
                        null));
    return new RecordCipher(DataKey.open(keys, envelope, header), personal);
  }

  boolean isPersonal() {
    return personal;
  }

  boolean isPlain() {
    return key == null;
  }

  /** Whether what is written with this encryption now would be under the same key. */
  boolean isCurrent(Encryption encryption) {
    Optional<String> wanted = encryption.keys().map(KeySource::currentKeyId);
    return wanted.equals(Optional.ofNullable(key).map(DataKey::keyId))
        && personal == encryption.userKeys().isPresent();
  }

  /** What the segment keeps of its key; empty where there is none. */
  Optional<byte[]> envelope() {
    return Optional.ofNullable(key).map(DataKey::envelope);
  }

  /** How long a payload is in its record. */
  int lengthOf(int payload) {
    return key == null ? payload : payload + OVERHEAD;
  }

  /** How long a payload of a record is before it is encrypted; negative when it is too short. */
  int plainLength(int sealed) {
    return key == null ? sealed : sealed - OVERHEAD;
  }

  /** Puts a payload behind what stands before it in the record that begins at a place. */
  void seal(byte[] record, int at, byte[] from, int fromAt, int length) {
    int to = at + LogRecord.OVERHEAD;
    if (cipher == null) {
      System.arraycopy(from, fromAt, record, to, length);
      return;
    }
    putNonce(record, to);
    cipher.seal(
        new Bytes(record, to, AesGcm.NONCE_BYTES),
        before(record, at),
        new Bytes(from, fromAt, length),
        record,
        to + AesGcm.NONCE_BYTES);
  }

  /**
   * Decrypts the payload of the record that begins at a place.
   *
   * @param sealed its length in the record
   * @return false when it was changed or moved
   */
  boolean open(byte[] record, int at, int sealed, byte[] into) {
    int from = at + LogRecord.OVERHEAD;
    if (cipher == null) {
      System.arraycopy(record, from, into, 0, sealed);
      return true;
    }
    return sealed >= OVERHEAD
        && cipher.open(
            new Bytes(record, from, AesGcm.NONCE_BYTES),
            before(record, at),
            new Bytes(record, from + AesGcm.NONCE_BYTES, sealed - AesGcm.NONCE_BYTES),
            into,
            0);
  }

  /** All of a record between its own checksum and its payload. */
  private static Bytes before(byte[] record, int at) {
    return new Bytes(record, at + LogRecord.LENGTH_AT, LogRecord.OVERHEAD - LogRecord.LENGTH_AT);
  }

  private void putNonce(byte[] into, int at) {
    if (count == 0) {
      drawn = AesGcm.random(DRAWN);
    }
    System.arraycopy(drawn, 0, into, at, DRAWN);
    LogRecord.putInt(into, at + DRAWN, count++);
  }
}
