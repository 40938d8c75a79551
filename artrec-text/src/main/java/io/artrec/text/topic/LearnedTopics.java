package io.artrec.text.topic;

import io.artrec.model.StateWriter;
import java.util.List;

/** What kinds of topics have in common: their terms and shares, and who they are. */
abstract class LearnedTopics implements TopicModel {
  private final String method;
  private final TermTopics topics;
  private final String fingerprint;

  /**
   * Creates it.
   *
   * @param settings what else of the method counts, beginning with a space unless empty
   * @param more numbers that were learned beside the topics
   */
  LearnedTopics(TermTopics topics, String method, String settings, double... more) {
    this.method = method;
    this.topics = topics;
    fingerprint = topics.fingerprint(method + settings, more);
  }

  final TermTopics topics() {
    return topics;
  }

  @Override
  public final String method() {
    return method;
  }

  @Override
  public final int size() {
    return topics.topics();
  }

  @Override
  public final List<TopicTerm> topTerms(int topic, int n) {
    return topics.top(topic, n);
  }

  @Override
  public final double share(int topic) {
    return topics.share(topic);
  }

  @Override
  public final String fingerprint() {
    return fingerprint;
  }

  @Override
  public final void save(StateWriter out) {
    topics.save(out, method);
    saveMore(out);
  }

  /** Saves what the method learned beside the topics. */
  abstract void saveMore(StateWriter out);
}
