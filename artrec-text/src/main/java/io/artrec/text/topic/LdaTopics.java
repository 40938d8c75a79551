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
 * Topics by latent Dirichlet allocation (Blei, Ng, Jordan, Latent Dirichlet allocation, JMLR 2003):
 * every text is a mixture {@code θ ~ Dirichlet(α)} of topics, every topic a distribution {@code φ ~
 * Dirichlet(β)} over terms, every word drawn of a topic drawn of {@code θ}.
 *
 * <p>Learned by collapsed Gibbs sampling (Griffiths, Steyvers, Finding scientific topics, PNAS
 * 2004): the topic of one word given all others is {@code k} with probability in proportion to
 * {@code (n_dk + α_k) · (n_kw + β) / (n_k + βV)}. Unless told otherwise {@code α} is estimated
 * topic by topic and {@code β} for all (Wallach, Mimno, McCallum, Rethinking LDA: why priors
 * matter, NIPS 2009; Minka's fixed point). More than 120,000 words are sampled in up to 16 shards
 * side by side, as Newman, Asuncion, Smyth, Welling, Distributed algorithms for topic models, JMLR
 * 2009, with shards that depend on the texts alone: the result is the same at any number of
 * threads. {@code φ} is the mean over the samples of the last fifth.
 *
 * <p>A text's distribution is found by CVB0 with {@code φ} fixed (Asuncion, Welling, Smyth, Teh, On
 * smoothing and inference for topic models, UAI 2009), without chance: the same text always gets
 * the same answer.
 *
 * <p>O(sweeps · words · topics) time; {@code 4 · (threads + 2) · terms · topics + 6 · words} bytes.
 * Of titles and single sentences, topics by LDA agree better with people's than {@link NmfTopics};
 * of texts of thirty words and more they are about equal. {@link ClusterTopics} with a good encoder
 * is best for the shortest.
 */
public final class LdaTopics implements TopicLearner {
  static final String NAME = "lda";
  private static final double STANDARD_ALPHA_SUM = 5;
  private static final double STANDARD_BETA = 0.01;
  private static final int STANDARD_SWEEPS = 300;

  private final TopicSettings settings;
  private final int sweeps;
  private final double alphaSum;
  private final double beta;
  private final boolean estimate;

  private LdaTopics(
      TopicSettings settings, int sweeps, double alphaSum, double beta, boolean estimate) {
    this.settings = settings;
    this.sweeps = sweeps;
    this.alphaSum = alphaSum;
    this.beta = beta;
    this.estimate = estimate;
  }

  /**
   * Returns LDA with 300 sweeps and priors that are estimated, from a sum of alpha of 5 and a beta
   * of 0.01 on.
   *
   * @param settings how many topics, which terms, which seed
   * @return the learner
   */
  public static LdaTopics of(TopicSettings settings) {
    return new LdaTopics(
        Objects.requireNonNull(settings, "settings"),
        STANDARD_SWEEPS,
        STANDARD_ALPHA_SUM,
        STANDARD_BETA,
        true);
  }

  /**
   * {@return this learner with another number of sweeps}
   *
   * @param count how often every word's topic is drawn anew, 1 or more
   */
  public LdaTopics sweeps(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("sweeps is " + count + ", expected 1 or more");
    }
    return new LdaTopics(settings, count, alphaSum, beta, estimate);
  }

  /**
   * {@return this learner with priors that are not estimated but stay as given}
   *
   * @param sumOfAlpha the sum of alpha, the same for each topic; above 0
   * @param betaOfEach the beta of each term; above 0
   */
  public LdaTopics priors(double sumOfAlpha, double betaOfEach) {
    if (!(sumOfAlpha > 0 && sumOfAlpha < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "sum of alpha is " + sumOfAlpha + ", expected a number above 0");
    }
    if (!(betaOfEach > 0 && betaOfEach < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("beta is " + betaOfEach + ", expected a number above 0");
    }
    return new LdaTopics(settings, sweeps, sumOfAlpha, betaOfEach, false);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String parameters() {
    return settings.parameters()
        + ", "
        + sweeps
        + " sweeps, alpha "
        + alphaSum
        + ", beta "
        + beta
        + (estimate ? ", estimated" : "");
  }

  @Override
  public TopicModel learn(List<String> texts, Progress progress, Cancellation cancellation) {
    Workers work = Workers.of(settings.threads()).progress(progress).cancellation(cancellation);
    TermDocuments documents = KnownTerms.count(texts, settings, work);
    KnownTerms known = KnownTerms.of(settings.analysis(), documents.vocabulary(), texts, work);
    int topics = TopicCount.of(NAME, settings.topics(), documents);
    if (topics == 0) {
      return new LdaModel(new TermTopics(known, 0, new float[0], new double[0]), new double[0]);
    }
    LdaSampler sampler = new LdaSampler(documents, topics, alphaSum, beta, settings.seed(), work);
    sampler.run(sweeps, estimate);
    return sampler.model(known);
  }

  @Override
  public TopicModel read(StateReader in) {
    return read(in, settings.analysis());
  }

  /**
   * Reads topics that were found by LDA and saved.
   *
   * @param in gives the state
   * @param analysis the text analysis they were learned with
   * @return the topics
   * @throws io.artrec.model.ModelFileException when the state is of something else, or damaged, or
   *     another analysis was used
   */
  public static TopicModel read(StateReader in, TextAnalysis analysis) {
    return LdaModel.read(in, analysis);
  }
}
