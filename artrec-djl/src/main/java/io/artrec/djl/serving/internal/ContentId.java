package io.artrec.djl.serving.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of files and of texts. */
public final class ContentId {
  private ContentId() {}

  /**
   * Identifies bytes.
   *
   * @param bytes any bytes
   * @return 64 hexadecimal digits
   */
  public static String of(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Identifies texts.
   *
   * @param parts texts without line ends, in an order
   * @return 64 hexadecimal digits
   */
  public static String of(String... parts) {
    return of(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
  }
}
