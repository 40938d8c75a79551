package io.artrec.cf.factors;

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

/**
 * Matrix factorisation of implicit feedback by alternating least squares, each visitor and each
 * work solved for exactly. Immutable and thread-safe.
 *
 * <p>Hu, Koren, Volinsky, Collaborative filtering for implicit feedback datasets, ICDM 2008; in the
 * parametrisation of Rendle, Krichene, Zhang, Koren, Revisiting the performance of iALS on item
 * recommendation benchmarks, RecSys 2022, which minimises
 *
 * <p>{@code Σ_observed c|v|·(t − x_u·y_i)² + α₀ Σ_all (x_u·y_i)² + λ Σ_u (n_u + α₀ works)^ν |x_u|²
 * + λ Σ_i (n_i + α₀ visitors)^ν |y_i|²}
 *
 * <p>with {@code v} the entry, {@code c} the confidence, the target {@code t} 1 for entries above 0
 * and 0 for those below: a dislike is a stronger sign of nothing. Training, per epoch, O(entries ·
 * factors² + (visitors + works) · factors³) in float, with the fastest {@link Kernels} the JVM
 * offers; 4 · factors bytes per visitor and work. The result does not depend on the number of
 * threads; it differs in float rounding between kernels.
 *
 * <p>Whoever asks is solved for from their history against the works' factors, so a trained visitor
 * and a stranger with the same history get the same answer, and new events count at once. The score
 * is a sum over the liked works (their contributions), because the solution is linear in them.
 * O(history · factors² + factors³ + works · factors) per answer.
 *
 * @param factors length of the vectors, 1 or more
 * @param epochs how often both sides are solved, 1 or more
 * @param regularization {@code λ}, above 0
 * @param unobservedWeight {@code α₀}, the weight of every pair, seen or not, 0 or more
 * @param exponent {@code ν}, how regularisation grows with the number of entries; 0 for not at all
 * @param confidence {@code c}, the weight of an observed entry of 1, above 0
 * @param feedback what behaviour counts
 */
public record ImplicitAls(
    int factors,
    int epochs,
    double regularization,
    double unobservedWeight,
    double exponent,
    double confidence,
    Feedback feedback)
    implements Strategy {
  /** The strategy's name. */
  public static final String NAME = "implicit-als";

  /** Validates the hyper-parameters. */
  public ImplicitAls {
    Checks.atLeast(NAME, "factors", factors, 1);
    Checks.atLeast(NAME, "epochs", epochs, 1);
    Checks.above(NAME, "regularization", regularization, 0);
    Checks.finite(NAME, "unobservedWeight", unobservedWeight, 0);
    Checks.finite(NAME, "exponent", exponent, 0);
    Checks.above(NAME, "confidence", confidence, 0);
    Checks.oneOf(NAME, feedback, Feedback.PREFERENCE, Feedback.POSITIVE, Feedback.ANY);
  }

  /**
   * Returns the method with 15 epochs, {@code λ = 0.003}, {@code α₀ = 0.1}, {@code ν = 1}, {@code c
   * = 1}.
   *
   * @param factors length of the vectors, 1 or more; 64 to 512 are usual
   * @return the strategy
   */
  public static ImplicitAls factors(int factors) {
    return new ImplicitAls(factors, 15, 0.3, 0.3, 0.5, 1, Feedback.PREFERENCE);
  }

  /**
   * Returns this strategy with another number of epochs.
   *
   * @param count how often both sides are solved, 1 or more
   * @return the changed strategy
   */
  public ImplicitAls epochs(int count) {
    return new ImplicitAls(
        factors, count, regularization, unobservedWeight, exponent, confidence, feedback);
  }

  /**
   * Returns this strategy with another regularisation.
   *
   * @param lambda {@code λ}, above 0
   * @return the changed strategy
   */
  public ImplicitAls regularization(double lambda) {
    return new ImplicitAls(
        factors, epochs, lambda, unobservedWeight, exponent, confidence, feedback);
  }

  /**
   * Returns this strategy with another weight of unobserved pairs.
   *
   * @param weight {@code α₀}, 0 or more
   * @return the changed strategy
   */
  public ImplicitAls unobservedWeight(double weight) {
    return new ImplicitAls(factors, epochs, regularization, weight, exponent, confidence, feedback);
  }

  /**
   * Returns this strategy with another growth of regularisation.
   *
   * @param power {@code ν}, 0 or more
   * @return the changed strategy
   */
  public ImplicitAls exponent(double power) {
    return new ImplicitAls(
        factors, epochs, regularization, unobservedWeight, power, confidence, feedback);
  }

  /**
   * Returns this strategy with another weight of observed entries.
   *
   * @param weight {@code c}, above 0
   * @return the changed strategy
   */
  public ImplicitAls confidence(double weight) {
    return new ImplicitAls(
        factors, epochs, regularization, unobservedWeight, exponent, weight, feedback);
  }

  /**
   * Returns this strategy with another meaning of behaviour.
   *
   * @param meaning what behaviour counts
   * @return the changed strategy
   */
  public ImplicitAls feedback(Feedback meaning) {
    return new ImplicitAls(
        factors, epochs, regularization, unobservedWeight, exponent, confidence, meaning);
  }

  /**
   * Reads hyper-parameters.
   *
   * @param from {@code factors}, {@code epochs}, {@code regularization}, {@code unobservedWeight},
   *     {@code exponent}, {@code confidence}, {@code feedback}; what is left out is as {@link
   *     #factors(int) factors(64)} has it
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
        "feedback");
    ImplicitAls standard = factors(64);
    return new ImplicitAls(
        from.getInt("factors", standard.factors),
        from.getInt("epochs", standard.epochs),
        from.getDouble("regularization", standard.regularization),
        from.getDouble("unobservedWeight", standard.unobservedWeight),
        from.getDouble("exponent", standard.exponent),
        from.getDouble("confidence", standard.confidence),
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
        .with("feedback", feedback);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Scorer train(TrainingContext context) {
    double rows = (double) context.dataset().userCount() + context.catalog().size();
    int stride = Kernels.best().stride(factors);
    double bytes = 4.0 * stride * rows + 28.0 * context.dataset().size() + 16.0 * stride * stride;
    MemoryNeed.check(NAME, bytes, "lower factors");
    MemoryNeed.checkCells(
        NAME,
        Math.max(context.dataset().userCount(), context.catalog().size()),
        stride,
        "lower factors");
    return train(context, Kernels.best());
  }

  ImplicitAlsScorer train(TrainingContext context, Kernels kernels) {
    SparseMatrix behavior = feedback.matrix(context);
    float[] artworks = new AlsTraining(this, behavior, kernels, context).run();
    return new ImplicitAlsScorer(this, artworks, context.catalog().size());
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
    return ImplicitAlsScorer.read(in, parse(Parameters.parse(in.getString("parameters"))));
  }

  @Override
  public String toString() {
    return NAME + ":" + parameters();
  }
}
