package io.artrec.feature;

import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Several features as one vector: each part scaled to unit length and multiplied by the square root
 * of its share of the weights, so that for works that have all parts the cosine of the whole is the
 * weighted mean of the parts' cosines. A missing part is zeros and the rest is scaled up to unit
 * length; a work without any part is missing. Works that come after fitting have the dimensions of
 * then; those that a part has grown by since are left aside. Immutable and thread-safe.
 */
public final class Fusion implements DerivedFeature {
  /** More than any vector has; guards the memory of vectors against a damaged file. */
  private static final int MOST_DIMENSIONS = 1 << 24;

  private final String name;
  private final String facet;
  private final List<WeightedFeature> parts;

  private Fusion(String name, String facet, List<WeightedFeature> parts) {
    this.name = name;
    this.facet = facet;
    this.parts = List.copyOf(parts);
  }

  /**
   * Returns a concatenation without parts; add them with {@link #add}.
   *
   * @param name the feature's name
   * @param facet what a visitor would call it
   * @return the empty concatenation
   */
  public static Fusion concatenate(String name, String facet) {
    return new Fusion(name, facet, List.of());
  }

  /**
   * Returns this concatenation with another part.
   *
   * @param weight its weight, above 0
   * @param feature the part
   * @return the longer concatenation
   */
  public Fusion add(double weight, Feature feature) {
    List<WeightedFeature> longer = new ArrayList<>(parts);
    longer.add(new WeightedFeature(weight, feature));
    return new Fusion(name, facet, longer);
  }

  @Override
  public FeatureSpec spec() {
    Set<FeatureSpec.Source> sources = new HashSet<>();
    parts.forEach(part -> sources.addAll(part.feature().spec().sources()));
    String parameters =
        parts.stream()
            .map(part -> part.weight() + " " + part.feature().spec().name())
            .collect(Collectors.joining(", "));
    return FeatureSpec.named(name).facet(facet).parameters(parameters).sources(sources).build();
  }

  @Override
  public List<Feature> inputs() {
    if (parts.isEmpty()) {
      throw new IllegalStateException("fusion '" + name + "' has no parts; add at least one");
    }
    return parts.stream().map(WeightedFeature::feature).toList();
  }

  @Override
  public DerivedEncoder fit(List<FeatureMatrix> inputs) {
    return encoder(inputs.stream().mapToInt(FeatureMatrix::dimensions).toArray());
  }

  @Override
  public DerivedEncoder read(StateReader in) {
    int[] lengths = in.getInts("lengths", parts.size());
    long sum = 0;
    for (int length : lengths) {
      sum += length;
      if (length < 1 || sum > MOST_DIMENSIONS) {
        throw new ModelFileException(
            String.format(
                Locale.ROOT,
                "the model's fusion '%s' has a part of %d dimensions, expected 1 or more, and %d at most in all parts",
                name,
                length,
                MOST_DIMENSIONS));
      }
    }
    return encoder(lengths);
  }

  private DerivedEncoder encoder(int[] lengths) {
    return new Encoder(parts.stream().mapToDouble(WeightedFeature::weight).toArray(), lengths);
  }

  private static final class Encoder implements DerivedEncoder {
    private final double[] shares;
    private final int[] lengths;
    private final int dimensions;

    Encoder(double[] weights, int[] lengths) {
      double total = DoubleStream.of(weights).sum();
      shares = DoubleStream.of(weights).map(weight -> weight / total).toArray();
      this.lengths = lengths;
      dimensions = IntStream.of(lengths).sum();
    }

    @Override
    public int dimensions() {
      return dimensions;
    }

    @Override
    public Optional<float[]> encode(List<Optional<float[]>> inputs) {
      float[] row = new float[dimensions];
      double present = 0;
      int from = 0;
      for (int part = 0; part < lengths.length; part++) {
        if (inputs.get(part).isPresent()) {
          float[] values = Arrays.copyOf(inputs.get(part).get(), lengths[part]);
          present += copyUnit(values, Math.sqrt(shares[part]), row, from) * shares[part];
        }
        from += lengths[part];
      }
      if (present == 0) {
        return Optional.empty();
      }
      for (int d = 0; d < dimensions; d++) {
        row[d] = (float) (row[d] / Math.sqrt(present));
      }
      return Optional.of(row);
    }

    @Override
    public void save(StateWriter out) {
      out.putInts("lengths", lengths);
    }
  }

  /**
   * Copies a part at unit length times a factor; returns 1, or 0 for a part of zeros, which has no
   * direction.
   */
  private static int copyUnit(float[] part, double factor, float[] row, int from) {
    double square = 0;
    for (float value : part) {
      square += (double) value * value;
    }
    if (square == 0) {
      return 0;
    }
    for (int d = 0; d < part.length; d++) {
      row[from + d] = (float) (part[d] / Math.sqrt(square) * factor);
    }
    return 1;
  }
}
