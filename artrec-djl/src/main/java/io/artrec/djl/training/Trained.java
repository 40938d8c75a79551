package io.artrec.djl.training;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a training gave.
 *
 * @param weights the weights in the network's order, row-major; none for those that stay
 * @param loss the mean loss on the examples held back, or of the last epoch when none were
 * @param epoch the epoch the weights are from, 0 for those it began with
 * @param before the mean loss on the examples held back of the weights it began with, when they
 *     were measured
 */
record Trained(List<float[]> weights, double loss, int epoch, OptionalDouble before) {
  Trained checked(String stage) {
    for (float[] weight : weights) {
      for (float value : weight) {
        if (!Float.isFinite(value)) {
          throw new TrainingException(
              stage
                  + ": a weight is "
                  + value
                  + ", expected finite numbers; lower the learning rate");
        }
      }
    }
    return this;
  }
}
