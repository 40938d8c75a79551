package io.artrec.strategy;

import io.artrec.vector.FeatureMatrix;
import io.artrec.vector.TopRows;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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
  /** Reading a row alone takes about as long as scanning so many. */
  int FEW = 16;

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

  /**
   * Proposes the works with the largest products, without scoring the others.
   *
   * @param query who is asking
   * @param catalogSize the number of artworks
   * @param works those that may be proposed
   * @param n how many to propose
   * @return at most {@code n} candidates
   */
  @Override
  default Candidates propose(Query query, int catalogSize, BitSet works, int n) {
    Optional<float[]> vector = vector(query);
    if (vector.isEmpty()) {
      return Candidates.of();
    }
    TopRows best = works().top(new float[][] {vector.get()}, n, works, new int[1][0]).get(0);
    return Candidates.of(IntStream.range(0, best.size()).map(best::artwork).sorted().toArray());
  }

  /**
   * Scores candidates by the products of a vector with their rows: by one pass over all rows, or,
   * of few candidates, by theirs alone; to the bit the same.
   *
   * @param works the rows
   * @param vector the vector of whoever asks
   * @param candidates what to score
   * @return their scores; none where a row is missing, or beyond the last
   */
  static Scores products(FeatureMatrix works, float[] vector, Candidates candidates) {
    Scores scores = new Scores(candidates);
    float[][] query = {vector};
    if (candidates.isAll() || candidates.size() > works.size() / FEW) {
      double[] products = new double[works.size()];
      works.innerProducts(query, new double[][] {products});
      for (int position = 0; position < candidates.size(); position++) {
        int artwork = candidates.artwork(position);
        if (works.isPresent(artwork)) {
          scores.set(position, products[artwork]);
        }
      }
      return scores;
    }
    int[] present =
        IntStream.range(0, candidates.size())
            .filter(position -> works.isPresent(candidates.artwork(position)))
            .toArray();
    double[][] products = new double[1][present.length];
    works.innerProducts(query, IntStream.of(present).map(candidates::artwork).toArray(), products);
    for (int i = 0; i < present.length; i++) {
      scores.set(present[i], products[0][i]);
    }
    return scores;
  }

  /**
   * Scores candidates for several who ask, in one pass over all rows.
   *
   * @param works the rows
   * @param vectors the vector of each; empty where nothing can be said
   * @param candidates what to score
   * @return for each what {@link #products(FeatureMatrix, float[], Candidates)} gives; no scores
   *     where there is no vector
   */
  static List<Scores> products(
      FeatureMatrix works, List<Optional<float[]>> vectors, Candidates candidates) {
    float[][] queries = vectors.stream().flatMap(Optional::stream).toArray(float[][]::new);
    if (queries.length < 2 || !candidates.isAll()) {
      return vectors.stream()
          .map(
              vector ->
                  vector
                      .map(values -> products(works, values, candidates))
                      .orElseGet(() -> new Scores(candidates)))
          .toList();
    }
    double[][] products = new double[queries.length][Math.max(works.size(), candidates.size())];
    works.innerProducts(queries, products);
    List<Scores> all = new ArrayList<>();
    int next = 0;
    for (Optional<float[]> vector : vectors) {
      all.add(
          vector.isEmpty()
              ? new Scores(candidates)
              : Scores.of(candidates, products[next++], works.presentRows()));
    }
    return all;
  }
}
