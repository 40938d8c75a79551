package io.artrec.strategy;

import java.util.Set;

/**
 * A configured way to score artworks, not yet trained. Implementations are immutable and
 * thread-safe. Extend {@code StrategyContract} of artrec-testkit to check one.
 */
public interface Strategy {
  /**
   * {@return the stable name of the method, which reasons and model files show: lower-case,
   * hyphens, for instance {@code item-knn}}
   */
  String name();

  /**
   * Returns what this strategy, as configured, can do beyond putting works in an order.
   *
   * @return the capabilities; none by default
   */
  default Set<Capability> capabilities() {
    return Set.of();
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
