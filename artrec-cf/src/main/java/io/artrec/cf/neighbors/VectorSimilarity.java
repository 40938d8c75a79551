package io.artrec.cf.neighbors;

import io.artrec.cf.data.Checks;
import io.artrec.strategy.Parameters;
import java.util.Objects;

/**
 * How alike two visitors, or two works, are by behaviour. Immutable and thread-safe.
 *
 * <p>With {@code a·b} the inner product of two rows of the training matrix, {@code |a|} the length
 * of one, {@code n} the entries both have, {@code n_a} and {@code n_b} those each has, {@code h}
 * the shrinkage:
 *
 * <ul>
 *   <li>cosine {@code a·b / (|a| |b| + h)}; adjusted cosine and Pearson the same after taking the
 *       column's or the row's mean from each entry;
 *   <li>asymmetric cosine {@code a·b / (|a|^2α |b|^2(1−α) + h)}, {@code a} the one whose neighbours
 *       are sought (Aiolli, Efficient top-n recommendation for very large scale binary rated
 *       datasets, RecSys 2013);
 *   <li>Jaccard {@code n / (n_a + n_b − n + h)}, Dice {@code 2n / (n_a + n_b + h)}, Tversky {@code
 *       n / (n + α(n_a − n) + β(n_b − n) + h)}, over the entries above 0;
 *   <li>log-likelihood {@code 1 − 1 / (1 + G²)} with the G² of Dunning (Accurate methods for the
 *       statistics of surprise and coincidence, 1993) over the entries above 0.
 * </ul>
 *
 * <p>All are multiplied by {@code min(n, significance) / significance} (Herlocker et al. 1999) when
 * a significance is set, and are 0 for pairs with fewer than {@code minimumOverlap} shared entries.
 *
 * @param measure the formula
 * @param weighting how entries are weighted before; cosines only
 * @param shrinkage {@code h}, 0 or more
 * @param significance shared entries below which a similarity is reduced; 0 for none
 * @param minimumOverlap shared entries a pair needs, 1 or more
 * @param alpha {@code α} of Tversky and asymmetric cosine, 0 or more
 * @param beta {@code β} of Tversky, 0 or more
 */
public record VectorSimilarity(
    Measure measure,
    Weighting weighting,
    double shrinkage,
    int significance,
    int minimumOverlap,
    double alpha,
    double beta) {

  static final String[] KEYS = {
    "similarity", "weighting", "shrinkage", "significance", "minimumOverlap", "alpha", "beta"
  };

  /** The formula of a similarity. */
  public enum Measure {
    /** The cosine of the angle. */
    COSINE,
    /** Cosine after taking the column's mean from each entry. */
    ADJUSTED_COSINE,
    /** Cosine after taking the row's mean from each entry. */
    PEARSON,
    /** Cosine with lengths weighed unequally. */
    ASYMMETRIC_COSINE,
    /** Shared over all entries. */
    JACCARD,
    /** Shared over the mean number of entries. */
    DICE,
    /** Shared entries against what each has alone, weighed. */
    TVERSKY,
    /** How unlikely the overlap is by chance. */
    LOG_LIKELIHOOD;

    boolean comparesSets() {
      return compareTo(JACCARD) >= 0;
    }
  }

  /**
   * Weights of entries before a cosine is taken; rows are what is compared, columns what they
   * share.
   */
  public enum Weighting {
    /** Entries as they are. */
    NONE,
    /** {@code sqrt(x) · log(rows / (1 + rows with an entry in the column))}. */
    TF_IDF,
    /**
     * BM25 with {@code k1 = 100}, {@code b = 0.8}, row sums as lengths, and the same logarithm as
     * TF-IDF.
     */
    BM25
  }

  /** Validates the parts. */
  public VectorSimilarity {
    Objects.requireNonNull(measure, "measure");
    Objects.requireNonNull(weighting, "weighting");
    Checks.finite("similarity", "shrinkage", shrinkage, 0);
    Checks.atLeast("similarity", "significance", significance, 0);
    Checks.atLeast("similarity", "minimumOverlap", minimumOverlap, 1);
    Checks.finite("similarity", "alpha", alpha, 0);
    Checks.finite("similarity", "beta", beta, 0);
    if (measure.comparesSets() && weighting != Weighting.NONE) {
      throw new IllegalArgumentException(
          "weighting is "
              + weighting
              + " with measure "
              + measure
              + ", which compares sets; expected NONE, or a cosine");
    }
  }

  /**
   * Returns a similarity without weighting, shrinkage or significance, any overlap, {@code α = β =
   * 0.5}.
   *
   * @param measure the formula
   * @return the similarity
   */
  public static VectorSimilarity of(Measure measure) {
    return new VectorSimilarity(measure, Weighting.NONE, 0, 0, 1, 0.5, 0.5);
  }

  /**
   * Returns plain cosine.
   *
   * @return the similarity
   */
  public static VectorSimilarity cosine() {
    return of(Measure.COSINE);
  }

  /**
   * Returns this similarity with a weighting.
   *
   * @param entries how entries are weighted
   * @return the changed similarity
   */
  public VectorSimilarity weighting(Weighting entries) {
    return new VectorSimilarity(
        measure, entries, shrinkage, significance, minimumOverlap, alpha, beta);
  }

  /**
   * Returns this similarity with a shrinkage.
   *
   * @param h what is added to the denominator, 0 or more
   * @return the changed similarity
   */
  public VectorSimilarity shrinkage(double h) {
    return new VectorSimilarity(measure, weighting, h, significance, minimumOverlap, alpha, beta);
  }

  /**
   * Returns this similarity with significance weighting.
   *
   * @param shared shared entries below which a similarity is reduced; 0 for none
   * @return the changed similarity
   */
  public VectorSimilarity significance(int shared) {
    return new VectorSimilarity(measure, weighting, shrinkage, shared, minimumOverlap, alpha, beta);
  }

  /**
   * Returns this similarity with a minimum overlap.
   *
   * @param shared shared entries a pair needs, 1 or more
   * @return the changed similarity
   */
  public VectorSimilarity minimumOverlap(int shared) {
    return new VectorSimilarity(measure, weighting, shrinkage, significance, shared, alpha, beta);
  }

  /**
   * Returns this similarity with the weights of Tversky, or of asymmetric cosine.
   *
   * @param ofOwn {@code α}, 0 or more
   * @param ofOther {@code β}, 0 or more
   * @return the changed similarity
   */
  public VectorSimilarity weights(double ofOwn, double ofOther) {
    return new VectorSimilarity(
        measure, weighting, shrinkage, significance, minimumOverlap, ofOwn, ofOther);
  }

  static VectorSimilarity parse(Parameters from, VectorSimilarity standard) {
    return new VectorSimilarity(
        from.getEnum("similarity", standard.measure),
        from.getEnum("weighting", standard.weighting),
        from.getDouble("shrinkage", standard.shrinkage),
        from.getInt("significance", standard.significance),
        from.getInt("minimumOverlap", standard.minimumOverlap),
        from.getDouble("alpha", standard.alpha),
        from.getDouble("beta", standard.beta));
  }

  Parameters write(Parameters to) {
    Parameters written =
        to.with("similarity", measure)
            .with("weighting", weighting)
            .with("shrinkage", shrinkage)
            .with("significance", significance)
            .with("minimumOverlap", minimumOverlap);
    return measure == Measure.TVERSKY || measure == Measure.ASYMMETRIC_COSINE
        ? written.with("alpha", alpha).with("beta", beta)
        : written;
  }

  /**
   * Tells whether a similarity of two works depends on no more than their visitors and what these
   * chose.
   *
   * @param sameVisitors whether there are as many visitors as before
   * @param sameWorks whether there are as many works as before
   */
  boolean isLocal(boolean sameVisitors, boolean sameWorks) {
    return switch (weighting) {
      case NONE -> measure != Measure.LOG_LIKELIHOOD || sameVisitors;
      case TF_IDF -> sameWorks;
      case BM25 -> false;
    };
  }

  /** Whether the similarity of a pair is to the last bit the same from either side. */
  boolean isSymmetric() {
    return measure != Measure.ASYMMETRIC_COSINE
        && measure != Measure.TVERSKY
        && measure != Measure.LOG_LIKELIHOOD;
  }

  boolean needsOverlap() {
    return significance > 0 || minimumOverlap > 1;
  }

  /**
   * The similarity of two rows.
   *
   * @param product their inner product; for sets the number of shared entries
   * @param shared the entries both have
   * @param own the {@link #ownFactor} of the one whose neighbours are sought
   * @param other the {@link #otherFactor} of the other
   * @param count its number of entries
   * @param otherCount the other's
   * @param columns the number of columns there are
   */
  double value(
      double product,
      int shared,
      double own,
      double other,
      int count,
      int otherCount,
      int columns) {
    if (shared < minimumOverlap) {
      return 0;
    }
    double value =
        switch (measure) {
          case COSINE, ADJUSTED_COSINE, PEARSON, ASYMMETRIC_COSINE ->
              ratio(product, own * other + shrinkage);
          case JACCARD -> ratio(shared, (double) count + otherCount - shared + shrinkage);
          case DICE -> ratio(2.0 * shared, (double) count + otherCount + shrinkage);
          case TVERSKY ->
              ratio(
                  shared,
                  shared + alpha * (count - shared) + beta * (otherCount - shared) + shrinkage);
          case LOG_LIKELIHOOD ->
              1 - 1 / (1 + LogLikelihood.ratio(shared, count, otherCount, columns));
        };
    return significance > 0 ? value * Math.min(shared, significance) / significance : value;
  }

  /** What a row whose neighbours are sought contributes to the denominator of a cosine. */
  double ownFactor(double square) {
    return measure == Measure.ASYMMETRIC_COSINE ? Math.pow(square, alpha) : Math.sqrt(square);
  }

  /** What a row contributes to the denominator of a cosine as another's neighbour. */
  double otherFactor(double square) {
    return measure == Measure.ASYMMETRIC_COSINE ? Math.pow(square, 1 - alpha) : Math.sqrt(square);
  }

  private static double ratio(double above, double below) {
    return below > 0 ? above / below : 0;
  }
}
