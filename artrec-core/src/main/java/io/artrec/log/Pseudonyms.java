package io.artrec.log;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes pseudonyms, and remembers them for one pass over a log. Not thread-safe. */
final class Pseudonyms implements UnaryOperator<String> {
  private static final int KEPT = 1 << 16;

  private final Mac mac;
  private final Map<String, String> known = new HashMap<>();

  /** Makes those of the log of an id. */
  Pseudonyms(String id) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(id.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
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
