package io.artrec.encryption.internal;

import io.artrec.encryption.EncryptionException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES in Galois/Counter mode with tags of 128 bits, by a cipher that is used again: making one
 * costs more than encrypting an event. Not thread-safe.
 */
public final class AesGcm {
  /** How long a key is. */
  public static final int KEY_BYTES = 32;

  /** How long a nonce is. */
  public static final int NONCE_BYTES = 12;

  /** How much longer what is encrypted is. */
  public static final int TAG_BYTES = 16;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKey key;
  private final Cipher cipher;

  /**
   * Creates a cipher.
   *
   * @param key an AES key
   */
  public AesGcm(SecretKey key) {
    this.key = key;
    try {
      cipher = Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES/GCM/NoPadding", e);
    }
  }

  /**
   * Draws bytes that nobody can guess.
   *
   * @param count how many
   * @return the bytes
   */
  public static byte[] random(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** A stretch of an array. */
  public record Bytes(byte[] array, int from, int length) {
    /**
     * All of an array.
     *
     * @param array the array, not copied
     * @return its whole length
     */
    public static Bytes of(byte[] array) {
      return new Bytes(array, 0, array.length);
    }
  }

  /**
   * Encrypts.
   *
   * @param nonce never used before under this key
   * @param bound what must be the same when it is opened; not kept in the output
   * @param plain what is encrypted
   * @param out receives as many bytes and the tag
   * @param at where in {@code out}
   * @throws EncryptionException when the key cannot be used
   */
  public void seal(Bytes nonce, Bytes bound, Bytes plain, byte[] out, int at) {
    try {
      cipher.init(Cipher.ENCRYPT_MODE, key, parameters(nonce));
      cipher.updateAAD(bound.array(), bound.from(), bound.length());
      cipher.doFinal(plain.array(), plain.from(), plain.length(), out, at);
    } catch (GeneralSecurityException e) {
      throw new EncryptionException(
          "cannot encrypt: " + e + "; expected an AES key of 256 bits", e);
    }
  }

  /**
   * Decrypts.
   *
   * @param nonce that it was encrypted with
   * @param bound what was bound to it
   * @param sealed what {@link #seal} gave, with the tag
   * @param out receives the bytes
   * @param at where in {@code out}
   * @return false when it was changed, or is under another key, or other things were bound to it
   * @throws EncryptionException when the key cannot be used
   */
  public boolean open(Bytes nonce, Bytes bound, Bytes sealed, byte[] out, int at) {
    if (sealed.length() < TAG_BYTES) {
      return false;
    }
    try {
      cipher.init(Cipher.DECRYPT_MODE, key, parameters(nonce));
      cipher.updateAAD(bound.array(), bound.from(), bound.length());
      cipher.doFinal(sealed.array(), sealed.from(), sealed.length(), out, at);
      return true;
    } catch (AEADBadTagException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new EncryptionException(
          "cannot decrypt: " + e + "; expected an AES key of 256 bits", e);
    }
  }

  private static AlgorithmParameterSpec parameters(Bytes nonce) {
    return new GCMParameterSpec(8 * TAG_BYTES, nonce.array(), nonce.from(), nonce.length());
  }
}
