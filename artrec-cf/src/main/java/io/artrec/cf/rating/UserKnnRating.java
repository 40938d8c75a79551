package io.artrec.cf.rating;

import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.cf.data.internal.MemoryNeed;
import io.artrec.model.StateReader;
import io.artrec.strategy.Hyperparameters;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.StrategyMethod;
import io.artrec.strategy.TrainingContext;

/**
 * Predicts a rating from those of the visitors most alike who rated the work. Immutable and
 * thread-safe.
 *
 * <p>Resnick, Iacovou, Suchak, Bergstrom, Riedl, GroupLens: an open architecture for collaborative
 * filtering of netnews, CSCW 1994; Herlocker, Konstan, Borchers, Riedl, An algorithmic framework
 * for performing collaborative filtering, SIGIR 1999; with baselines Koren, Factor in the
 * neighbors: scalable and accurate collaborative filtering, ACM TKDD 2010.
 *
 * <p>{@code r̂ = c_ui + Σ_v s_uv (r_vi − c_vi) / (Σ_v s_uv + damping)} over the {@code neighbors}
 * visitors {@code v} most alike of those who rated the work, ties by the smaller index, with {@code
 * c} the {@link Centering}. A visitor whose ratings are the asking one's own does not count, so a
 * trained visitor and a stranger with the same history get the same answer. A work without
 * neighbours gets its centre, and without centring no score; without any rating to learn from
 * nothing is scored. Predictions are not clipped to the scale. Computed in double precision.
 *
 * <p>Nothing is computed before somebody asks: training O(ratings), 40 bytes a rating; an answer
 * O(Σ_i n_i) over the history's works to compare, and O(ratings of those alike). New visitors and
 * new events need no training.
 */
public final class UserKnnRating extends KnnRatingStrategy<UserKnnRating> {
  static final String NAME = "user-knn-rating";

  /** The method by name. */
  public static final StrategyMethod<UserKnnRating> METHOD =
      StrategyMethod.of(
          Hyperparameters.of(NAME, NEIGHBORS, CENTERING)
              .and(RatingSimilarity.TABLE)
              .and(DAMPING, RATING),
          UserKnnRating::new,
          UserKnnRating::read);

  private UserKnnRating(Hyperparameters values) {
    super(METHOD, values);
  }

  /**
   * {@return kNN with baselines, in which so many neighbours speak for a work}
   *
   * @param neighbors how many neighbours speak for a work
   */
  public static UserKnnRating neighbors(int neighbors) {
    return METHOD.with(NEIGHBORS, neighbors);
  }

  @Override
  public Scorer train(TrainingContext context) {
    checkMemory(context.dataset().size());
    return new UserKnnRatingScorer(this, FeedbackEntries.matrix(feedback(), context));
  }

  /** Refuses, before allocation, ratings that do not fit. */
  static void checkMemory(double events) {
    MemoryNeed.check(NAME, 40 * events, "train on fewer events");
  }

  private static Scorer read(StateReader in, TrainingContext context, UserKnnRating strategy) {
    return UserKnnRatingScorer.read(in, strategy, context.catalog().size());
  }
}
