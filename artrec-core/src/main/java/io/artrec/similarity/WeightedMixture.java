package io.artrec.similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A weighted mean of similarities, each on its own slice of a concatenated vector: {@code Σ w_s ·
 * sim_s(a[slice], b[slice]) / Σ w_s}. Immutable and thread-safe.
 */
public final class WeightedMixture implements Similarity {
  private record Slice(double weight, Similarity similarity, int from, int to) {}

  private final List<Slice> slices;
  private final double totalWeight;
  private final ScoreRange range;

  private WeightedMixture(List<Slice> slices) {
    this.slices = List.copyOf(slices);
    totalWeight = slices.stream().mapToDouble(Slice::weight).sum();
    double min = 0;
    double max = 0;
    for (Slice slice : slices) {
      min += slice.weight() / totalWeight * slice.similarity().range().min();
      max += slice.weight() / totalWeight * slice.similarity().range().max();
    }
    range = slices.isEmpty() ? ScoreRange.UNBOUNDED : new ScoreRange(min, max);
  }

  /**
   * Returns a mixture without parts; add at least one before comparing.
   *
   * @return the empty mixture
   */
  public static WeightedMixture of() {
    return new WeightedMixture(List.of());
  }

  /**
   * Returns this mixture with another part on the dimensions that follow.
   *
   * @param weight its weight, positive
   * @param similarity how the slice is compared
   * @param dimensions how many dimensions the slice has, 1 or more
   * @return the longer mixture
   */
  public WeightedMixture add(double weight, Similarity similarity, int dimensions) {
    if (!(weight > 0) || Double.isInfinite(weight) || dimensions < 1) {
      throw new IllegalArgumentException(
          "weight %s on %d dimensions (%s); expected a positive weight and 1 or more dimensions"
              .formatted(weight, dimensions, similarity.name()));
    }
    List<Slice> longer = new ArrayList<>(slices);
    int from = dimensions();
    longer.add(new Slice(weight, similarity, from, from + dimensions));
    return new WeightedMixture(longer);
  }

  private int dimensions() {
    return slices.isEmpty() ? 0 : slices.get(slices.size() - 1).to();
  }

  @Override
  public String name() {
    return slices.stream()
        .map(s -> s.weight() + "*" + s.similarity().name() + "[" + (s.to() - s.from()) + "]")
        .collect(Collectors.joining("+", "mixture(", ")"));
  }

  @Override
  public ScoreRange range() {
    return range;
  }

  @Override
  public double compare(float[] a, float[] b) {
    VectorChecks.sameLength(a, b);
    if (slices.isEmpty() || a.length != dimensions()) {
      throw new IllegalArgumentException(
          "vector dimension %d, expected %d (%s)".formatted(a.length, dimensions(), name()));
    }
    double sum = 0;
    for (Slice slice : slices) {
      sum +=
          slice.weight()
              * slice
                  .similarity()
                  .compare(
                      Arrays.copyOfRange(a, slice.from(), slice.to()),
                      Arrays.copyOfRange(b, slice.from(), slice.to()));
    }
    return sum / totalWeight;
  }

  @Override
  public String toString() {
    return name();
  }
}
