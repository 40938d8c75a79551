package io.artrec.cf.content;

import io.artrec.task.Workers;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Estimates {@link Variances} from the data by simulation: García-Cortés, Moreno, Varona,
 * Altarriba, Variance component estimation by resampling, Journal of Animal Breeding and Genetics
 * 109, 1992. Effects {@code β*} and ratings {@code y*} are drawn from the model as it stands and
 * solved for like the real ones. With {@code γ_f} the number of effects of a family that the data
 * determine, {@code E|β̂*_f|² = γ_f τ_f²}, so {@code γ_f ≈ |β̂*_f|² / τ_f²} without an inverse, and
 * the next variances are {@code |β̂_f|² / γ_f} and {@code |y − Xβ̂|² / (n − Σ γ_f)} (MacKay,
 * Bayesian interpolation, Neural Computation 4, 1992), whose fixed point is the maximum of the
 * restricted likelihood. Draws are of one seed in every round, so rounds settle.
 *
 * <p>A family of fewer than 32 effects, of which one draw says little, has {@code γ} from the
 * diagonal instead; of columns for all, from the diagonal of the equations without works' effects,
 * which take up most of what ratings say of a column: a work of {@code n} ratings then counts
 * {@code σ² / (τ_w² + σ²/n)}.
 */
final class VarianceEstimate {
  private static final String STAGE = "training " + AdditiveRatings.NAME;
  private static final double TOLERANCE = 0.01;
  private static final int STEPS = 30;
  private static final int FEW = 32;
  private static final double SETTLED = 1.02;
  private static final double LEAST_RESIDUAL = 1e-6;

  /** At least this share of ratings is not used up by effects. */
  private static final double LEAST_FREE = 0.1;

  /** At least so many effects of a family are determined. */
  private static final double LEAST_DETERMINED = 1e-3;

  private final MixedModel model;
  private final int[] family;
  private final int[] counts;
  private final double[] squares;
  private final double[] right;
  private final double[] noise;
  private final double[] chance;
  private final double[] effects;
  private final double[] drawnEffects;
  private final double[] work;

  VarianceEstimate(MixedModel model, long seed) {
    this.model = model;
    int ratings = model.ratings().size();
    squares = model.squares();
    family = model.families();
    counts = new int[2 + 2 * model.rows().familyCount()];
    right = new double[model.size()];
    noise = new double[ratings];
    chance = new double[model.size()];
    effects = new double[model.size()];
    drawnEffects = new double[model.size()];
    work = new double[Math.max(ratings, model.size())];
    RandomGenerator random = new SplittableRandom(seed);
    for (int p = 0; p < ratings; p++) {
      work[p] = model.ratings().values()[p];
      noise[p] = random.nextGaussian();
    }
    model.gather(work, right);
    for (int k = 1; k < chance.length; k++) {
      if (squares[k] > 0) {
        chance[k] = random.nextGaussian();
        counts[family[k]]++;
      }
    }
  }

  /** Estimates until variances settle, for so many rounds at most. */
  Variances run(Variances first, int rounds, Workers workers) {
    Variances current = first;
    for (int round = 0; round < rounds; round++) {
      workers.cancellation().check(STAGE);
      workers.progress().update(STAGE, round, rounds + 1);
      Variances next = next(current);
      double change = next.change(current);
      current = next;
      if (change < SETTLED) {
        break;
      }
    }
    return current;
  }

  private Variances next(Variances now) {
    LinearSystem system = model.system(now, squares);
    system.solve(right, effects, TOLERANCE, STEPS);
    double[] of = now.all();
    solveDrawn(of, now.residual(), system);
    double[] found = new double[of.length];
    double[] drawn = new double[of.length];
    double[] free = new double[of.length];
    double[] weights = model.columnWeights(now);
    for (int k = 1; k < effects.length; k++) {
      int f = family[k];
      found[f] += effects[k] * effects[k];
      drawn[f] += drawnEffects[k] * drawnEffects[k];
      if (squares[k] > 0 && counts[f] < FEW) {
        free[f] += 1 - diagonalError(k, weights, now.residual(), of[f]) / of[f];
      }
    }
    double determined = 1;
    double[] next = new double[of.length];
    for (int f = 0; f < of.length; f++) {
      if (counts[f] >= FEW) {
        free[f] = drawn[f] / of[f];
      }
      determined += free[f];
      next[f] = Math.max(Variances.LEAST, found[f] / Math.max(free[f], LEAST_DETERMINED));
    }
    return Variances.of(residual(determined), next);
  }

  private double diagonalError(int k, double[] weights, double residual, double variance) {
    boolean isShared = k >= model.shared() && k < model.owned();
    double known = isShared ? weights[k - model.shared()] : squares[k];
    return residual / (known + residual / variance);
  }

  /** Draws effects, ratings by them, and solves for {@link #drawnEffects}. */
  private void solveDrawn(double[] variances, double residual, LinearSystem system) {
    double[] drawn = new double[model.size()];
    for (int k = 1; k < drawn.length; k++) {
      drawn[k] = Math.sqrt(variances[family[k]]) * chance[k];
    }
    model.predict(drawn, work);
    double deviation = Math.sqrt(residual);
    for (int p = 0; p < noise.length; p++) {
      work[p] += deviation * noise[p];
    }
    double[] drawnRight = new double[model.size()];
    model.gather(work, drawnRight);
    system.solve(drawnRight, drawnEffects, TOLERANCE, STEPS);
  }

  private double residual(double determined) {
    model.predict(effects, work);
    double sum = 0;
    for (int p = 0; p < noise.length; p++) {
      double rest = model.ratings().values()[p] - work[p];
      sum += rest * rest;
    }
    double free = Math.max(noise.length - determined, LEAST_FREE * noise.length);
    return Math.max(LEAST_RESIDUAL, sum / free);
  }
}
