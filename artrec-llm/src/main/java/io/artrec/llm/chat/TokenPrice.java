package io.artrec.llm.chat;

/**
 * What a model costs, in whatever currency.
 *
 * @param promptPerMillion for a million tokens read, 0 or more
 * @param replyPerMillion for a million tokens written, 0 or more
 */
public record TokenPrice(double promptPerMillion, double replyPerMillion) {
  private static final double MILLION = 1e6;

  /** Checks the prices. */
  public TokenPrice {
    boolean fine =
        promptPerMillion >= 0
            && replyPerMillion >= 0
            && promptPerMillion + replyPerMillion < Double.POSITIVE_INFINITY;
    if (!fine) {
      throw new IllegalArgumentException(
          "prices " + promptPerMillion + " and " + replyPerMillion + ", expected 0 or more");
    }
  }

  /**
   * {@return what tokens cost}
   *
   * @param usage the tokens
   */
  public double of(TokenUsage usage) {
    return (usage.prompt() * promptPerMillion + usage.reply() * replyPerMillion) / MILLION;
  }
}
