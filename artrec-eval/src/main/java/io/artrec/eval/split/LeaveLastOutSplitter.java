package io.artrec.eval.split;

import io.artrec.behavior.Interactions;
import io.artrec.catalog.Catalog;
import java.util.List;
import java.util.Locale;

/** The works that each visitor came to know last are tested. */
record LeaveLastOutSplitter(int k, int least, boolean repeats) implements Splitter {
  LeaveLastOutSplitter {
    Share.requireAtLeast("k", k, 1);
    if (least <= k) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "least is %d with k=%d, expected more than k, so that something is left to learn"
                  + " from",
              least,
              k));
    }
  }

  @Override
  public String name() {
    return "leave-last-out:k="
        + k
        + (least == k + 1 ? "" : ",least=" + least)
        + (repeats ? ",repeats=true" : "");
  }

  @Override
  public List<Split> split(Catalog catalog, Interactions interactions, long seed) {
    Interactions events = Parts.usable(name(), catalog, interactions);
    Parts.requireTimes(name(), events);
    Histories histories = new Histories(events);
    histories.sortByTime();
    Parts parts = new Parts(events);
    for (int visitor = 0; visitor < histories.userCount(); visitor++) {
      if (histories.works(visitor) >= least) {
        parts.testNewest(histories, visitor, k, Parts.TRAINING, repeats);
      }
    }
    return List.of(
        parts.split(
            name(),
            0,
            String.format(
                Locale.ROOT,
                "a tested visitor needs %d works or more, the most any has is %d; lower k or least",
                least,
                histories.mostWorks())));
  }
}
