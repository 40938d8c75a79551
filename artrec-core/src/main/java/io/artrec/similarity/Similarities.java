package io.artrec.similarity;

import java.util.List;
import java.util.Optional;

/**
 * The similarities that come with artrec. All are immutable, thread-safe, and cost O(dimensions) to
 * compare and one pass over the values to scan a matrix.
 *
 * <p>A zero vector says nothing: under cosine, Pearson, Jaccard and histogram intersection it is 0
 * to everything, itself included. Under the distances, Euclidean and chi-square, two zero vectors
 * are equal and get 1.
 */
public final class Similarities {
  private static final InnerProductSimilarity COSINE = new Cosine();
  private static final InnerProductSimilarity DOT = new Dot();
  private static final InnerProductSimilarity PEARSON = new Pearson();
  private static final Similarity EUCLIDEAN = new Euclidean();
  private static final Similarity JACCARD = new Jaccard();
  private static final Similarity HISTOGRAM_INTERSECTION = new HistogramIntersection();
  private static final Similarity CHI_SQUARE = new ChiSquare();

  private static final List<Similarity> ALL =
      List.of(COSINE, DOT, PEARSON, EUCLIDEAN, JACCARD, HISTOGRAM_INTERSECTION, CHI_SQUARE);

  private Similarities() {}

  /**
   * Returns the cosine of the angle between two vectors, {@code a·b / (|a| |b|)}: -1 to 1, 0 when
   * one is all zeros. For embeddings and TF-IDF.
   *
   * @return {@code cosine}
   */
  public static InnerProductSimilarity cosine() {
    return COSINE;
  }

  /**
   * Returns the inner product, {@code a·b}: unbounded; a vector need not be most similar to itself.
   * For learned factors.
   *
   * @return {@code dot}
   */
  public static InnerProductSimilarity dot() {
    return DOT;
  }

  /**
   * Returns Pearson's correlation, the cosine after subtracting each vector's own mean: -1 to 1, 0
   * when one has all values equal.
   *
   * @return {@code pearson}
   */
  public static InnerProductSimilarity pearson() {
    return PEARSON;
  }

  /**
   * Returns {@code 1 / (1 + |a - b|)} of the Euclidean distance: above 0, 1 for equal vectors.
   *
   * @return {@code euclidean}
   */
  public static Similarity euclidean() {
    return EUCLIDEAN;
  }

  /**
   * Returns the weighted Jaccard coefficient of non-negative vectors, the sum of {@code min(a, b)}
   * over the sum of {@code max(a, b)}; on zeros and ones it is shared over all members of two sets.
   * 0 to 1; two empty sets share nothing and get 0.
   *
   * @return {@code jaccard}
   */
  public static Similarity jaccard() {
    return JACCARD;
  }

  /**
   * Returns the histogram intersection of non-negative vectors, the sum of {@code min(a, b)} over
   * the smaller of the two sums: 0 to 1; 1 also when one histogram contains the other, 0 when one
   * is empty. M. Swain, D. Ballard: Color Indexing, IJCV 7, 1991.
   *
   * @return {@code histogram-intersection}
   */
  public static Similarity histogramIntersection() {
    return HISTOGRAM_INTERSECTION;
  }

  /**
   * Returns {@code 1 / (1 + x)} of the chi-square distance of non-negative vectors, {@code x} half
   * the sum of {@code (a - b)² / (a + b)} over dimensions where not both are 0: above 0, 1 for
   * equal vectors.
   *
   * @return {@code chi-square}
   */
  public static Similarity chiSquare() {
    return CHI_SQUARE;
  }

  /**
   * Returns the similarity of a name: one of this class, or a {@link WeightedMixture} of them.
   *
   * @param name what {@link Similarity#name()} gave
   * @return the similarity, or empty when the name is none of artrec's own
   */
  public static Optional<Similarity> named(String name) {
    for (Similarity similarity : ALL) {
      if (similarity.name().equals(name)) {
        return Optional.of(similarity);
      }
    }
    return WeightedMixture.parse(name);
  }
}
