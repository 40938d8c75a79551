package io.artrec.strategy;

import java.util.List;

/** Learns the weights of a {@link Stacked} blend from folds. */
interface StackLearner {
  /** Takes in what a fold's parts say of what they did not see. */
  void learn(StackFold fold);

  /** {@return the weights} */
  StackedWeights weights(List<String> parts);
}
