package io.artrec.eval.experiment;

import io.artrec.eval.split.Split;
import java.util.SplittableRandom;

/** A split with part of its training events; a smaller part is contained in a larger one. */
final class TrainingShare {
  private TrainingShare() {}

  static Split of(Split split, double share, long seed) {
    boolean[] kept = new boolean[split.training().size()];
    SplittableRandom random = new SplittableRandom(seed);
    for (int event = 0; event < kept.length; event++) {
      kept[event] = random.nextDouble() < share;
    }
    return new Split(
        split.name() + " share=" + share,
        split.seed(),
        split.training().filter(event -> kept[event]),
        split.known(),
        split.test(),
        split.nowMillis());
  }
}
