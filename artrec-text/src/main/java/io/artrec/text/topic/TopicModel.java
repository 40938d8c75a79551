package io.artrec.text.topic;

import io.artrec.model.StateWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Topics learned of a collection of texts. Topics are numbered by falling share of the texts.
 * Immutable and thread-safe; the same text gets the same answer at every call.
 */
public interface TopicModel {
  /**
   * Returns the method that found the topics.
   *
   * @return {@code lda}, {@code nmf} or {@code clusters}
   */
  String method();

  /**
   * Returns how many topics there are.
   *
   * @return 0 when no text had a term that counts
   */
  int size();

  /**
   * Returns the words that say what a topic is about.
   *
   * @param topic 0 to {@code size() - 1}
   * @param n how many words at most, 1 or more
   * @return by falling weight, ties by term number; words without weight are left out
   * @throws IndexOutOfBoundsException when there is no such topic
   */
  List<TopicTerm> topTerms(int topic, int n);

  /**
   * Returns how much of the texts a topic takes.
   *
   * @param topic 0 to {@code size() - 1}
   * @return the mean over the learned texts of the topic's part, 0 to 1; all topics add up to 1
   * @throws IndexOutOfBoundsException when there is no such topic
   */
  double share(int topic);

  /**
   * Returns how much of a text each topic takes. The text need not be one of those that were
   * learned of.
   *
   * @param text any text
   * @return {@code size()} values of 0 or more that add up to 1 but for rounding; empty when the
   *     text has nothing that the topics speak of
   */
  Optional<float[]> distribution(String text);

  /**
   * {@return the topic that takes most of a text, the lowest number of equal ones; empty where
   * {@link #distribution} is}
   *
   * @param text any text
   */
  default OptionalInt dominant(String text) {
    Optional<float[]> parts = distribution(text);
    if (parts.isEmpty()) {
      return OptionalInt.empty();
    }
    int best = 0;
    for (int topic = 1; topic < parts.get().length; topic++) {
      if (parts.get()[topic] > parts.get()[best]) {
        best = topic;
      }
    }
    return OptionalInt.of(best);
  }

  /**
   * Identifies what was learned: equal fingerprints promise equal answers.
   *
   * @return hexadecimal digits
   */
  String fingerprint();

  /**
   * Saves the model; the class that learned it has the method to read it.
   *
   * @param out receives the state
   */
  void save(StateWriter out);
}
