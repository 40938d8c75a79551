package io.artrec.similarity;

import java.util.List;
import java.util.Optional;

/** The built-in similarities, by factory method and by stable name. */
public final class Similarities {
  private static final Similarity EUCLIDEAN = new Euclidean();
  private static final List<Similarity> ALL =
      List.of(
          InnerProducts.COSINE,
          InnerProducts.DOT,
          InnerProducts.PEARSON,
          EUCLIDEAN,
          Histograms.JACCARD,
          Histograms.INTERSECTION,
          Histograms.CHI_SQUARE);

  private Similarities() {}

  /**
   * Returns the cosine of the angle: {@code a·b / (|a| |b|)}, -1 to 1; 0 when either vector is all
   * zeros.
   *
   * @return {@code cosine}
   */
  public static InnerProductSimilarity cosine() {
    return InnerProducts.COSINE;
  }

  /**
   * Returns the inner product {@code a·b}, unbounded.
   *
   * @return {@code dot}
   */
  public static InnerProductSimilarity dot() {
    return InnerProducts.DOT;
  }

  /**
   * Returns Pearson's correlation over the dimensions: the cosine after each vector's mean is
   * subtracted, -1 to 1; 0 when either vector is constant.
   *
   * @return {@code pearson}
   */
  public static InnerProductSimilarity pearson() {
    return InnerProducts.PEARSON;
  }

  /**
   * Returns {@code 1 / (1 + |a - b|)}, above 0, at most 1.
   *
   * @return {@code euclidean}
   */
  public static Similarity euclidean() {
    return EUCLIDEAN;
  }

  /**
   * Returns the weighted Jaccard index (Ružička 1958) of non-negative vectors: {@code Σ min(a, b) /
   * Σ max(a, b)}, 0 to 1; 0 when both are all zeros. On vectors of zeros and ones it is the Jaccard
   * index of the sets.
   *
   * @return {@code jaccard}
   */
  public static Similarity jaccard() {
    return Histograms.JACCARD;
  }

  /**
   * Returns the histogram intersection of non-negative vectors (Swain and Ballard, Color Indexing,
   * IJCV 1991), made symmetric: {@code Σ min(a, b) / min(Σ a, Σ b)}, 0 to 1; 0 when either is all
   * zeros.
   *
   * @return {@code histogram-intersection}
   */
  public static Similarity histogramIntersection() {
    return Histograms.INTERSECTION;
  }

  /**
   * Returns {@code 1 / (1 + χ²)} of non-negative vectors with {@code χ² = ½ Σ (a - b)² / (a + b)},
   * where 0/0 counts 0; above 0, at most 1.
   *
   * @return {@code chi-square}
   */
  public static Similarity chiSquare() {
    return Histograms.CHI_SQUARE;
  }

  /**
   * Returns the built-in similarity with a name.
   *
   * @param name a stable name, for instance {@code cosine}
   * @return the similarity, or empty when no built-in one has that name
   */
  public static Optional<Similarity> named(String name) {
    return ALL.stream().filter(similarity -> similarity.name().equals(name)).findFirst();
  }
}
