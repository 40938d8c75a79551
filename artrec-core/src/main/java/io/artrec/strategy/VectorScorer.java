package io.artrec.strategy;

import io.artrec.vector.FeatureMatrix;
import java.util.Optional;

/**
 * A scorer whose scores are the products of one vector, the visitor's, with one for each work. Many
 * visitors can then be answered in one pass over the works ({@link
 * io.artrec.scoring.LoadedMatrix#top}).
 *
 * <p>Promise, checked by {@code StrategyContract} of artrec-testkit: {@link #score} gives the
 * products of {@link #vector} with the rows of {@link #works}, none where a row is missing, and
 * none at all where there is no vector.
 */
public interface VectorScorer extends Scorer {
  /**
   * Returns the vectors of the works.
   *
   * @return a row for each work of the catalogue; missing where a work cannot be scored
   */
  FeatureMatrix works();

  /**
   * Returns the vector of whoever asks.
   *
   * @param query who is asking
   * @return finite values, as many as the works' vectors have; empty when nothing can be said
   */
  Optional<float[]> vector(Query query);
}
