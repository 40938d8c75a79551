package io.artrec.feature;

import io.artrec.vector.FeatureMatrix;
import java.util.List;

/**
 * A feature computed from the vectors of others: a concatenation, a projection. Its inputs are
 * extracted once even when several features use them. Implementations are immutable and
 * thread-safe.
 */
public non-sealed interface DerivedFeature extends Feature {
  /**
   * Returns the features this one is computed from.
   *
   * @return one or more features
   */
  List<Feature> inputs();

  /**
   * Computes the vectors.
   *
   * @param inputs one matrix for each of {@link #inputs()}, in that order, all over the same
   *     catalogue
   * @return a matrix over the same catalogue
   */
  FeatureMatrix derive(List<FeatureMatrix> inputs);
}
