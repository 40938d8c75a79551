package io.artrec.cf.content;

import io.artrec.feature.DerivedEncoder;
import io.artrec.feature.FeatureStore;
import io.artrec.feature.Pca;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.vector.FeatureMatrix;
import java.util.List;
import java.util.Optional;

/**
 * A feature's vectors as covariates: less their mean, projected on their principal components,
 * times one number for all so that rows have a mean squared length of 1.
 *
 * @param name the feature's name
 * @param projection on its components
 * @param scale what scores of components are multiplied by
 */
record VectorCovariates(String name, DerivedEncoder projection, double scale) {
  private static final double MOST = 1e30;

  /** The covariates of a feature, or empty when no two works differ in it. */
  static Optional<VectorCovariates> of(FeatureStore.Entry entry, int most) {
    FeatureMatrix matrix = entry.matrix();
    int count = Math.min(Math.min(most, matrix.dimensions()), matrix.presentCount() - 1);
    if (count < 1) {
      return Optional.empty();
    }
    String name = entry.spec().name();
    VectorCovariates plain = new VectorCovariates(name, Pca.projection(name, matrix, count), 1);
    double squares = 0;
    for (int work = 0; work < matrix.size(); work++) {
      for (float value : plain.of(matrix, work)) {
        squares += (double) value * value;
      }
    }
    double scale = Math.sqrt(matrix.presentCount() / squares);
    return Double.isFinite(scale)
        ? Optional.of(new VectorCovariates(name, plain.projection(), scale))
        : Optional.empty();
  }

  int count() {
    return projection.dimensions();
  }

  /** A work's covariates; none of a work without the feature, which then counts as average. */
  float[] of(FeatureMatrix matrix, int work) {
    Optional<float[]> scores =
        work < matrix.size() ? projection.encode(List.of(matrix.row(work))) : Optional.empty();
    float[] scaled = scores.orElseGet(() -> new float[0]);
    for (int c = 0; c < scaled.length; c++) {
      scaled[c] = (float) (scale * scaled[c]);
    }
    return scaled;
  }

  void save(StateWriter out) {
    out.putString("feature", name);
    out.putLong("components", count());
    out.putDouble("scale", scale);
    projection.save(out);
  }

  static VectorCovariates read(StateReader in) {
    String name = in.getString("feature");
    int components = in.getCount("components", Short.MAX_VALUE);
    double scale = in.getFinite("scale");
    if (!(scale >= 0 && scale <= MOST)) {
      throw new ModelFileException(
          "the model scales vectors of feature '"
              + name
              + "' by "
              + scale
              + ", expected 0 to "
              + MOST);
    }
    return new VectorCovariates(name, Pca.projection(in, components), scale);
  }
}
