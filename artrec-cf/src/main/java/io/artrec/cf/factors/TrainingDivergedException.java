package io.artrec.cf.factors;

import io.artrec.error.ArtrecException;

/** Thrown when a training's numbers grew beyond all bounds. */
public final class TrainingDivergedException extends ArtrecException {
  /**
   * Creates the exception.
   *
   * @param message what was trained and what to lower
   */
  public TrainingDivergedException(String message) {
    super(message);
  }

  static void check(String strategy, float[]... learned) {
    check(strategy, Float.MAX_VALUE, learned);
  }

  /** Refuses numbers beyond a bound. */
  static void check(String strategy, float most, float[]... learned) {
    for (float[] numbers : learned) {
      for (float number : numbers) {
        if (!(Math.abs(number) <= most)) {
          throw new TrainingDivergedException(
              "training "
                  + strategy
                  + " ended with factors of "
                  + number
                  + (most < Float.MAX_VALUE
                      ? ", expected at most " + (long) most
                      : ", expected finite ones")
                  + "; lower learningRate or raise regularization");
        }
      }
    }
  }
}
