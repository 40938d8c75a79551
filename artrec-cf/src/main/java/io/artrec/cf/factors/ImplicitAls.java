package io.artrec.cf.factors;

import io.artrec.cf.data.BehaviorChange;
import io.artrec.cf.data.Checks;
import io.artrec.cf.data.Feedback;
import io.artrec.cf.data.MemoryNeed;
import io.artrec.cf.data.SparseMatrix;
import io.artrec.kernel.Kernels;
import io.artrec.model.StateReader;
import io.artrec.strategy.Parameters;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.StrategyReaders;
import io.artrec.strategy.TrainingContext;
import java.util.Objects;

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
 *
 * @param factors length of the vectors, 1 or more
 * @param epochs how often both sides are solved at most, 1 or more
 * @param regularization {@code λ}, above 0
 * @param unobservedWeight {@code α₀}, the weight of every pair, seen or not, 0 or more
 * @param exponent {@code ν}, how regularisation grows with the number of entries; 0 for not at all
 * @param confidence {@code c}, the weight of an observed entry of 1, above 0
 * @param solver how a visitor and a work are solved for in training
 * @param steps how many steps of conjugate gradients, 1 or more; of no meaning to Cholesky
 * @param validation the share of liked works held out to stop early, 0 (never stop early) to 0.5
 * @param feedback what behaviour counts
 */
public record ImplicitAls(
    int factors,
    int epochs,
    double regularization,
    double unobservedWeight,
    double exponent,
    double confidence,
    Solver solver,
    int steps,
    double validation,
    Feedback feedback)
    implements Strategy {
  /** The strategy's name. */
  public static final String NAME = "implicit-als";

  /** How the regression of a visitor or a work is solved. */
  public enum Solver {
    /** Exactly, by factorising. */
    CHOLESKY,
    /** By steps towards the solution: cheaper without the Vector API, or beyond 256 factors. */
    CONJUGATE_GRADIENT
  }

  /** Validates the hyper-parameters. */
  public ImplicitAls {
    Checks.atLeast(NAME, "factors", factors, 1);
    Checks.atLeast(NAME, "epochs", epochs, 1);
    Checks.above(NAME, "regularization", regularization, 0);
    Checks.finite(NAME, "unobservedWeight", unobservedWeight, 0);
    Checks.finite(NAME, "exponent", exponent, 0);
    Checks.above(NAME, "confidence", confidence, 0);
    Objects.requireNonNull(solver, "solver");
    Checks.atLeast(NAME, "steps", steps, 1);
    RatingSettings.checkValidation(NAME, validation);
    Checks.oneOf(NAME, feedback, Feedback.PREFERENCE, Feedback.POSITIVE, Feedback.ANY);
  }

  /**
   * Returns the method with 15 epochs, {@code λ = 0.3}, {@code α₀ = 0.3}, {@code ν = 0.5}, {@code c
   * = 1}, solved exactly, without validation.
   *
   * @param factors length of the vectors, 1 or more; 64 to 512 are usual
   * @return the strategy
   */
  public static ImplicitAls factors(int factors) {
    return new ImplicitAls(
        factors, 15, 0.3, 0.3, 0.5, 1, Solver.CHOLESKY, 3, 0, Feedback.PREFERENCE);
  }

  /**
   * Returns this strategy with another number of epochs.
   *
   * @param count how often both sides are solved, 1 or more
   * @return the changed strategy
   */
  public ImplicitAls epochs(int count) {
    return with("epochs", count);
  }

  /**
   * Returns this strategy with another regularisation.
   *
   * @param lambda {@code λ}, above 0
   * @return the changed strategy
   */
  public ImplicitAls regularization(double lambda) {
    return with("regularization", lambda);
  }

  /**
   * Returns this strategy with another weight of unobserved pairs.
   *
   * @param weight {@code α₀}, 0 or more
   * @return the changed strategy
   */
  public ImplicitAls unobservedWeight(double weight) {
    return with("unobservedWeight", weight);
  }

  /**
   * Returns this strategy with another growth of regularisation.
   *
   * @param power {@code ν}, 0 or more
   * @return the changed strategy
   */
  public ImplicitAls exponent(double power) {
    return with("exponent", power);
  }

  /**
   * Returns this strategy with another weight of observed entries, beside that which every pair
   * has.
   *
   * @param weight {@code c}, above 0
   * @return the changed strategy
   */
  public ImplicitAls confidence(double weight) {
    return with("confidence", weight);
  }

  /**
   * Returns this strategy with another solver.
   *
   * @param other how a visitor and a work are solved for in training
   * @return the changed strategy
   */
  public ImplicitAls solver(Solver other) {
    return with("solver", other);
  }

  /**
   * Returns this strategy with another number of steps of conjugate gradients.
   *
   * @param count how many, 1 or more
   * @return the changed strategy
   */
  public ImplicitAls steps(int count) {
    return with("steps", count);
  }

  /**
   * Returns this strategy with another validation slice.
   *
   * @param share how large a share of liked works is held out to stop early, 0 for none to 0.5
   * @return the changed strategy
   */
  public ImplicitAls validation(double share) {
    return with("validation", share);
  }

  /**
   * Returns this strategy with another meaning of behaviour.
   *
   * @param meaning what behaviour counts
   * @return the changed strategy
   */
  public ImplicitAls feedback(Feedback meaning) {
    return with("feedback", meaning);
  }

  private ImplicitAls with(String key, Object value) {
    return parse(parameters().with(key, value));
  }

  /**
   * Reads hyper-parameters.
   *
   * @param from {@code factors}, {@code epochs}, {@code regularization}, {@code unobservedWeight},
   *     {@code exponent}, {@code confidence}, {@code solver}, {@code steps}, {@code validation},
   *     {@code feedback}; what is left out is as {@link #factors(int) factors(64)} has it
   * @return the strategy
   */
  public static ImplicitAls parse(Parameters from) {
    from.only(
        NAME,
        "factors",
        "epochs",
        "regularization",
        "unobservedWeight",
        "exponent",
        "confidence",
        "solver",
        "steps",
        "validation",
        "feedback");
    ImplicitAls standard = factors(64);
    return new ImplicitAls(
        from.getInt("factors", standard.factors),
        from.getInt("epochs", standard.epochs),
        from.getDouble("regularization", standard.regularization),
        from.getDouble("unobservedWeight", standard.unobservedWeight),
        from.getDouble("exponent", standard.exponent),
        from.getDouble("confidence", standard.confidence),
        from.getEnum("solver", standard.solver),
        from.getInt("steps", standard.steps),
        from.getDouble("validation", standard.validation),
        from.getEnum("feedback", standard.feedback));
  }

  /**
   * Returns the hyper-parameters as text.
   *
   * @return what {@link #parse} reads
   */
  public Parameters parameters() {
    return Parameters.none()
        .with("factors", factors)
        .with("epochs", epochs)
        .with("regularization", regularization)
        .with("unobservedWeight", unobservedWeight)
        .with("exponent", exponent)
        .with("confidence", confidence)
        .with("solver", solver)
        .with("steps", steps)
        .with("validation", validation)
        .with("feedback", feedback);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Scorer train(TrainingContext context) {
    checkMemory(context);
    return train(context, Kernels.best());
  }

  private void checkMemory(TrainingContext context) {
    double rows = (double) context.dataset().userCount() + context.catalog().size();
    int stride = Kernels.best().stride(factors);
    double bytes =
        4.0 * stride * rows
            + (validation > 0 ? 52.0 : 28.0) * context.dataset().size()
            + 16.0 * stride * stride;
    if (solver == Solver.CONJUGATE_GRADIENT) {
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
    if (!(earlier instanceof ImplicitAlsScorer start) || !start.fits(factors, context)) {
      return train(context);
    }
    checkMemory(context);
    AlsTraining training = new AlsTraining(this, feedback.matrix(context), Kernels.best(), context);
    training.startFrom(start.artworkFactors());
    for (int epoch = 0; epoch < epochs; epoch++) {
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
    SparseMatrix behavior = feedback.matrix(context);
    int count =
        RankingValidation.bestCount(
            context,
            NAME,
            behavior,
            epochs,
            validation,
            kept -> new AlsTraining(this, kept, kernels, RatingLearner.quiet(context)));
    AlsTraining training = new AlsTraining(this, behavior, kernels, context);
    for (int epoch = 0; epoch < count; epoch++) {
      training.learn(epoch);
    }
    return training.scorer();
  }

  /** The regularisation of a row with some entries, when the other side has {@code others} rows. */
  double penalty(int entries, int others) {
    return regularization * Math.pow(entries + unobservedWeight * others, exponent);
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
    return ImplicitAlsScorer.read(
        in, parse(Parameters.parse(in.getString("parameters"))), context.catalog().size());
  }

  @Override
  public String toString() {
    return NAME + ":" + parameters();
  }
}
