package io.artrec.classification;

import io.artrec.feature.FeatureSpec;
import io.artrec.feature.FeatureStore;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.model.internal.VocabularyState;
import io.artrec.similarity.Similarity;
import io.artrec.vector.FeatureMatrix;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Several features as one row: each value less its mean over the examples that have the feature,
 * times a factor, so that every feature has a mean squared length of the square of its weight, be
 * it of 9 dimensions or of 512. A feature that a work lacks is 0 throughout, the mean of the
 * examples. Immutable.
 */
final class FeatureMix {
  /** A spread below this share of the mean is rounding. */
  private static final double ROUNDING = 1e-6;

  private final FeatureStore specs;
  private final int[] offsets;
  private final double[] means;
  private final double[] factors;

  private FeatureMix(FeatureStore specs, double[] means, double[] factors) {
    this.specs = specs;
    offsets = offsets(specs);
    this.means = means;
    this.factors = factors;
  }

  static FeatureMix fit(FeatureStore store, int[] works, FeatureScaling scaling) {
    int[] offsets = offsets(store);
    double[] means = new double[offsets[offsets.length - 1]];
    double[] factors = new double[means.length];
    for (int f = 0; f < offsets.length - 1; f++) {
      FeatureStore.Entry entry = store.entries().get(f);
      double[] deviations = new double[entry.matrix().dimensions()];
      moments(entry.matrix(), works, means, offsets[f], deviations);
      fill(factors, offsets[f], deviations, entry.weight(), scaling);
    }
    return new FeatureMix(store.first(0), means, factors);
  }

  private static int[] offsets(FeatureStore store) {
    int[] offsets = new int[store.entries().size() + 1];
    for (int f = 1; f < offsets.length; f++) {
      int dimensions = store.entries().get(f - 1).matrix().dimensions();
      offsets[f] = Math.addExact(offsets[f - 1], dimensions);
    }
    return offsets;
  }

  private static void moments(
      FeatureMatrix matrix, int[] works, double[] means, int offset, double[] deviations) {
    float[] row = new float[matrix.dimensions()];
    int present = 0;
    for (int work : works) {
      if (matrix.copyRow(work, row)) {
        present++;
        for (int d = 0; d < row.length; d++) {
          means[offset + d] += row[d];
        }
      }
    }
    for (int d = 0; d < row.length && present > 0; d++) {
      means[offset + d] /= present;
    }
    for (int work : works) {
      if (matrix.copyRow(work, row)) {
        for (int d = 0; d < row.length; d++) {
          double difference = row[d] - means[offset + d];
          deviations[d] += difference * difference / present;
        }
      }
    }
    for (int d = 0; d < row.length; d++) {
      double deviation = Math.sqrt(deviations[d]);
      deviations[d] = deviation > ROUNDING * Math.abs(means[offset + d]) ? deviation : 0;
    }
  }

  private static void fill(
      double[] factors, int offset, double[] deviations, double weight, FeatureScaling scaling) {
    double squares = 0;
    int varying = 0;
    for (double deviation : deviations) {
      squares += deviation * deviation;
      varying += deviation > 0 ? 1 : 0;
    }
    for (int d = 0; d < deviations.length; d++) {
      if (deviations[d] > 0) {
        factors[offset + d] =
            scaling == FeatureScaling.EACH_DIMENSION
                ? weight / (deviations[d] * Math.sqrt(varying))
                : weight / Math.sqrt(squares);
      }
    }
  }

  int features() {
    return offsets.length - 1;
  }

  int dimensions() {
    return means.length;
  }

  /** Where a feature's values begin in a row; of {@link #features()}, where the last ones end. */
  int offset(int feature) {
    return offsets[feature];
  }

  FeatureSpec spec(int feature) {
    return specs.entries().get(feature).spec();
  }

  double weight(int feature) {
    return specs.entries().get(feature).weight();
  }

  /** The features without rows. */
  FeatureStore specs() {
    return specs;
  }

  MixedArtwork of(FeatureStore store, int work) {
    return of(store.entries().stream().map(entry -> entry.matrix().row(work)).toList());
  }

  /** A work by its vectors, one for each feature. */
  MixedArtwork of(List<Optional<float[]>> vectors) {
    float[] row = new float[means.length];
    for (int f = 0; f < vectors.size(); f++) {
      if (vectors.get(f).isPresent()) {
        float[] values = checked(f, vectors.get(f).get());
        for (int d = 0; d < values.length; d++) {
          int at = offsets[f] + d;
          row[at] = (float) ((values[d] - means[at]) * factors[at]);
        }
      }
    }
    return new MixedArtwork(vectors, row);
  }

  private float[] checked(int feature, float[] values) {
    int expected = offsets[feature + 1] - offsets[feature];
    if (values.length != expected) {
      throw new IllegalArgumentException(
          "vector dimension "
              + values.length
              + ", expected "
              + expected
              + " (feature '"
              + spec(feature).name()
              + "')");
    }
    return values;
  }

  void save(StateWriter out) {
    VocabularyState.writeFeatures(specs, out);
    out.putDoubles("means", means);
    out.putDoubles("factors", factors);
  }

  static FeatureMix read(Function<String, Similarity> similarities, StateReader in) {
    FeatureStore specs = VocabularyState.readFeatures(0, similarities, in);
    if (specs.entries().isEmpty()) {
      throw new ModelFileException("the classifier has no features, expected one or more");
    }
    int[] offsets = offsets(specs);
    int dimensions = offsets[offsets.length - 1];
    double[] means = in.getDoubles("means", dimensions);
    return new FeatureMix(specs, means, in.getDoubles("factors", dimensions));
  }
}
