package io.artrec.eval.split;

import io.artrec.behavior.Interactions;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;

/** A share of groups of works is only in the test part; works that share a group stay together. */
record GroupedSplitter(
    double ratio, String by, Function<? super Artwork, ? extends Collection<String>> groupsOf)
    implements Splitter {
  GroupedSplitter {
    Share.require("ratio", ratio);
    Objects.requireNonNull(groupsOf, "groupsOf");
    if (by.isBlank()) {
      throw new IllegalArgumentException("by is blank, expected what works are grouped by");
    }
  }

  @Override
  public String name() {
    return "grouped:ratio=" + ratio + ",by=" + by;
  }

  @Override
  public List<Split> split(Catalog catalog, Interactions interactions, long seed) {
    Interactions events = Parts.usable(name(), catalog, interactions);
    int[] groupOf = numbered(joined(catalog, events));
    int groups = 0;
    for (int group : groupOf) {
      groups = Math.max(groups, group + 1);
    }
    BitSet tested =
        groups < 2
            ? new BitSet()
            : Chance.choose(Share.of(ratio, groups), groups, new SplittableRandom(seed));
    Parts parts = new Parts(events);
    for (int row = 0; row < events.size(); row++) {
      parts.put(row, tested.get(groupOf[events.artwork(row)]) ? Parts.TEST : Parts.TRAINING);
    }
    return List.of(
        parts.split(
            name(),
            seed,
            String.format(
                Locale.ROOT,
                "%,d works hang together in %d group(s) by %s, two are the least",
                groupOf.length,
                groups,
                by)));
  }

  /** For each work another of its group, or itself for one of them (union-find). */
  private int[] joined(Catalog catalog, Interactions events) {
    int[] parent = new int[events.artworkCount()];
    Object2IntOpenHashMap<String> firstWork = new Object2IntOpenHashMap<>();
    for (int work = 0; work < parent.length; work++) {
      parent[work] = work;
      Artwork artwork = catalog.get(catalog.requireIndex(events.artworkId(work)));
      for (String group : groupsOf.apply(artwork)) {
        String key = group.strip().toLowerCase(Locale.ROOT);
        if (!key.isEmpty()) {
          int other = firstWork.getOrDefault(key, work);
          firstWork.putIfAbsent(key, work);
          parent[root(parent, work)] = root(parent, other);
        }
      }
    }
    return parent;
  }

  private static int root(int[] parent, int work) {
    int at = work;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  private static int[] numbered(int[] parent) {
    int[] numberOf = new int[parent.length];
    Arrays.fill(numberOf, -1);
    int[] groupOf = new int[parent.length];
    int groups = 0;
    for (int work = 0; work < parent.length; work++) {
      int root = root(parent, work);
      if (numberOf[root] < 0) {
        numberOf[root] = groups++;
      }
      groupOf[work] = numberOf[root];
    }
    return groupOf;
  }
}
