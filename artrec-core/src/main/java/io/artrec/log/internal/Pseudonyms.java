package io.artrec.log.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes pseudonyms of visitors, as a log's marks hold them, and remembers those of up to 65,536.
 * Not thread-safe.
 */
public final class Pseudonyms implements UnaryOperator<String> {
  private static final int KEPT = 1 << 16;

  private final Mac mac;
  private final Map<String, String> known = new HashMap<>();

  /**
   * Makes those of a log.
   *
   * @param id the log's id
   */
  public Pseudonyms(String id) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(id.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  /** Remembers nobody any more. */
  public void forget() {
    known.clear();
  }

  @Override
  public String apply(String user) {
    if (known.size() >= KEPT) {
      known.clear();
    }
    return known.computeIfAbsent(
        user, id -> HexFormat.of().formatHex(mac.doFinal(id.getBytes(StandardCharsets.UTF_8))));
  }
}
