package io.artrec.eval.split;

import io.artrec.behavior.Interactions;
import io.artrec.catalog.Catalog;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/** A share of works is only in the test part. */
record ColdArtworkSplitter(double ratio) implements Splitter {
  ColdArtworkSplitter {
    Share.require("ratio", ratio);
  }

  @Override
  public String name() {
    return "cold-artwork:ratio=" + ratio;
  }

  @Override
  public List<Split> split(Catalog catalog, Interactions interactions, long seed) {
    Interactions events = Parts.usable(name(), catalog, interactions);
    int works = events.artworkCount();
    BitSet cold =
        works < 2
            ? new BitSet()
            : Chance.choose(Share.of(ratio, works), works, new SplittableRandom(seed));
    Parts parts = new Parts(events);
    for (int row = 0; row < events.size(); row++) {
      parts.put(row, cold.get(events.artwork(row)) ? Parts.TEST : Parts.TRAINING);
    }
    return List.of(
        parts.split(name(), seed, "the events are with " + works + " work(s), two are the least"));
  }
}
