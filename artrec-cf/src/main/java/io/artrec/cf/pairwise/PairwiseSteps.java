package io.artrec.cf.pairwise;

import io.artrec.kernel.internal.PairwiseKernel;
import java.util.Optional;

/**
 * The steps for the entries of one block. A liked work is compared with a drawn one that the
 * visitor does not like; a disliked work with a drawn one that the visitor does not know, which is
 * the better of the two.
 */
final class PairwiseSteps {
  /** How often a work that does not do is drawn before giving up. */
  private static final int DRAWS = 30;

  private final PairwiseLoss loss;
  private final PairwiseEvents events;
  private final PairwiseKernel kernel;
  private final float[][] works;
  private final float[] biases;
  private final float rate;
  private final float keep;
  private final float keepBias;
  private final FastRandom random;
  private final WorkGroups groups;
  private final int group;
  private final Optional<WorkPrior> prior;

  PairwiseSteps(
      PairwiseStrategy<?> strategy,
      PairwiseLoss loss,
      PairwiseEvents events,
      PairwiseKernel kernel,
      float[][] works,
      float[] biases,
      float rate,
      FastRandom random,
      WorkGroups groups,
      int group,
      Optional<WorkPrior> prior) {
    this.loss = loss;
    this.events = events;
    this.kernel = kernel;
    this.works = works;
    this.biases = biases;
    this.rate = rate;
    this.random = random;
    this.groups = groups;
    this.group = group;
    this.prior = prior;
    keep = (float) (1 - rate * strategy.regularization());
    keepBias = (float) (1 - rate * strategy.biasRegularization());
  }

  /** Draws a work to compare with; -1 when there seems to be none. */
  private int draw(int user, boolean liked) {
    for (int k = 0; k < DRAWS; k++) {
      int work = groups.draw(group, random);
      float weight = events.weight(user, work);
      if (liked ? weight <= 0 : weight == 0) {
        return work;
      }
    }
    return -1;
  }

  /**
   * One step of logistic loss.
   *
   * @param x the visitor's factors
   * @param weight of the entry, below 0 for a dislike
   */
  void logistic(int user, float[] x, int work, float weight) {
    int other = draw(user, weight > 0);
    if (other >= 0) {
      int better = weight > 0 ? work : other;
      int worse = weight > 0 ? other : work;
      float difference =
          kernel.difference(x, works[better], works[worse]) + biases[better] - biases[worse];
      step(x, better, worse, Math.abs(weight) * rate * Sigmoid.of(-difference));
    }
  }

  /** One step on the first drawn work that comes too close, weighted by the draws it took. */
  void byRank(int user, float[] x, int work, float weight) {
    boolean liked = weight > 0;
    float own = kernel.product(x, works[work]) + biases[work];
    for (int draws = 1; draws <= loss.trials(); draws++) {
      int other = draw(user, liked);
      if (other < 0) {
        return;
      }
      float score = kernel.product(x, works[other]) + biases[other];
      if (!(liked ? own - score >= PairwiseLoss.MARGIN : score - own >= PairwiseLoss.MARGIN)) {
        float pull = Math.abs(weight) * rate * loss.afterDraws(draws);
        step(x, liked ? work : other, liked ? other : work, pull);
        return;
      }
    }
  }

  private void step(float[] x, int better, int worse, float pull) {
    kernel.step(x, works[better], works[worse], pull, keep, keep);
    biases[better] = keepBias * biases[better] + pull;
    biases[worse] = keepBias * biases[worse] - pull;
    if (prior.isPresent()) {
      draw(prior.get(), better);
      draw(prior.get(), worse);
    }
  }

  /** Regularisation draws a work to where it stands by what it is, not to 0. */
  private void draw(WorkPrior to, int work) {
    float[] row = works[work];
    float[] place = to.rows[work];
    for (int d = 0; d < row.length; d++) {
      row[d] += (1 - keep) * place[d];
    }
    biases[work] += (1 - keepBias) * to.biases[work];
  }
}
