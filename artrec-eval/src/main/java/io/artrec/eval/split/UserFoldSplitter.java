package io.artrec.eval.split;

import io.artrec.behavior.Interactions;
import io.artrec.catalog.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Cross validation by visitor: each is tested in one fold, on a share of their works. */
record UserFoldSplitter(int folds, double ratio, int least) implements Splitter {
  UserFoldSplitter {
    KFoldSplitter.requireFolds(folds);
    Share.require("ratio", ratio);
    Share.requireAtLeast("least", least, 2);
  }

  @Override
  public String name() {
    return "k-fold:folds="
        + folds
        + ",by=visitor,ratio="
        + ratio
        + (least == 2 ? "" : ",least=" + least);
  }

  @Override
  public List<Split> split(Catalog catalog, Interactions interactions, long seed) {
    Interactions events = Parts.usable(name(), catalog, interactions);
    Histories histories = new Histories(events);
    int[] visitors = histories.visitorsWith(least);
    byte[] foldOf = Chance.deal(folds, visitors.length, new SplittableRandom(seed));
    List<Split> splits = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      Parts parts = new Parts(events);
      for (int i = 0; i < visitors.length; i++) {
        if (foldOf[i] == fold) {
          int tested = Share.of(ratio, histories.works(visitors[i]));
          parts.testByChance(
              histories,
              visitors[i],
              tested,
              Parts.TRAINING,
              Chance.of(seed, events.userId(visitors[i])));
        }
      }
      splits.add(
          parts.split(
              name() + " " + (fold + 1) + "/" + folds,
              seed,
              String.format(
                  Locale.ROOT,
                  "%,d visitors have %d works or more, %d folds need as many",
                  visitors.length,
                  least,
                  folds)));
    }
    return List.copyOf(splits);
  }
}
