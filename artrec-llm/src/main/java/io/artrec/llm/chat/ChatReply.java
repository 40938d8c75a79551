package io.artrec.llm.chat;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What a {@link ChatModel} answered. Immutable; refined by chained copies. Its {@code toString}
 * tells sizes, never the words.
 */
public final class ChatReply {
  private final String text;
  private FinishReason finish = FinishReason.UNKNOWN;
  private Optional<TokenUsage> usage = Optional.empty();
  private Duration latency = Duration.ZERO;
  private Optional<String> model = Optional.empty();
  private boolean cached;

  private ChatReply(String text) {
    this.text = text;
  }

  private ChatReply(ChatReply other) {
    text = other.text;
    finish = other.finish;
    usage = other.usage;
    latency = other.latency;
    model = other.model;
    cached = other.cached;
  }

  /**
   * {@return a reply that tells nothing but its text}
   *
   * @param text the words, without the model's thinking
   */
  public static ChatReply of(String text) {
    return new ChatReply(Objects.requireNonNull(text, "text"));
  }

  /**
   * {@return this reply with the reason of its end}
   *
   * @param reason the reason
   */
  public ChatReply finish(FinishReason reason) {
    ChatReply copy = new ChatReply(this);
    copy.finish = Objects.requireNonNull(reason, "reason");
    return copy;
  }

  /**
   * {@return this reply with its tokens}
   *
   * @param tokens the tokens
   */
  public ChatReply usage(TokenUsage tokens) {
    ChatReply copy = new ChatReply(this);
    copy.usage = Optional.of(tokens);
    return copy;
  }

  /**
   * {@return this reply with the time it took; {@link ChatModel} sets it}
   *
   * @param time the time
   */
  ChatReply latency(Duration time) {
    ChatReply copy = new ChatReply(this);
    copy.latency = time;
    return copy;
  }

  /**
   * {@return this reply with the model that wrote it}
   *
   * @param id the model's name as the server gives it
   */
  public ChatReply model(String id) {
    ChatReply copy = new ChatReply(this);
    copy.model = Optional.of(id);
    return copy;
  }

  /** Returns this reply as one that was kept; {@link CachedChatModel} sets it. */
  ChatReply fromCache() {
    ChatReply copy = new ChatReply(this);
    copy.cached = true;
    return copy;
  }

  /** {@return the words, perhaps empty, without the model's thinking} */
  public String text() {
    return text;
  }

  /**
   * Tells why the reply ended.
   *
   * @return the reason
   */
  public FinishReason finish() {
    return finish;
  }

  /** {@return the tokens, or empty where the server does not tell} */
  public Optional<TokenUsage> usage() {
    return usage;
  }

  /** {@return the time from asking to the end of the reply} */
  public Duration latency() {
    return latency;
  }

  /**
   * Returns the model that wrote the reply.
   *
   * @return its name, or empty where nobody tells
   */
  public Optional<String> model() {
    return model;
  }

  /**
   * Tells whether the reply was kept from an earlier or simultaneous call, so that its tokens were
   * not used again.
   *
   * @return whether it is from a cache
   */
  public boolean isCached() {
    return cached;
  }

  @Override
  public String toString() {
    return "reply of " + text.length() + " chars, " + finish + ", after " + latency;
  }
}
