package io.artrec.llm.prompt;

import io.artrec.llm.chat.ChatException;
import io.artrec.llm.chat.ChatReply;
import io.artrec.llm.chat.PromptId;
import io.artrec.llm.chat.StructuredReply;
import java.util.Objects;
import java.util.Optional;

/**
 * Where an answer comes from. Immutable; {@code toString} is a sentence for logs and reports.
 *
 * @param kind who answered
 * @param prompt what a model was asked, if one was
 * @param reason why no model answered where one might have
 */
public record Origin(Kind kind, Optional<PromptId> prompt, Optional<String> reason) {
  /** Who answered. */
  public enum Kind {
    /** A model. */
    MODEL,
    /** A model, earlier, to the same question. */
    CACHE,
    /** The library by itself: no model is there, or it was not asked. */
    LIBRARY,
    /** The library, since the model that was asked gave nothing that fits. */
    FALLBACK
  }

  /** Checks the values. */
  public Origin {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(prompt, "prompt");
    Objects.requireNonNull(reason, "reason");
  }

  /**
   * {@return the origin of what the library says by itself}
   *
   * @param reason why: "no model is set", "the text is empty"
   */
  public static Origin library(String reason) {
    return new Origin(Kind.LIBRARY, Optional.empty(), Optional.of(reason));
  }

  /**
   * {@return the origin of an object that was asked for}
   *
   * @param reply the object
   * @param prompt what was asked
   */
  public static Origin of(StructuredReply reply, PromptId prompt) {
    Kind kind =
        switch (reply.source()) {
          case MODEL, REPAIRED, ASKED_AGAIN -> Kind.MODEL;
          case CACHE -> Kind.CACHE;
          case FALLBACK -> Kind.FALLBACK;
        };
    return new Origin(kind, Optional.of(prompt), reply.failure().map(Throwable::getMessage));
  }

  /**
   * {@return the origin of words that were asked for}
   *
   * @param reply the words
   * @param prompt what was asked
   */
  public static Origin of(ChatReply reply, PromptId prompt) {
    Kind kind = reply.isCached() ? Kind.CACHE : Kind.MODEL;
    return new Origin(kind, Optional.of(prompt), Optional.empty());
  }

  /**
   * {@return the origin of what stands in for a model}
   *
   * @param failure what went wrong
   * @param prompt what was asked
   */
  public static Origin fallback(ChatException failure, PromptId prompt) {
    return new Origin(
        Kind.FALLBACK, Optional.of(prompt), Optional.ofNullable(failure.getMessage()));
  }

  @Override
  public String toString() {
    String asked = prompt.map(id -> " (prompt " + id.name() + " " + id.version() + ")").orElse("");
    return switch (kind) {
          case MODEL -> "from the model";
          case CACHE -> "from the cache";
          case LIBRARY -> "from the library";
          case FALLBACK -> "from the library instead of the model";
        }
        + asked
        + reason.map(text -> ": " + text).orElse("");
  }
}
