package io.artrec.cf.rating;

import io.artrec.cf.data.Checks;
import io.artrec.cf.data.Feedback;
import io.artrec.cf.data.MemoryNeed;
import io.artrec.cf.data.SharedPairs;
import io.artrec.cf.data.SparseMatrix;
import io.artrec.cf.data.Workers;
import io.artrec.model.StateReader;
import io.artrec.strategy.Capability;
import io.artrec.strategy.Parameters;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.StrategyReaders;
import io.artrec.strategy.TrainingContext;
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
 *
 * @param weighted whether a difference counts by how many rated both
 * @param shrinkage {@code h}, 0 (as in the paper) or more
 * @param feedback what counts as a rating
 */
public record SlopeOne(boolean weighted, double shrinkage, Feedback feedback) implements Strategy {
  /** The strategy's name. */
  public static final String NAME = "slope-one";

  /** Validates the hyper-parameters. */
  public SlopeOne {
    Checks.finite(NAME, "shrinkage", shrinkage, 0);
    Checks.oneOf(NAME, feedback, Feedback.RATING, Feedback.PREFERENCE);
  }

  /**
   * Returns plain Slope One with a shrinkage of 1, which leaves it as it is where works have many
   * ratings and keeps it better than biases alone where most have few.
   *
   * @return the strategy
   */
  public static SlopeOne standard() {
    return new SlopeOne(false, 1, Feedback.RATING);
  }

  /**
   * Returns plain Slope One as in the paper.
   *
   * @return the strategy
   */
  public static SlopeOne plain() {
    return new SlopeOne(false, 0, Feedback.RATING);
  }

  /**
   * Returns weighted Slope One as in the paper.
   *
   * @return the strategy
   */
  public static SlopeOne byCount() {
    return new SlopeOne(true, 0, Feedback.RATING);
  }

  /**
   * Returns this strategy with a shrinkage.
   *
   * @param h what holds differences of few visitors to those of biases, 0 or more; 1 to 10 are good
   * @return the changed strategy
   */
  public SlopeOne shrinkage(double h) {
    return new SlopeOne(weighted, h, feedback);
  }

  /**
   * Returns this strategy with another meaning of behaviour.
   *
   * @param meaning how behaviour becomes ratings
   * @return the changed strategy
   */
  public SlopeOne feedback(Feedback meaning) {
    return new SlopeOne(weighted, shrinkage, meaning);
  }

  /**
   * Reads hyper-parameters.
   *
   * @param from {@code weighted}, {@code shrinkage}, {@code feedback}; what is left out is as
   *     {@link #standard()} has it
   * @return the strategy
   */
  public static SlopeOne parse(Parameters from) {
    from.only(NAME, "weighted", "shrinkage", "feedback");
    SlopeOne standard = standard();
    return new SlopeOne(
        from.getBoolean("weighted", standard.weighted),
        from.getDouble("shrinkage", standard.shrinkage),
        from.getEnum("feedback", standard.feedback));
  }

  /**
   * Returns the hyper-parameters as text.
   *
   * @return what {@link #parse} reads
   */
  public Parameters parameters() {
    return Parameters.none()
        .with("weighted", weighted)
        .with("shrinkage", shrinkage)
        .with("feedback", feedback);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.PREDICTS_RATINGS);
  }

  @Override
  public Scorer train(TrainingContext context) {
    SparseMatrix byUser = feedback.matrix(context);
    int works = byUser.columns();
    double pairs = SharedPairs.most(byUser, works);
    double perThread = 20.0 * works * context.threads();
    checkMemory((weighted ? 12 : 8) * pairs + 16.0 * byUser.size() + perThread);
    Centers biases = Centers.of(Centering.BASELINE, BiasBaseline.DAMPING, byUser);
    SparseMatrix byArtwork = byUser.transposed();
    Deviations deviations = new Deviations(works, weighted);
    Workers.run(
        context,
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

  /**
   * Reads a scorer from a model file.
   *
   * @param in what the scorer saved
   * @param context not needed
   * @param readers not needed
   * @return the scorer
   */
  public static Scorer read(StateReader in, TrainingContext context, StrategyReaders readers) {
    SlopeOne strategy = parse(Parameters.parse(in.getString("parameters")));
    int works = context.catalog().size();
    Centers biases = Centers.read(in, Centering.BASELINE, BiasBaseline.DAMPING, works);
    return new SlopeOneScorer(strategy, biases, Deviations.read(in, works, strategy.weighted));
  }

  @Override
  public String toString() {
    return NAME + ":" + parameters();
  }
}
