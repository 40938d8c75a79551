package io.artrec.cf.rating;

import io.artrec.cf.data.BehaviorStrategy;
import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.cf.data.internal.MemoryNeed;
import io.artrec.cf.data.internal.SharedPairs;
import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.model.StateReader;
import io.artrec.strategy.Capability;
import io.artrec.strategy.Hyperparameter;
import io.artrec.strategy.Hyperparameters;
import io.artrec.strategy.Range;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.StrategyMethod;
import io.artrec.strategy.TrainingContext;
import java.util.List;
import java.util.Set;

/**
 * Predicts a rating from how much better or worse others rated the work than the works of the
 * history. Immutable and thread-safe.
 *
 * <p>Lemire, Maclachlan, Slope one predictors for online rating-based collaborative filtering, SDM
 * 2005.
 *
 * <p>{@code dev_ij} is the mean of {@code r_vi − r_vj} over the {@code n_ij} visitors who rated
 * both. Plain: {@code r̂ = mean_u + mean_j dev_ij} over the works {@code j} of the history with a
 * {@code dev_ij}, {@code mean_u} over all of the history. Weighted: {@code r̂ = Σ_j n_ij (dev_ij +
 * r_uj) / Σ_j n_ij}. Without such works it is {@code mean_u}, and without ratings the mean of all;
 * without any rating to learn from nothing is scored.
 *
 * <p>Differences of few visitors are mostly chance. With a shrinkage {@code h} above 0 they are
 * held to the difference of the works' biases, of {@link BiasBaseline} with a damping of 5: {@code
 * dev_ij = (Σ (r_vi − r_vj) + h (b_i − b_j)) / (n_ij + h)}, which also stands where nobody rated
 * both; weights stay {@code n_ij}.
 *
 * <p>Training O(Σ_u n_u²); 12 bytes, or 8 when not weighted, for each ordered pair of works that
 * someone rated both of, at most works² of them. An answer O(Σ_j pairs of j) over the history's
 * works. New visitors and new events need no training. Predictions are not clipped to the scale.
 */
public final class SlopeOne extends BehaviorStrategy<SlopeOne> {
  static final String NAME = "slope-one";

  private static final Hyperparameter<Boolean> WEIGHTED =
      Hyperparameter.yesNo("weighted", false)
          .meaning("whether a difference counts by how many rated both")
          .tried(List.of(false, true));

  private static final Hyperparameter<Double> SHRINKAGE =
      Hyperparameter.number("shrinkage", 1, Range.atLeast(0).tried(0, 10))
          .meaning(
              "`h`, what holds differences of few visitors to those of biases; 0 as in the paper,"
                  + " 1 to 10 are good");

  /** The method by name. */
  public static final StrategyMethod<SlopeOne> METHOD =
      StrategyMethod.of(
          Hyperparameters.of(NAME, WEIGHTED, SHRINKAGE, RATING), SlopeOne::new, SlopeOne::read);

  private SlopeOne(Hyperparameters values) {
    super(METHOD, values);
  }

  /**
   * Returns plain Slope One with a shrinkage of 1, which leaves it as it is where works have many
   * ratings and keeps it better than biases alone where most have few.
   *
   * @return the strategy
   */
  public static SlopeOne standard() {
    return METHOD.standard();
  }

  /** {@return plain Slope One as in the paper} */
  public static SlopeOne plain() {
    return METHOD.with(SHRINKAGE, 0.0);
  }

  /** {@return weighted Slope One as in the paper} */
  public static SlopeOne byCount() {
    return plain().weighted(true);
  }

  /**
   * {@return this strategy with differences that count by how many rated both, or alike}
   *
   * @param byCount whether a difference counts by how many rated both
   */
  public SlopeOne weighted(boolean byCount) {
    return with(WEIGHTED, byCount);
  }

  /** {@return whether a difference counts by how many rated both} */
  public boolean weighted() {
    return get(WEIGHTED);
  }

  /**
   * {@return this strategy with differences of few visitors held to those of biases}
   *
   * @param h what holds differences of few visitors to those of biases
   */
  public SlopeOne shrinkage(double h) {
    return with(SHRINKAGE, h);
  }

  /** {@return what holds differences of few visitors to those of biases} */
  public double shrinkage() {
    return get(SHRINKAGE);
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.PREDICTS_RATINGS);
  }

  @Override
  public Scorer train(TrainingContext context) {
    SparseMatrix byUser = FeedbackEntries.matrix(feedback(), context);
    boolean weighted = weighted();
    double shrinkage = shrinkage();
    int works = byUser.columns();
    double pairs = SharedPairs.most(byUser, works);
    double perThread = 20.0 * works * context.threads();
    checkMemory((weighted ? 12 : 8) * pairs + 16.0 * byUser.size() + perThread);
    Centers biases = Centers.of(Centering.BASELINE, BiasBaseline.DAMPING, byUser);
    SparseMatrix byArtwork = byUser.transposed();
    Deviations deviations = new Deviations(works, weighted);
    context
        .workers()
        .run(
            "training " + NAME,
            works,
            (first, last) -> {
              Deviations.Row row = new Deviations.Row(works);
              for (int work = first; work < last; work++) {
                row.add(byUser, byArtwork, work);
                deviations.set(work, row, shrinkage, biases.artworks());
              }
            });
    return new SlopeOneScorer(this, biases, deviations);
  }

  /** Refuses, before allocation, differences that do not fit. */
  static void checkMemory(double bytes) {
    MemoryNeed.check(NAME, bytes, "train on fewer works");
  }

  private static Scorer read(StateReader in, TrainingContext context, SlopeOne strategy) {
    int works = context.catalog().size();
    Centers biases = Centers.read(in, Centering.BASELINE, BiasBaseline.DAMPING, works);
    return new SlopeOneScorer(strategy, biases, Deviations.read(in, works, strategy.weighted()));
  }
}
