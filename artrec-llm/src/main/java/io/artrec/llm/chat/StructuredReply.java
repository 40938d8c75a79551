package io.artrec.llm.chat;

import java.util.Objects;
import java.util.Optional;

/**
 * A JSON object that fits its schema, and where it is from. Immutable.
 *
 * @param json the object, as strict JSON
 * @param source where it is from
 * @param failure why it is not from the model; empty unless the source is {@link Source#FALLBACK}
 */
public record StructuredReply(String json, Source source, Optional<ChatException> failure) {
  /** Where a structured reply is from. */
  public enum Source {
    /** The model, as it said it. */
    MODEL,
    /** The model, after what stood around the object was left out or its marks were repaired. */
    REPAIRED,
    /** The model, when told what was wrong with its first reply. */
    ASKED_AGAIN,
    /** A cache, which kept what the model said to the same question. */
    CACHE,
    /** The caller, since the model gave nothing that fits. */
    FALLBACK
  }

  /** Checks the values. */
  public StructuredReply {
    Objects.requireNonNull(json, "json");
    if (failure.isPresent() != (source == Source.FALLBACK)) {
      throw new IllegalArgumentException(
          "a reply from " + source + (failure.isPresent() ? " with" : " without") + " a failure");
    }
  }

  /**
   * Returns an object of a model or a cache.
   *
   * @param json the object, as strict JSON
   * @param source where it is from, other than {@link Source#FALLBACK}
   * @return the reply
   */
  public static StructuredReply of(String json, Source source) {
    return new StructuredReply(json, source, Optional.empty());
  }

  @Override
  public String toString() {
    return "object of " + json.length() + " chars, " + source;
  }
}
