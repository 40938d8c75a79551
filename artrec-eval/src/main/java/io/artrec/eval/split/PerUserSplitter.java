package io.artrec.eval.split;

import io.artrec.behavior.Interactions;
import io.artrec.catalog.Catalog;
import java.util.List;
import java.util.Locale;

/** A share of each visitor's works is tested. */
record PerUserSplitter(double ratio, int least, boolean latest, boolean repeats)
    implements Splitter {
  PerUserSplitter {
    Share.require("ratio", ratio);
    Share.requireAtLeast("least", least, 2);
    if (repeats && !latest) {
      throw new IllegalArgumentException(
          "repeats=true without latest=true: by chance, all events with one work go the same way;"
              + " leave repeats out or say latest=true");
    }
  }

  @Override
  public String name() {
    return "per-user:ratio="
        + ratio
        + (least == 2 ? "" : ",least=" + least)
        + (latest ? ",latest=true" : "")
        + (repeats ? ",repeats=true" : "");
  }

  @Override
  public List<Split> split(Catalog catalog, Interactions interactions, long seed) {
    Interactions events = Parts.usable(name(), catalog, interactions);
    Histories histories = new Histories(events);
    if (latest) {
      Parts.requireTimes(name(), events);
      histories.sortByTime();
    }
    Parts parts = new Parts(events);
    for (int visitor = 0; visitor < histories.userCount(); visitor++) {
      int works = histories.works(visitor);
      if (works < least) {
        continue;
      }
      int tested = Share.of(ratio, works);
      if (latest) {
        parts.testNewest(histories, visitor, tested, Parts.TRAINING, repeats);
      } else {
        parts.testByChance(
            histories, visitor, tested, Parts.TRAINING, Chance.of(seed, events.userId(visitor)));
      }
    }
    return List.of(
        parts.split(
            name(),
            latest ? 0 : seed,
            String.format(
                Locale.ROOT,
                "a tested visitor needs %d works or more, the most any has is %d",
                least,
                histories.mostWorks())));
  }
}
