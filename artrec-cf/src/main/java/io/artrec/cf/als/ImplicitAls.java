package io.artrec.cf.als;

import io.artrec.cf.data.internal.BehaviorChange;
import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.cf.data.internal.MemoryNeed;
import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.cf.factors.FactorStrategy;
import io.artrec.cf.factors.internal.RankingValidation;
import io.artrec.kernel.internal.Kernels;
import io.artrec.model.StateReader;
import io.artrec.strategy.Hyperparameter;
import io.artrec.strategy.Hyperparameters;
import io.artrec.strategy.Range;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.StrategyMethod;
import io.artrec.strategy.TrainingContext;

/**
 * Matrix factorisation of implicit feedback by alternating least squares. Immutable and
 * thread-safe.
 *
 * <p>Hu, Koren, Volinsky, Collaborative filtering for implicit feedback datasets, ICDM 2008; in the
 * parametrisation of Rendle, Krichene, Zhang, Koren, Revisiting the performance of iALS on item
 * recommendation benchmarks, RecSys 2022, which minimises
 *
 * <p>{@code Σ_observed c|v|·(t − x_u·y_i)² + α₀ Σ_all (x_u·y_i)² + λ Σ_u (n_u + α₀ works)^ν |x_u|²
 * + λ Σ_i (n_i + α₀ visitors)^ν |y_i|²}
 *
 * <p>with {@code v} the entry, {@code c} the confidence, the target {@code t} 1 for entries above 0
 * and 0 for those below: a dislike is a stronger sign of nothing. Each visitor and each work is
 * solved for exactly, or by a few steps of conjugate gradients from where the last epoch ended
 * (Takács, Pilászy, Tikk, Applications of the conjugate gradient method for implicit feedback
 * collaborative filtering, RecSys 2011), which come to the same in some more epochs. Training, per
 * epoch, O(entries · factors² + (visitors + works) · factors³) in float, with the fastest {@link
 * Kernels} the JVM offers, with conjugate gradients O((entries · factors + (visitors + works) ·
 * factors²) · steps); 4 · factors bytes per visitor and work. The result does not depend on the
 * number of threads; it differs in float rounding between kernels.
 *
 * <p>Hu, Koren and Volinsky weigh observed entries {@code 1 + α}, others 1, and hold factors to 0
 * by {@code λ}. Here an observed entry counts {@code c} for its target and {@code c + α₀} against
 * growth. The two are the same up to a factor of all scores, {@code α/(1 + α)}, so they rank alike,
 * with {@code unobservedWeight = 1}, {@code confidence = α}, {@code exponent = 0} and {@code
 * regularization = λ·α/(1 + α)}; with another {@code α₀} the confidence is {@code c = α·α₀} and the
 * regularisation {@code α₀·λ·α/(1 + α) = λ·α₀·c/(c + α₀)}. {@code α = 40}, {@code λ = 0.1}, for
 * instance, is {@code unobservedWeight=1,confidence=40,exponent=0,regularization=0.09756}. That
 * holds exactly where all entries are 1 ({@code feedback=any} or {@code positive}); entries of
 * different strength {@code r} weigh {@code 1 + αr} there and {@code c·r} for their target here.
 *
 * <p>With a validation slice, a share of the liked works of up to 400 visitors is held out first to
 * find the number of epochs after which their nDCG is highest, then as many epochs are trained on
 * everything.
 *
 * <p>Whoever asks is solved for from their history against the works' factors, so a trained visitor
 * and a stranger with the same history get the same answer, and new events count at once. The score
 * is a sum over the liked works (their contributions), because the solution is linear in them.
 * O(history · factors² + factors³ + works · factors) per answer.
 *
 * <p>New events, visitors and works come into the model without training, by half an epoch and one
 * solution for each work they touch; forgetting trains.
 */
public final class ImplicitAls extends FactorStrategy<ImplicitAls> {
  static final String NAME = "implicit-als";

  /** How the regression of a visitor or a work is solved. */
  public enum Solver {
    /** Exactly, by factorising. */
    CHOLESKY,
    /** By steps towards the solution: cheaper without the Vector API, or beyond 256 factors. */
    CONJUGATE_GRADIENT
  }

  private static final Hyperparameter<Double> UNOBSERVED_WEIGHT =
      Hyperparameter.number("unobservedWeight", 0.3, Range.atLeast(0).triedByMagnitude(0.01, 1))
          .meaning("`α₀`, the weight of every pair, seen or not");

  private static final Hyperparameter<Double> EXPONENT =
      Hyperparameter.number("exponent", 0.5, Range.atLeast(0).tried(0, 1))
          .meaning("`ν`, how regularisation grows with the number of entries; 0 for not at all");

  private static final Hyperparameter<Double> CONFIDENCE =
      Hyperparameter.number("confidence", 1, Range.above(0))
          .meaning("`c`, the weight of an observed entry of 1, beside that which every pair has");

  private static final Hyperparameter<Solver> SOLVER =
      Hyperparameter.choice("solver", Solver.CHOLESKY)
          .meaning("how a visitor and a work are solved for in training");

  private static final Hyperparameter<Integer> STEPS =
      Hyperparameter.whole("steps", 3, Range.atLeast(1))
          .meaning("how many steps of conjugate gradients; of no meaning to Cholesky");

  /** The method by name. */
  public static final StrategyMethod<ImplicitAls> METHOD =
      StrategyMethod.of(
          Hyperparameters.of(
              NAME,
              FACTORS.meaning("length of the vectors; 64 to 512 are usual"),
              EPOCHS.standard(15).meaning("how often both sides are solved at most"),
              REGULARIZATION.standard(0.3),
              UNOBSERVED_WEIGHT,
              EXPONENT,
              CONFIDENCE,
              SOLVER,
              STEPS,
              VALIDATION,
              RANKING),
          ImplicitAls::new,
          ImplicitAls::read);

  /** What {@link #penalty} is asked with for each row. */
  private final double lambda;

  private final double weight;
  private final double power;

  private ImplicitAls(Hyperparameters values) {
    super(METHOD, values);
    lambda = regularization();
    weight = unobservedWeight();
    power = exponent();
  }

  /**
   * {@return the method with vectors of a length, solved exactly, without validation}
   *
   * @param factors length of the vectors
   */
  public static ImplicitAls factors(int factors) {
    return METHOD.with(FACTORS, factors);
  }

  /**
   * {@return this strategy with another weight of unobserved pairs}
   *
   * @param weight the weight of every pair, seen or not
   */
  public ImplicitAls unobservedWeight(double weight) {
    return with(UNOBSERVED_WEIGHT, weight);
  }

  /** {@return the weight of every pair, seen or not} */
  public double unobservedWeight() {
    return get(UNOBSERVED_WEIGHT);
  }

  /**
   * {@return this strategy with another growth of regularisation}
   *
   * @param power how regularisation grows with the number of entries
   */
  public ImplicitAls exponent(double power) {
    return with(EXPONENT, power);
  }

  /** {@return how regularisation grows with the number of entries} */
  public double exponent() {
    return get(EXPONENT);
  }

  /**
   * {@return this strategy with another weight of observed entries}
   *
   * @param weight the weight of an observed entry of 1, beside that which every pair has
   */
  public ImplicitAls confidence(double weight) {
    return with(CONFIDENCE, weight);
  }

  /** {@return the weight of an observed entry of 1, beside that which every pair has} */
  public double confidence() {
    return get(CONFIDENCE);
  }

  /**
   * {@return this strategy with another solver}
   *
   * @param other how a visitor and a work are solved for in training
   */
  public ImplicitAls solver(Solver other) {
    return with(SOLVER, other);
  }

  /** {@return how a visitor and a work are solved for in training} */
  public Solver solver() {
    return get(SOLVER);
  }

  /**
   * {@return this strategy with so many steps of conjugate gradients}
   *
   * @param count how many steps of conjugate gradients
   */
  public ImplicitAls steps(int count) {
    return with(STEPS, count);
  }

  /** {@return how many steps of conjugate gradients} */
  public int steps() {
    return get(STEPS);
  }

  @Override
  public Scorer train(TrainingContext context) {
    checkMemory(context);
    return train(context, Kernels.best());
  }

  private void checkMemory(TrainingContext context) {
    double rows = (double) context.dataset().userCount() + context.catalog().size();
    int stride = Kernels.best().stride(factors());
    double bytes =
        4.0 * stride * rows
            + (validation() > 0 ? 52.0 : 28.0) * context.dataset().size()
            + 16.0 * stride * stride;
    if (solver() == Solver.CONJUGATE_GRADIENT) {
      int longest = Math.max(context.dataset().userCount(), context.catalog().size());
      bytes += 4.0 * stride * Math.min(longest, context.dataset().size()) * context.threads();
    }
    MemoryNeed.check(NAME, bytes, "lower factors");
    MemoryNeed.checkCells(
        NAME,
        Math.max(context.dataset().userCount(), context.catalog().size()),
        stride,
        "lower factors");
  }

  /**
   * Trains for all epochs from an earlier scorer's works. Held-out works would be known to it, so
   * nothing is validated.
   */
  @Override
  public Scorer train(TrainingContext context, Scorer earlier) {
    if (!(earlier instanceof ImplicitAlsScorer start) || !start.fits(factors(), context)) {
      return train(context);
    }
    checkMemory(context);
    AlsTraining training =
        new AlsTraining(this, FeedbackEntries.matrix(feedback(), context), Kernels.best(), context);
    training.startFrom(start.artworkFactors());
    for (int epoch = 0; epoch < epochs(); epoch++) {
      training.learn(epoch);
    }
    return training.scorer();
  }

  /** Solves for all visitors by the works as they stand, then for the works that changed. */
  Scorer refreshed(ImplicitAlsScorer scorer, BehaviorChange change, TrainingContext context) {
    checkMemory(context);
    AlsTraining training = new AlsTraining(this, change.after(), Kernels.best(), context);
    training.startFrom(scorer.artworkFactors());
    training.refresh(change.touched());
    return training.scorer();
  }

  ImplicitAlsScorer train(TrainingContext context, Kernels kernels) {
    SparseMatrix behavior = FeedbackEntries.matrix(feedback(), context);
    int count =
        RankingValidation.bestCount(
            context,
            NAME,
            behavior,
            epochs(),
            validation(),
            kept -> new AlsTraining(this, kept, kernels, context.silent()));
    AlsTraining training = new AlsTraining(this, behavior, kernels, context);
    for (int epoch = 0; epoch < count; epoch++) {
      training.learn(epoch);
    }
    return training.scorer();
  }

  /** The regularisation of a row with some entries, when the other side has {@code others} rows. */
  double penalty(int entries, int others) {
    return lambda * Math.pow(entries + weight * others, power);
  }

  private static Scorer read(StateReader in, TrainingContext context, ImplicitAls strategy) {
    return ImplicitAlsScorer.read(in, strategy, context.catalog().size());
  }
}
