package io.artrec.text.topic;

import io.artrec.text.terms.Vocabulary;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of what was learned. */
final class Fingerprint {
  private Fingerprint() {}

  static String of(String method, Vocabulary vocabulary, float[] weights, double... more) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((method + "\n").getBytes(StandardCharsets.UTF_8));
      digest.update(vocabulary.fingerprint().getBytes(StandardCharsets.UTF_8));
      ByteBuffer bytes = ByteBuffer.allocate(8192);
      for (float weight : weights) {
        if (bytes.remaining() < Float.BYTES) {
          digest.update(bytes.flip());
          bytes.clear();
        }
        bytes.putFloat(weight);
      }
      digest.update(bytes.flip());
      for (double value : more) {
        digest.update(ByteBuffer.allocate(Double.BYTES).putDouble(value).flip());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
