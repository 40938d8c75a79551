package io.artrec.djl.causal;

/** What a {@link CausalModel} wrote. Immutable. Its {@code toString} tells sizes, not words. */
public final class Generation {
  /** Why a text ended. */
  public enum End {
    /** The model chose an end token, or the object of a schema is whole. */
    END,
    /** A stop word came, which is not part of the text. */
    STOP_WORD,
    /** The limit of tokens, or of the model's positions, was reached. */
    LENGTH,
    /** The deadline passed. */
    DEADLINE
  }

  private final String text;
  private final End end;
  private final int tokens;
  private final double logProbability;

  Generation(String text, End end, int tokens, double logProbability) {
    this.text = text;
    this.end = end;
    this.tokens = tokens;
    this.logProbability = logProbability;
  }

  /** {@return the text that follows the prompt, special tokens left out} */
  public String text() {
    return text;
  }

  /**
   * Tells why the text ended.
   *
   * @return the reason
   */
  public End end() {
    return end;
  }

  /**
   * Counts the tokens that were chosen.
   *
   * @return the number, an end token included
   */
  public int tokens() {
    return tokens;
  }

  /**
   * Returns how likely the tokens are by the model's own softmax, before temperature, top-k, top-p
   * and schema.
   *
   * @return the sum of the natural logarithms of their probabilities, 0 or less
   */
  public double logProbability() {
    return logProbability;
  }

  @Override
  public String toString() {
    return tokens + " tokens, " + text.length() + " chars, " + end;
  }
}
