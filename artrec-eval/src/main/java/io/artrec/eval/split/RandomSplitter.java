package io.artrec.eval.split;

import io.artrec.behavior.Interactions;
import io.artrec.catalog.Catalog;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/** A share of all pairs of a visitor and a work is tested. */
record RandomSplitter(double ratio) implements Splitter {
  RandomSplitter {
    Share.require("ratio", ratio);
  }

  @Override
  public String name() {
    return "random:ratio=" + ratio;
  }

  @Override
  public List<Split> split(Catalog catalog, Interactions interactions, long seed) {
    Interactions events = Parts.usable(name(), catalog, interactions);
    Histories histories = new Histories(events);
    int pairs = histories.pairCount();
    BitSet tested =
        pairs < 2
            ? new BitSet()
            : Chance.choose(Share.of(ratio, pairs), pairs, new SplittableRandom(seed));
    Parts parts = new Parts(events);
    for (int row = 0; row < events.size(); row++) {
      parts.put(row, tested.get(histories.pairOf(row)) ? Parts.TEST : Parts.TRAINING);
    }
    return List.of(
        parts.split(name(), seed, "a visitor and two works, or two visitors, are the least"));
  }
}
