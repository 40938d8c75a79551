package io.artrec.llm.chat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What makes two requests the same question: the model, the prompt and its version, all texts and
 * images, the schema, the limits and whose data they hold. Deadlines do not. A digest, so that it
 * holds no words.
 *
 * @param digest SHA-256 in hexadecimal digits
 */
record RequestKey(String digest) {
  static RequestKey of(String model, ChatRequest request) {
    Fields fields = new Fields();
    fields.add(model);
    fields.add(request.prompt().map(id -> id.name() + " " + id.version()));
    fields.add(request.user());
    fields.add(request.system());
    fields.add(request.schema());
    for (ChatTurn turn : request.turns()) {
      fields.add(turn.speaker().name());
      fields.add(turn.text());
      for (ChatImage image : turn.images()) {
        fields.add(image.mediaType());
        fields.add(image.bytes());
      }
      fields.add("turn");
    }
    ChatLimits limits = request.limits();
    fields.add(limits.maxTokens().toString());
    fields.add(limits.temperature().toString());
    fields.add(limits.seed().toString());
    limits.stop().forEach(fields::add);
    return new RequestKey(fields.end());
  }

  /** A digest of values, each with its length before it, so that none runs into the next. */
  private static final class Fields {
    private final MessageDigest digest;

    Fields() {
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }

    void add(byte[] bytes) {
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      digest.update(bytes);
    }

    void add(String text) {
      add(text.getBytes(StandardCharsets.UTF_8));
    }

    void add(Optional<String> text) {
      add(text.isPresent() ? "present" : "absent");
      add(text.orElse(""));
    }

    String end() {
      return HexFormat.of().formatHex(digest.digest());
    }
  }
}
