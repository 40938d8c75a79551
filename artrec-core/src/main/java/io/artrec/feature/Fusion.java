package io.artrec.feature;

import io.artrec.similarity.Similarities;
import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Several features as one vector: each part scaled to unit length and multiplied by the square root
 * of its share of the weights, so that for works that have all parts the cosine of the whole is the
 * weighted mean of the parts' cosines. A missing part is zeros and the rest is scaled up to unit
 * length; a work without any part is missing. Immutable and thread-safe.
 */
public final class Fusion implements DerivedFeature {
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
    return new FeatureSpec(name, 1, facet, parameters, Similarities.cosine(), sources);
  }

  @Override
  public List<Feature> inputs() {
    if (parts.isEmpty()) {
      throw new IllegalStateException("fusion '" + name + "' has no parts; add at least one");
    }
    return parts.stream().map(WeightedFeature::feature).toList();
  }

  @Override
  public FeatureMatrix derive(List<FeatureMatrix> inputs) {
    int dimensions = inputs.stream().mapToInt(FeatureMatrix::dimensions).sum();
    double total = parts.stream().mapToDouble(WeightedFeature::weight).sum();
    int size = inputs.get(0).size();
    FeatureMatrix.Builder fused = FeatureMatrix.builder(size, dimensions);
    for (int artwork = 0; artwork < size; artwork++) {
      float[] row = new float[dimensions];
      double present = 0;
      int from = 0;
      for (int part = 0; part < inputs.size(); part++) {
        FeatureMatrix matrix = inputs.get(part);
        double share = parts.get(part).weight() / total;
        if (matrix.isPresent(artwork)) {
          present +=
              copyUnit(matrix.row(artwork).orElseThrow(), Math.sqrt(share), row, from) * share;
        }
        from += matrix.dimensions();
      }
      if (present > 0) {
        for (int d = 0; d < dimensions; d++) {
          row[d] = (float) (row[d] / Math.sqrt(present));
        }
        fused.set(artwork, row);
      }
    }
    return fused.build();
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
