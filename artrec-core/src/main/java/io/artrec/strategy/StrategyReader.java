package io.artrec.strategy;

import io.artrec.model.StateReader;

/**
 * Reads what a {@link Scorer} saved. Core's own are always known; those of other modules and of
 * users are passed to the model loader.
 */
public interface StrategyReader {
  /** {@return the name of the strategy this reads, as {@link Strategy#name()} gives it} */
  String strategy();

  /**
   * Reads a scorer.
   *
   * @param in what {@link Scorer#save} wrote
   * @param context the catalogue, behaviour and features of the model file; no training takes place
   * @param readers reads the scorers inside a blend
   * @return a scorer that scores bit-equal to the saved one
   */
  Scorer read(StateReader in, TrainingContext context, StrategyReaders readers);
}
