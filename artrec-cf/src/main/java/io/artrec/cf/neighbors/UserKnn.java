package io.artrec.cf.neighbors;

import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.cf.data.internal.MemoryNeed;
import io.artrec.model.StateReader;
import io.artrec.strategy.Hyperparameters;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.StrategyMethod;
import io.artrec.strategy.TrainingContext;

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
 */
public final class UserKnn extends KnnStrategy<UserKnn> {
  static final String NAME = "user-knn";

  /** The method by name. */
  public static final StrategyMethod<UserKnn> METHOD =
      StrategyMethod.of(table(NAME), UserKnn::new, UserKnn::read);

  private UserKnn(Hyperparameters values) {
    super(METHOD, values);
  }

  /**
   * {@return user-kNN by cosine, with so many neighbours of a visitor}
   *
   * @param neighbors how many neighbours speak for a work
   */
  public static UserKnn neighbors(int neighbors) {
    return METHOD.with(NEIGHBORS, neighbors);
  }

  @Override
  public Scorer train(TrainingContext context) {
    checkMemory(context.dataset().size(), context.dataset().userCount());
    return new UserKnnScorer(this, FeedbackEntries.matrix(feedback(), context));
  }

  /** Refuses, before allocation, behaviour that does not fit. */
  static void checkMemory(double events, double users) {
    MemoryNeed.check(NAME, bytes(events, users), "train on fewer events");
  }

  /** The matrix, as it is compared, and that transposed. */
  static double bytes(double events, double rows) {
    return 36 * events + 40 * rows;
  }

  static Scorer read(StateReader in, TrainingContext context, UserKnn strategy) {
    return UserKnnScorer.read(in, strategy, context.catalog().size());
  }
}
