package io.artrec.eval.split;

import io.artrec.behavior.Interactions;
import io.artrec.catalog.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Cross validation: every pair of a visitor and a work is tested in one fold. */
record KFoldSplitter(int folds) implements Splitter {
  /** More folds than this are refused; every fold holds a copy of all events. */
  static final int MOST = 100;

  KFoldSplitter {
    requireFolds(folds);
  }

  static void requireFolds(int folds) {
    if (folds < 2 || folds > MOST) {
      throw new IllegalArgumentException(
          "folds is " + folds + ", expected 2 to " + MOST + ", as in folds=5");
    }
  }

  @Override
  public String name() {
    return "k-fold:folds=" + folds;
  }

  @Override
  public List<Split> split(Catalog catalog, Interactions interactions, long seed) {
    Interactions events = Parts.usable(name(), catalog, interactions);
    Histories histories = new Histories(events);
    byte[] foldOf = Chance.deal(folds, histories.pairCount(), new SplittableRandom(seed));
    List<Split> splits = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      Parts parts = new Parts(events);
      for (int row = 0; row < events.size(); row++) {
        parts.put(row, foldOf[histories.pairOf(row)] == fold ? Parts.TEST : Parts.TRAINING);
      }
      splits.add(
          parts.split(
              name() + " " + (fold + 1) + "/" + folds,
              seed,
              String.format(
                  Locale.ROOT,
                  "there are %,d pairs of a visitor and a work to deal to %d folds",
                  histories.pairCount(),
                  folds)));
    }
    return List.copyOf(splits);
  }
}
