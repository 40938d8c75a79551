package io.artrec.llm.chat;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was asked of a model, and what came of it. Immutable; {@code toString} is a sentence. */
public final class UsageReport {
  static final UsageReport NOTHING = new UsageReport();

  private long replies;
  private TokenUsage tokens = new TokenUsage(0, 0);
  private Duration time = Duration.ZERO;
  private SortedMap<String, Long> failures = Collections.emptySortedMap();
  private long cached;
  private long malformed;
  private long fallbacks;

  private UsageReport() {}

  private UsageReport(UsageReport other) {
    replies = other.replies;
    tokens = other.tokens;
    time = other.time;
    failures = other.failures;
    cached = other.cached;
    malformed = other.malformed;
    fallbacks = other.fallbacks;
  }

  UsageReport withReply(TokenUsage used, Duration took) {
    UsageReport copy = new UsageReport(this);
    copy.replies++;
    copy.tokens = new TokenUsage(tokens.prompt() + used.prompt(), tokens.reply() + used.reply());
    copy.time = time.plus(took);
    return copy;
  }

  UsageReport withFailure(String kind) {
    SortedMap<String, Long> more = new TreeMap<>(failures);
    more.merge(kind, 1L, Long::sum);
    UsageReport copy = new UsageReport(this);
    copy.failures = Collections.unmodifiableSortedMap(more);
    return copy;
  }

  UsageReport withNote(Note note) {
    UsageReport copy = new UsageReport(this);
    switch (note) {
      case CACHED -> copy.cached++;
      case MALFORMED -> copy.malformed++;
      case FALLBACK -> copy.fallbacks++;
    }
    return copy;
  }

  /**
   * Returns how often the model replied.
   *
   * @return attempts that gave one
   */
  public long replies() {
    return replies;
  }

  /**
   * {@return the tokens of all replies} Attempts that failed are not counted, since servers do not
   * say what they cost.
   */
  public TokenUsage tokens() {
    return tokens;
  }

  /**
   * {@return what the tokens cost, in the price's currency}
   *
   * @param price the price
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

  /**
   * {@return how often a kept reply answered, through a {@link CachedChatModel} around the counting
   * one; these are not among the replies}
   */
  public long cached() {
    return cached;
  }

  /**
   * {@return how often a reply did not fit what a {@link StructuredChat} asked for; these are among
   * the replies}
   */
  public long malformed() {
    return malformed;
  }

  /** {@return how often a caller's own answer stood in for the model's} */
  public long fallbacks() {
    return fallbacks;
  }

  /**
   * Tells whether the model was never asked: neither did it reply or fail, nor was anything kept.
   *
   * @return whether nothing came of it
   */
  public boolean isUnused() {
    return replies == 0 && failures.isEmpty() && cached == 0;
  }

  @Override
  public String toString() {
    if (isUnused()) {
      return "never asked" + (fallbacks == 0 ? "" : "; " + fallbacks + " fall-backs");
    }
    return replies
        + " replies of "
        + meanLatency().toMillis()
        + " ms, "
        + tokens.prompt()
        + " + "
        + tokens.reply()
        + " tokens, "
        + cached
        + " from the cache, "
        + malformed
        + " malformed, "
        + fallbacks
        + " fall-backs, failures "
        + failures;
  }
}
