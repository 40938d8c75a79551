package io.artrec.llm.prompt;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The media type that an image file's first bytes tell, of those that models read. */
final class ImageType {
  private static final int WEBP_AT = 8;

  private ImageType() {}

  static Optional<String> of(byte[] bytes) {
    if (begins(bytes, 0, "\u00FF\u00D8\u00FF")) {
      return Optional.of("image/jpeg");
    }
    if (begins(bytes, 0, "\u0089PNG\r\n\u001A\n")) {
      return Optional.of("image/png");
    }
    if (begins(bytes, 0, "GIF8")) {
      return Optional.of("image/gif");
    }
    return begins(bytes, 0, "RIFF") && begins(bytes, WEBP_AT, "WEBP")
        ? Optional.of("image/webp")
        : Optional.empty();
  }

  private static boolean begins(byte[] bytes, int from, String start) {
    byte[] expected = start.getBytes(StandardCharsets.ISO_8859_1);
    if (bytes.length < from + expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (bytes[from + i] != expected[i]) {
        return false;
      }
    }
    return true;
  }
}
