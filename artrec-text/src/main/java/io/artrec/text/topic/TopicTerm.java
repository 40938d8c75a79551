package io.artrec.text.topic;

import java.util.Objects;

/**
 * A word of a topic.
 *
 * @param word the term as it is most often written in the texts
 * @param term the term as the analysis gives it: folded, stemmed
 * @param weight how strongly the topic speaks of it, 0 or more; comparable within a topic
 */
public record TopicTerm(String word, String term, double weight) {
  /** Validates the parts. */
  public TopicTerm {
    Objects.requireNonNull(word, "word");
    Objects.requireNonNull(term, "term");
    if (!(weight >= 0)) {
      throw new IllegalArgumentException(
          "weight is " + weight + " (term '" + term + "'), expected 0 or more");
    }
  }
}
