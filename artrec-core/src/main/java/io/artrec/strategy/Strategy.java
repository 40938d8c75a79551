package io.artrec.strategy;

/**
 * A configured way to score artworks, not yet trained. Implementations are immutable and
 * thread-safe. Extend {@code StrategyContract} of artrec-testkit to check one.
 */
public interface Strategy {
  /**
   * Returns the stable name of the method, which reasons and model files show: lower-case, hyphens,
   * for instance {@code item-knn}.
   *
   * @return the name
   */
  String name();

  /**
   * Trains on a dataset. The same context gives the same scorer, at any thread count.
   *
   * @param context catalogue, behaviour, features and settings
   * @return the trained scorer
   * @throws IllegalArgumentException when the context lacks what this strategy needs (a feature,
   *     say); the message says what
   */
  Scorer train(TrainingContext context);
}
