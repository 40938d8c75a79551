package io.artrec.llm.chat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How long and how freely a model may answer. Immutable; refined by chained copies. What is not set
 * is left to the model.
 */
public final class ChatLimits {
  private static final double HOTTEST = 2;
  private static final int MOST_STOPS = 4;

  private Optional<Integer> maxTokens = Optional.empty();
  private Optional<Double> temperature = Optional.empty();
  private Optional<Long> seed = Optional.empty();
  private List<String> stop = List.of();

  private ChatLimits() {}

  private ChatLimits(ChatLimits other) {
    maxTokens = other.maxTokens;
    temperature = other.temperature;
    seed = other.seed;
    stop = other.stop;
  }

  /** {@return limits of which none is set} */
  public static ChatLimits standard() {
    return new ChatLimits();
  }

  /**
   * {@return these limits with a length of the reply}
   *
   * @param most tokens that may be written, 1 or more
   */
  public ChatLimits maxTokens(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("maxTokens is " + most + ", expected 1 or more");
    }
    ChatLimits copy = new ChatLimits(this);
    copy.maxTokens = Optional.of(most);
    return copy;
  }

  /**
   * {@return these limits with a temperature}
   *
   * @param value 0 (the likeliest words) to 2
   */
  public ChatLimits temperature(double value) {
    if (!(value >= 0 && value <= HOTTEST)) {
      throw new IllegalArgumentException("temperature is " + value + ", expected 0 to 2");
    }
    ChatLimits copy = new ChatLimits(this);
    copy.temperature = Optional.of(value);
    return copy;
  }

  /**
   * {@return these limits with a seed, for models that declare {@link ChatCapability#SEED}}
   *
   * @param value any number
   */
  public ChatLimits seed(long value) {
    ChatLimits copy = new ChatLimits(this);
    copy.seed = Optional.of(value);
    return copy;
  }

  /**
   * {@return these limits with words that end the reply, for models that declare {@link
   * ChatCapability#STOP_WORDS}}
   *
   * @param words up to four, none empty; the reply ends before the first that would come
   */
  public ChatLimits stop(List<String> words) {
    List<String> copied = List.copyOf(words);
    if (copied.size() > MOST_STOPS || copied.contains("")) {
      throw new IllegalArgumentException(
          copied.size() + " stop words, expected up to " + MOST_STOPS + ", none of them empty");
    }
    ChatLimits copy = new ChatLimits(this);
    copy.stop = copied;
    return copy;
  }

  /** {@return the most tokens of the reply, or empty} */
  public OptionalInt maxTokens() {
    return maxTokens.isPresent() ? OptionalInt.of(maxTokens.get()) : OptionalInt.empty();
  }

  /** {@return the temperature, 0 to 2, or empty} */
  public OptionalDouble temperature() {
    return temperature.isPresent() ? OptionalDouble.of(temperature.get()) : OptionalDouble.empty();
  }

  /** {@return the seed, or empty} */
  public OptionalLong seed() {
    return seed.isPresent() ? OptionalLong.of(seed.get()) : OptionalLong.empty();
  }

  /**
   * Returns the words that end the reply.
   *
   * @return up to four words
   */
  public List<String> stop() {
    return stop;
  }
}
