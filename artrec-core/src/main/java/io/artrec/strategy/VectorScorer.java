package io.artrec.strategy;

import io.artrec.vector.FeatureMatrix;
import java.util.List;
import java.util.Optional;

/**
 * A scorer whose scores are the products of one vector, the visitor's, with one for each work. Many
 * visitors can then be answered in one pass over the works ({@link
 * io.artrec.scoring.LoadedMatrix#top}).
 *
 * <p>Promise, checked by {@code StrategyContract} of artrec-testkit: {@link #score} gives the
 * products of {@link #vector} with the rows of {@link #works}, none where a row is missing, and
 * none at all where there is no vector; {@link #vectors} gives what {@link #vector} gives.
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

  /**
   * Returns the vectors of many who ask, for less than one after the other where solving for one
   * needs memory that serves the next. The default asks for one after the other.
   *
   * @param queries who is asking
   * @return for each, in their order, what {@link #vector} gives, to the bit
   */
  default List<Optional<float[]>> vectors(List<Query> queries) {
    return queries.stream().map(this::vector).toList();
  }
}
