package io.artrec.cf.factors.internal;

import io.artrec.strategy.TrainingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the number of epochs after which a model is best by what was held out: measured twenty
 * times at most, and no further than three measurements without a better one.
 */
public final class Patience {
  private static final int CHECKS = 20;
  private static final int PATIENCE = 3;
  private static final Logger LOG = LoggerFactory.getLogger(Patience.class);

  private Patience() {}

  /** A training on part of the behaviour. */
  public interface Trial {
    /**
     * Passes over the part once.
     *
     * @param epoch 0 for the first
     */
    void learn(int epoch);

    /**
     * Measures what is learned so far.
     *
     * @param context threads; reports no progress
     * @param stage what is being done
     * @return the greater, the better
     */
    double quality(TrainingContext context, String stage);
  }

  /**
   * {@return 1 to {@code epochs}, of equals the first; {@code epochs} when nothing can be measured}
   *
   * @param context progress and cancellation
   * @param name the strategy's
   * @param epochs the most epochs
   * @param trial the training
   */
  public static int bestCount(TrainingContext context, String name, int epochs, Trial trial) {
    String stage = "validating " + name;
    TrainingContext quiet = context.silent();
    double most = Double.NEGATIVE_INFINITY;
    int best = epochs;
    int last = 0;
    int every = (epochs + CHECKS - 1) / CHECKS;
    for (int epoch = 0; epoch < epochs && epoch < last + PATIENCE * every; epoch++) {
      context.cancellation().check(stage);
      trial.learn(epoch);
      context.progress().update(stage, epoch + 1, epochs);
      if ((epoch + 1) % every > 0) {
        continue;
      }
      double quality = trial.quality(quiet, stage);
      LOG.debug("{} epoch {}: quality {}", stage, epoch + 1, quality);
      if (quality > most) {
        most = quality;
        best = epoch + 1;
        last = best;
      }
    }
    return best;
  }
}
