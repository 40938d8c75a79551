package io.artrec.llm.chat;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was asked of a model, and what came of it. Immutable. */
public final class UsageReport {
  static final UsageReport NOTHING =
      new UsageReport(0, new TokenUsage(0, 0), Duration.ZERO, Collections.emptySortedMap());

  private final long replies;
  private final TokenUsage tokens;
  private final Duration time;
  private final SortedMap<String, Long> failures;

  private UsageReport(
      long replies, TokenUsage tokens, Duration time, SortedMap<String, Long> failures) {
    this.replies = replies;
    this.tokens = tokens;
    this.time = time;
    this.failures = failures;
  }

  UsageReport withReply(TokenUsage used, Duration took) {
    TokenUsage sum = new TokenUsage(tokens.prompt() + used.prompt(), tokens.reply() + used.reply());
    return new UsageReport(replies + 1, sum, time.plus(took), failures);
  }

  UsageReport withFailure(String kind) {
    SortedMap<String, Long> more = new TreeMap<>(failures);
    more.merge(kind, 1L, Long::sum);
    return new UsageReport(replies, tokens, time, Collections.unmodifiableSortedMap(more));
  }

  /**
   * Counts the replies.
   *
   * @return attempts that gave one
   */
  public long replies() {
    return replies;
  }

  /**
   * Returns the tokens of all replies. Attempts that failed are not counted, since servers do not
   * say what they cost.
   *
   * @return the tokens
   */
  public TokenUsage tokens() {
    return tokens;
  }

  /**
   * Returns what the tokens cost.
   *
   * @param price the price
   * @return the cost, in the price's currency
   */
  public double cost(TokenPrice price) {
    return price.of(tokens);
  }

  /**
   * Returns the time from asking to a reply, on average.
   *
   * @return the mean, zero without replies
   */
  public Duration meanLatency() {
    return replies == 0 ? Duration.ZERO : time.dividedBy(replies);
  }

  /**
   * Counts the attempts that failed, by the simple name of the exception's class.
   *
   * @return the counts, in the order of names
   */
  public Map<String, Long> failures() {
    return failures;
  }
}
