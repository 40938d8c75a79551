package io.artrec.text.topic;

import io.artrec.model.StateReader;
import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import java.util.List;

/**
 * A way to find topics in texts. Immutable and thread-safe; the same texts, settings and seed give
 * the same topics at any number of threads.
 */
public interface TopicLearner {
  /**
   * Returns the name of the method.
   *
   * @return lower-case letters, digits and hyphens, for instance {@code lda}
   */
  String name();

  /**
   * Returns everything that was set and decides the result, in a stable form.
   *
   * @return the settings in words
   */
  String parameters();

  /**
   * Learns topics.
   *
   * @param texts the texts; those without a term that counts add nothing
   * @param progress hears how far it is
   * @param cancellation stops it
   * @return the topics; fewer than asked for, with a warning in the log, when there are fewer texts
   *     with terms that count, or fewer such terms
   * @throws io.artrec.task.CancelledException when it was cancelled or interrupted
   */
  TopicModel learn(List<String> texts, Progress progress, Cancellation cancellation);

  /**
   * Reads topics that a learner of these settings found.
   *
   * @param in what {@link TopicModel#save} wrote
   * @return topics whose answers are bit-equal to those of the saved ones
   * @throws io.artrec.model.ModelFileException when the state is of something else, or damaged, or
   *     another text analysis or encoder was used
   */
  TopicModel read(StateReader in);

  /**
   * Learns topics in silence.
   *
   * @param texts the texts
   * @return the topics
   * @throws io.artrec.task.CancelledException when the thread was interrupted
   */
  default TopicModel learn(List<String> texts) {
    return learn(texts, Progress.silent(), new Cancellation());
  }
}
