package io.artrec.similarity;

import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A weighted mean of similarities, each on its own slice of a concatenated vector: {@code Σ w_s ·
 * sim_s(a[slice], b[slice]) / Σ w_s}. Its range is the weighted mean of the parts' ranges.
 * Immutable and thread-safe.
 *
 * <p>The name lists weights, parts and lengths, {@code mixture(2.0*cosine[64]+1.0*euclidean[3])},
 * and {@link Similarities#named} reads it back when the parts are artrec's own.
 */
public final class WeightedMixture implements Similarity {
  private static final String OPEN = "mixture(";

  private record Slice(double weight, Similarity similarity, int from, int dimensions) {
    float[] of(float[] vector) {
      return Arrays.copyOfRange(vector, from, from + dimensions);
    }
  }

  private final List<Slice> slices;
  private final double totalWeight;
  private final String name;
  private final ScoreRange range;

  private WeightedMixture(List<Slice> slices) {
    this.slices = List.copyOf(slices);
    totalWeight = slices.stream().mapToDouble(Slice::weight).sum();
    name =
        slices.stream()
            .map(s -> s.weight() + "*" + s.similarity().name() + "[" + s.dimensions() + "]")
            .collect(Collectors.joining("+", OPEN, ")"));
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
   * @param weight its weight, positive; weights count in proportion to their sum
   * @param similarity how the slice is compared
   * @param dimensions how many dimensions the slice has, 1 or more
   * @return the longer mixture
   */
  public WeightedMixture add(double weight, Similarity similarity, int dimensions) {
    if (!(weight > 0) || weight > 1e300) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "weight is %s (similarity '%s'), expected a positive number",
              weight,
              similarity.name()));
    }
    if (dimensions < 1 || dimensions > Integer.MAX_VALUE - dimensions()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "slice of %d dimensions (similarity '%s'), expected 1 or more",
              dimensions,
              similarity.name()));
    }
    List<Slice> longer = new ArrayList<>(slices);
    longer.add(new Slice(weight, similarity, dimensions(), dimensions));
    return new WeightedMixture(longer);
  }

  static Optional<Similarity> parse(String name) {
    if (!name.startsWith(OPEN) || !name.endsWith(")")) {
      return Optional.empty();
    }
    WeightedMixture mixture = of();
    for (String part : split(name.substring(OPEN.length(), name.length() - 1))) {
      int star = part.indexOf('*');
      int bracket = part.lastIndexOf('[');
      if (star < 0 || bracket < star || !part.endsWith("]")) {
        return Optional.empty();
      }
      Optional<Similarity> similarity = Similarities.named(part.substring(star + 1, bracket));
      if (similarity.isEmpty()) {
        return Optional.empty();
      }
      try {
        double weight = Double.parseDouble(part.substring(0, star));
        int dimensions = Integer.parseInt(part.substring(bracket + 1, part.length() - 1));
        mixture = mixture.add(weight, similarity.get(), dimensions);
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
    return Optional.of(mixture);
  }

  /** Splits at the plus signs outside parentheses. */
  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (c == '+' && depth == 0) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public ScoreRange range() {
    return range;
  }

  /**
   * Returns the length of the vectors this mixture compares.
   *
   * @return the sum of the parts' dimensions
   */
  public int dimensions() {
    return slices.stream().mapToInt(Slice::dimensions).sum();
  }

  @Override
  public double compare(float[] a, float[] b) {
    Operands.checkPair(name, a, b);
    checkDimensions(a.length);
    double sum = 0;
    for (Slice slice : slices) {
      sum += slice.weight() / totalWeight * slice.similarity().compare(slice.of(a), slice.of(b));
    }
    return sum;
  }

  @Override
  public void scan(float[] query, FeatureMatrix matrix, double[] out) {
    Operands.checkScan(name, query, matrix, out);
    checkDimensions(query.length);
    double[] scores = new double[matrix.size()];
    Arrays.fill(out, 0, matrix.size(), 0);
    for (Slice slice : slices) {
      FeatureMatrix part = matrix.slice(slice.from(), slice.dimensions());
      slice.similarity().scan(slice.of(query), part, scores);
      double share = slice.weight() / totalWeight;
      for (int i = 0; i < scores.length; i++) {
        out[i] += share * scores[i];
      }
    }
  }

  private void checkDimensions(int length) {
    if (slices.isEmpty() || length != dimensions()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "vector of %d values, expected %d, the dimensions of the parts (similarity '%s')",
              length,
              dimensions(),
              name));
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
