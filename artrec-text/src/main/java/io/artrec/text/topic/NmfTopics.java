package io.artrec.text.topic;

import io.artrec.model.StateReader;
import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import io.artrec.task.Workers;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.terms.internal.TermDocuments;
import java.util.List;
import java.util.Objects;

/**
 * Topics by non-negative matrix factorisation (Lee, Seung, Learning the parts of objects by
 * non-negative matrix factorization, Nature 1999): the TF-IDF weights of the texts, rows of unit
 * length, approached by {@code W Hᵀ} with no number below 0. A column of {@code H}, scaled to add
 * up to 1, is a topic; a row of {@code W} says how much of each a text holds.
 *
 * <p>Starts from the singular value decomposition ({@code NNDSVD}), so that the seed hardly
 * matters; ends when the loss falls by less than 1e-4 of its first value in ten rounds. A new
 * text's parts are what minimises the loss with {@code H} fixed.
 *
 * <p>A round costs O(entries · topics), with {@link NmfLoss#FROBENIUS} O(entries · topics + (texts
 * + terms) · topics²); memory {@code 8 · (texts + terms) · topics + 40 · entries} bytes. Every row
 * is improved by itself and sums have a fixed order, so the result is the same at any number of
 * threads.
 *
 * <p>Best for texts of thirty words and more; see {@link LdaTopics} for shorter ones.
 */
public final class NmfTopics implements TopicLearner {
  static final String NAME = "nmf";
  private static final int STANDARD_ROUNDS = 200;

  private final TopicSettings settings;
  private final NmfLoss loss;
  private final int rounds;

  private NmfTopics(TopicSettings settings, NmfLoss loss, int rounds) {
    this.settings = settings;
    this.loss = loss;
    this.rounds = rounds;
  }

  /**
   * Returns NMF with {@link NmfLoss#FROBENIUS} and at most 200 rounds.
   *
   * @param settings how many topics, which terms, which seed
   * @return the learner
   */
  public static NmfTopics of(TopicSettings settings) {
    return new NmfTopics(
        Objects.requireNonNull(settings, "settings"), NmfLoss.FROBENIUS, STANDARD_ROUNDS);
  }

  /**
   * {@return this learner with another loss}
   *
   * @param other what is minimised
   */
  public NmfTopics loss(NmfLoss other) {
    return new NmfTopics(settings, Objects.requireNonNull(other, "other"), rounds);
  }

  /**
   * {@return this learner with another limit of rounds}
   *
   * @param most how often both factors are improved at most, 1 or more
   */
  public NmfTopics rounds(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("rounds is " + most + ", expected 1 or more");
    }
    return new NmfTopics(settings, loss, most);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String parameters() {
    return settings.parameters() + ", " + loss.label() + ", " + rounds + " rounds";
  }

  @Override
  public TopicModel learn(List<String> texts, Progress progress, Cancellation cancellation) {
    Workers work = Workers.of(settings.threads()).progress(progress).cancellation(cancellation);
    TermDocuments documents = KnownTerms.count(texts, settings, work);
    KnownTerms known = KnownTerms.of(settings.analysis(), documents.vocabulary(), texts, work);
    int topics = TopicCount.of(NAME, settings.topics(), documents);
    if (topics == 0) {
      return new NmfModel(new TermTopics(known, 0, new float[0], new double[0]), loss);
    }
    SparseRows matrix = new TermWeights(documents.vocabulary()).of(documents);
    NmfFactors factors = new NmfFactors(matrix, topics, loss, settings.seed(), work);
    factors.run(rounds);
    return factors.model(known);
  }

  @Override
  public TopicModel read(StateReader in) {
    return read(in, settings.analysis());
  }

  /**
   * Reads topics that were found by NMF and saved.
   *
   * @param in gives the state
   * @param analysis the text analysis they were learned with
   * @return the topics
   * @throws io.artrec.model.ModelFileException when the state is of something else, or damaged, or
   *     another analysis was used
   */
  public static TopicModel read(StateReader in, TextAnalysis analysis) {
    return NmfModel.read(in, analysis);
  }
}
