package io.artrec.llm.prompt;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Draws what strangers must not guess: the marks around their texts and the names of candidates.
 * Both follow from a secret and from all that a request holds (HMAC-SHA-256), so that equal
 * requests are equal, as a cache of replies needs, and a text that knew the marks of an earlier
 * request gets others itself. Immutable and thread-safe.
 */
public final class Seal {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SECRET_BYTES = 32;

  private final SecretKeySpec secret;

  private Seal(byte[] secret) {
    this.secret = new SecretKeySpec(secret, ALGORITHM);
  }

  /** {@return a seal with a secret drawn now} */
  public static Seal drawn() {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    return new Seal(secret);
  }

  /**
   * {@return a seal with a secret of one's own, so that processes draw the same, and tests}
   *
   * @param secret 16 bytes or more; copied
   */
  public static Seal of(byte[] secret) {
    if (secret.length < SECRET_BYTES / 2) {
      throw new IllegalArgumentException(
          "the secret of a seal has " + secret.length + " bytes, expected 16 or more");
    }
    return new Seal(secret.clone());
  }

  /** 32 bytes that follow from the secret and the parts, each with its length before it. */
  byte[] draw(List<String> parts) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      for (String part : parts) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        mac.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        mac.update(bytes);
      }
      return mac.doFinal();
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
