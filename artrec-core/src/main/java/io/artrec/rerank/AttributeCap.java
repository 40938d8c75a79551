package io.artrec.rerank;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A cap on how many works may share a value of an attribute: takes the pool's works in their order
 * and leaves out each that would exceed it. May therefore give fewer than {@code n} works.
 *
 * <p>A work with several values (two artists) counts for each and is left out when one of them is
 * full; a work without the attribute is never left out. Values are compared without regard to case.
 * Immutable, thread-safe, deterministic. Cost: O(pool).
 */
public final class AttributeCap implements Reranker {
  static final String NAME = "cap";

  private final String attribute;
  private final int max;

  private AttributeCap(String attribute, int max) {
    this.attribute = attribute;
    this.max = max;
  }

  /**
   * {@return a cap per artist, however qualified}
   *
   * @param max how many works of one artist, 1 or more
   */
  public static AttributeCap perArtist(int max) {
    return per("artist", max);
  }

  /**
   * {@return a cap per value of an attribute}
   *
   * @param attribute {@code artist}, {@code movement}, {@code genre}, {@code medium}, {@code
   *     technique}, {@code subject}, or the name of a free attribute of the records
   * @param max how many works with one value, 1 or more
   */
  public static AttributeCap per(String attribute, int max) {
    if (attribute.isBlank()) {
      throw new IllegalArgumentException(
          "attribute of a cap is blank, expected for instance artist");
    }
    if (max < 1) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "cap per %s is %d, expected 1 or more", attribute, max));
    }
    return new AttributeCap(attribute, max);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String configuration() {
    return NAME + "(attribute=" + Rerankers.encode(attribute) + ",max=" + max + ")";
  }

  @Override
  public int[] rerank(RankedPool pool, int n) {
    int[] chosen = new int[Rerankers.count(NAME, pool, n)];
    int count = 0;
    Map<String, Integer> used = new HashMap<>();
    for (int i = 0; i < pool.size() && count < chosen.length; i++) {
      Set<String> values = AttributeValues.of(pool.artwork(i), attribute);
      if (values.stream().allMatch(value -> used.getOrDefault(value, 0) < max)) {
        values.forEach(value -> used.merge(value, 1, Integer::sum));
        if (i > count) {
          pool.note(i, moved(i - count));
        }
        chosen[count++] = i;
      }
    }
    return Arrays.copyOf(chosen, count);
  }

  private String moved(int places) {
    return String.format(
        Locale.ROOT,
        "moved up by %d: as many works before it exceed %d of one %s",
        places,
        max,
        attribute);
  }

  @Override
  public String toString() {
    return configuration();
  }
}
