package io.artrec.feature;

import io.artrec.model.StateReader;
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
   * Learns what the vectors are computed by.
   *
   * @param inputs one matrix for each of {@link #inputs()}, in that order, all over the same
   *     catalogue
   * @return what computes them
   */
  DerivedEncoder fit(List<FeatureMatrix> inputs);

  /**
   * Reads what a feature of this {@link #spec} learned.
   *
   * @param in what {@link DerivedEncoder#save} wrote
   * @return what computes bit-equal vectors
   * @throws io.artrec.model.ModelFileException when the values do not fit together
   */
  DerivedEncoder read(StateReader in);
}
