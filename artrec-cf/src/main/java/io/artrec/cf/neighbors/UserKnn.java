package io.artrec.cf.neighbors;

import io.artrec.cf.data.Checks;
import io.artrec.cf.data.Feedback;
import io.artrec.cf.data.MemoryNeed;
import io.artrec.model.StateReader;
import io.artrec.strategy.Parameters;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.StrategyReaders;
import io.artrec.strategy.TrainingContext;
import java.util.Objects;

/**
 * Scores a work by the visitors most alike to whoever asks who chose it. Immutable and thread-safe.
 *
 * <p>Herlocker, Konstan, Borchers, Riedl, An algorithmic framework for performing collaborative
 * filtering, SIGIR 1999.
 *
 * <p>{@code score(j) = Σ_v s_uv · x_vj} over the {@code neighbors} visitors {@code v} most alike,
 * ties by the smaller index; similarities that are not above 0 do not count, nor does a visitor
 * whose vector is the asking one's own: it could only speak for works that are known already. So a
 * trained visitor and a stranger with the same history get the same answer. Nothing is computed
 * before somebody asks: training O(events), 16 bytes an event; an answer O(Σ_i n_i) over the
 * history's works. New visitors and new events need no training.
 *
 * @param neighbors how many neighbours a visitor has, 1 or more
 * @param similarity how alike two visitors are
 * @param feedback what behaviour counts
 */
public record UserKnn(int neighbors, VectorSimilarity similarity, Feedback feedback)
    implements Strategy {
  /** The strategy's name. */
  public static final String NAME = "user-knn";

  /** Validates the hyper-parameters. */
  public UserKnn {
    Checks.atLeast(NAME, "neighbors", neighbors, 1);
    Objects.requireNonNull(similarity, "similarity");
    Checks.oneOf(NAME, feedback, Feedback.PREFERENCE, Feedback.POSITIVE, Feedback.ANY);
  }

  /**
   * Returns user-kNN by cosine.
   *
   * @param neighbors how many neighbours a visitor has, 1 or more; 50 to 400 are usual
   * @return the strategy
   */
  public static UserKnn neighbors(int neighbors) {
    return new UserKnn(neighbors, VectorSimilarity.cosine(), Feedback.PREFERENCE);
  }

  /**
   * Returns this strategy with another similarity.
   *
   * @param other how alike two visitors are
   * @return the changed strategy
   */
  public UserKnn similarity(VectorSimilarity other) {
    return new UserKnn(neighbors, other, feedback);
  }

  /**
   * Returns this strategy with another meaning of behaviour.
   *
   * @param meaning what behaviour counts
   * @return the changed strategy
   */
  public UserKnn feedback(Feedback meaning) {
    return new UserKnn(neighbors, similarity, meaning);
  }

  /**
   * Reads hyper-parameters.
   *
   * @param from {@code neighbors}, {@code similarity}, {@code weighting}, {@code shrinkage}, {@code
   *     significance}, {@code minimumOverlap}, {@code alpha}, {@code beta}, {@code feedback}; what
   *     is left out is as {@link #neighbors(int) neighbors(100)} has it
   * @return the strategy
   */
  public static UserKnn parse(Parameters from) {
    from.only(NAME, ItemKnn.keys());
    UserKnn standard = neighbors(100);
    return new UserKnn(
        from.getInt("neighbors", standard.neighbors),
        VectorSimilarity.parse(from, standard.similarity),
        from.getEnum("feedback", standard.feedback));
  }

  /**
   * Returns the hyper-parameters as text.
   *
   * @return what {@link #parse} reads
   */
  public Parameters parameters() {
    return similarity
        .write(Parameters.none().with("neighbors", neighbors))
        .with("feedback", feedback);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Scorer train(TrainingContext context) {
    checkMemory(context.dataset().size(), context.dataset().userCount());
    return new UserKnnScorer(this, feedback.matrix(context));
  }

  /** Refuses, before allocation, behaviour that does not fit. */
  static void checkMemory(double events, double users) {
    MemoryNeed.check(NAME, bytes(events, users), "train on fewer events");
  }

  /** The matrix, as it is compared, and that transposed. */
  static double bytes(double events, double rows) {
    return 36 * events + 40 * rows;
  }

  /**
   * Reads a scorer from a model file.
   *
   * @param in what the scorer saved
   * @param context not needed
   * @param readers not needed
   * @return the scorer
   */
  public static Scorer read(StateReader in, TrainingContext context, StrategyReaders readers) {
    UserKnn strategy = parse(Parameters.parse(in.getString("parameters")));
    return UserKnnScorer.read(in, strategy, context.catalog().size());
  }

  @Override
  public String toString() {
    return NAME + ":" + parameters();
  }
}
