package io.artrec.classification;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Joins what shares a name, directly or through others. Not thread-safe. */
final class SharedNames {
  private final int[] parent;
  private final Map<String, Integer> first = new HashMap<>();

  SharedNames(int size) {
    parent = new int[size];
    Arrays.setAll(parent, i -> i);
  }

  void add(int one, String name) {
    Integer other = first.putIfAbsent(name, one);
    if (other != null) {
      int a = root(one);
      int b = root(other);
      parent[Math.max(a, b)] = Math.min(a, b);
    }
  }

  private int root(int one) {
    int at = one;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /** For each the lowest number of those it is joined with. */
  int[] groups() {
    int[] groups = new int[parent.length];
    Arrays.setAll(groups, this::root);
    return groups;
  }
}
