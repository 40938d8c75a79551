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
   * Tells whether scores are predicted ratings, on the scale of the ratings learned from, rather
   * than numbers that only put works in an order.
   *
   * @return true when they are; false by default
   */
  default boolean predictsRatings() {
    return false;
  }

  /**
   * Tells whether this strategy reads what askers say in words, {@link Query#wish}. A request with
   * a wish is refused when no strategy of the recommender does.
   *
   * @return true when it does; false by default
   */
  default boolean hearsWishes() {
    return false;
  }

  /**
   * Trains on a dataset. The same context gives the same scorer, at any thread count.
   *
   * @param context catalogue, behaviour, features and settings
   * @return the trained scorer
   * @throws IllegalArgumentException when the context lacks what this strategy needs (a feature,
   *     say); the message says what
   */
  Scorer train(TrainingContext context);

  /**
   * Trains from where an earlier scorer stands (a warm start), so that fewer epochs do. The works
   * that scorer was trained on must come first in the catalogue, with the same indices. By default,
   * and when the earlier scorer is another method's or of another size, trains from the beginning.
   *
   * @param context catalogue, behaviour, features and settings
   * @param earlier what to start from; stays as it is
   * @return the trained scorer
   * @throws IllegalArgumentException as for {@link #train(TrainingContext)}
   */
  default Scorer train(TrainingContext context, Scorer earlier) {
    return train(context);
  }
}
