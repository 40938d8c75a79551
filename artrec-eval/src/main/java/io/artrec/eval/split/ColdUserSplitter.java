package io.artrec.eval.split;

import io.artrec.behavior.Interactions;
import io.artrec.catalog.Catalog;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** A share of visitors is held out of training; part of their history is known when they ask. */
record ColdUserSplitter(double ratio, double foldIn, int least, boolean latest)
    implements Splitter {
  ColdUserSplitter {
    Share.require("ratio", ratio);
    if (!(foldIn >= 0 && foldIn < 1)) {
      throw new IllegalArgumentException(
          "fold-in is "
              + foldIn
              + ", expected 0 or more and less than 1: the share of a history that is known");
    }
    Share.requireAtLeast("least", least, foldIn == 0 ? 1 : 2);
    if (latest && foldIn == 0) {
      throw new IllegalArgumentException(
          "latest=true with fold-in=0: the whole history is tested; leave latest out");
    }
  }

  /** The least history that can be divided. */
  static int leastOf(double foldIn) {
    return foldIn == 0 ? 1 : 2;
  }

  @Override
  public String name() {
    return "cold-user:ratio="
        + ratio
        + ",fold-in="
        + foldIn
        + (least == leastOf(foldIn) ? "" : ",least=" + least)
        + (latest ? ",latest=true" : "");
  }

  @Override
  public List<Split> split(Catalog catalog, Interactions interactions, long seed) {
    Interactions events = Parts.usable(name(), catalog, interactions);
    Histories histories = new Histories(events);
    if (latest) {
      Parts.requireTimes(name(), events);
      histories.sortByTime();
    }
    int[] visitors = histories.visitorsWith(least);
    Parts parts = new Parts(events);
    if (visitors.length > 0 && histories.userCount() > 1) {
      int cold = Math.min(Share.of(ratio, Math.max(2, visitors.length)), visitors.length);
      BitSet chosen = Chance.choose(cold, visitors.length, new SplittableRandom(seed));
      chosen.stream().forEach(i -> divide(parts, histories, visitors[i], seed));
    }
    return List.of(
        parts.split(
            name(),
            seed,
            String.format(
                Locale.ROOT,
                "%,d of %,d visitors have %d works or more, one is needed and another visitor to"
                    + " learn from",
                visitors.length,
                histories.userCount(),
                least)));
  }

  private void divide(Parts parts, Histories histories, int visitor, long seed) {
    int works = histories.works(visitor);
    int tested = foldIn == 0 ? works : works - Share.of(foldIn, works);
    if (latest) {
      parts.testNewest(histories, visitor, tested, Parts.KNOWN, false);
    } else {
      parts.testByChance(
          histories,
          visitor,
          tested,
          Parts.KNOWN,
          Chance.of(seed, histories.events().userId(visitor)));
    }
  }
}
