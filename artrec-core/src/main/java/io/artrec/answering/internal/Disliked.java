package io.artrec.answering.internal;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.Preferences;
import io.artrec.strategy.TrainingContext;
import java.util.BitSet;

/** Finds works that most who have an opinion of them are against. */
final class Disliked {
  /** Fewer opinions against a work are no majority worth the name. */
  private static final int FEWEST = 3;

  private Disliked() {}

  /**
   * Counts visitors for and against each work, by the sign of their preference.
   *
   * @return works that at least three visitors are against, and more than are for it
   */
  static BitSet in(TrainingContext context) {
    Dataset dataset = context.dataset();
    int[] against = new int[context.catalog().size()];
    int[] opinions = new int[against.length];
    for (int user = 0; user < dataset.userCount(); user++) {
      Preferences preferences =
          context.preferenceModel().apply(dataset.history(user), context.nowMillis());
      for (int i = 0; i < preferences.size(); i++) {
        opinions[preferences.artwork(i)] += preferences.weight(i) == 0 ? 0 : 1;
        against[preferences.artwork(i)] += preferences.weight(i) < 0 ? 1 : 0;
      }
    }
    BitSet disliked = new BitSet(against.length);
    for (int artwork = 0; artwork < against.length; artwork++) {
      disliked.set(artwork, against[artwork] >= FEWEST && 2 * against[artwork] > opinions[artwork]);
    }
    return disliked;
  }
}
