package io.artrec.llm.chat;

/**
 * The tokens of one call, as the server counted them.
 *
 * @param prompt tokens read, 0 or more
 * @param reply tokens written, hidden thinking included, 0 or more
 */
public record TokenUsage(long prompt, long reply) {
  /** Checks the counts. */
  public TokenUsage {
    if (prompt < 0 || reply < 0) {
      throw new IllegalArgumentException(
          "token usage is " + prompt + " and " + reply + ", expected 0 or more");
    }
  }

  /**
   * Adds both counts.
   *
   * @return all tokens
   */
  public long total() {
    return Math.addExact(prompt, reply);
  }
}
