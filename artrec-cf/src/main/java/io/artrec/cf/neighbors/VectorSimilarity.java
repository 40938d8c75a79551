package io.artrec.cf.neighbors;

import io.artrec.strategy.Hyperparameter;
import io.artrec.strategy.Hyperparameters;
import io.artrec.strategy.Range;
import org.jspecify.annotations.Nullable;

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
 */
public final class VectorSimilarity {
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

  static final Hyperparameter<Measure> MEASURE =
      Hyperparameter.choice("similarity", Measure.COSINE).meaning("how alike two are");

  static final Hyperparameter<Weighting> WEIGHTING =
      Hyperparameter.choice("weighting", Weighting.NONE)
          .meaning("how entries are weighted before; cosines only");

  static final Hyperparameter<Double> SHRINKAGE =
      Hyperparameter.number("shrinkage", 0, Range.atLeast(0).tried(0, 100))
          .meaning("`h`, what is added to the denominator of a similarity");

  static final Hyperparameter<Integer> SIGNIFICANCE =
      Hyperparameter.whole("significance", 0, Range.atLeast(0))
          .meaning("shared entries below which a similarity is reduced; 0 for none");

  static final Hyperparameter<Integer> MINIMUM_OVERLAP =
      Hyperparameter.whole("minimumOverlap", 1, Range.atLeast(1))
          .meaning("shared entries that neighbours need");

  private static final Hyperparameter<Double> ALPHA =
      Hyperparameter.number("alpha", 0.5, Range.atLeast(0))
          .meaning("`α` of Tversky and of asymmetric cosine")
          .writtenIf(VectorSimilarity::isWeighed);

  private static final Hyperparameter<Double> BETA =
      Hyperparameter.number("beta", 0.5, Range.atLeast(0))
          .meaning("`β` of Tversky")
          .writtenIf(VectorSimilarity::isWeighed);

  static final Hyperparameters TABLE =
      Hyperparameters.of(
              "similarity",
              MEASURE,
              WEIGHTING,
              SHRINKAGE,
              SIGNIFICANCE,
              MINIMUM_OVERLAP,
              ALPHA,
              BETA)
          .checked(VectorSimilarity::checkWeighting);

  private final Hyperparameters values;
  private final Measure measure;
  private final double shrinkage;
  private final int significance;
  private final int minimumOverlap;
  private final double alpha;
  private final double beta;

  VectorSimilarity(Hyperparameters values) {
    this.values = values;
    measure = values.get(MEASURE);
    shrinkage = values.get(SHRINKAGE);
    significance = values.get(SIGNIFICANCE);
    minimumOverlap = values.get(MINIMUM_OVERLAP);
    alpha = values.get(ALPHA);
    beta = values.get(BETA);
  }

  private static boolean isWeighed(Hyperparameters values) {
    Measure measure = values.get(MEASURE);
    return measure == Measure.TVERSKY || measure == Measure.ASYMMETRIC_COSINE;
  }

  private static void checkWeighting(Hyperparameters values) {
    if (values.get(MEASURE).comparesSets() && values.get(WEIGHTING) != Weighting.NONE) {
      throw new IllegalArgumentException(
          "weighting is "
              + values.get(WEIGHTING)
              + " with measure "
              + values.get(MEASURE)
              + ", which compares sets; expected NONE, or a cosine");
    }
  }

  /**
   * {@return a similarity by a formula, without weighting, shrinkage or significance}
   *
   * @param measure the formula
   */
  public static VectorSimilarity of(Measure measure) {
    return new VectorSimilarity(TABLE.with(MEASURE, measure));
  }

  /** {@return plain cosine} */
  public static VectorSimilarity cosine() {
    return of(Measure.COSINE);
  }

  /** {@return the formula} */
  public Measure measure() {
    return measure;
  }

  /**
   * {@return this similarity with entries weighted before}
   *
   * @param entries how entries are weighted before
   */
  public VectorSimilarity weighting(Weighting entries) {
    return new VectorSimilarity(values.with(WEIGHTING, entries));
  }

  /** {@return how entries are weighted before} */
  public Weighting weighting() {
    return values.get(WEIGHTING);
  }

  /**
   * {@return this similarity with something added to the denominator}
   *
   * @param h what is added to the denominator
   */
  public VectorSimilarity shrinkage(double h) {
    return new VectorSimilarity(values.with(SHRINKAGE, h));
  }

  /** {@return what is added to the denominator} */
  public double shrinkage() {
    return shrinkage;
  }

  /**
   * {@return this similarity, reduced below so many shared entries; 0 for none}
   *
   * @param shared shared entries below which a similarity is reduced; 0 for none
   */
  public VectorSimilarity significance(int shared) {
    return new VectorSimilarity(values.with(SIGNIFICANCE, shared));
  }

  /** {@return shared entries below which a similarity is reduced; 0 for none} */
  public int significance() {
    return significance;
  }

  /**
   * {@return this similarity of pairs with so many shared entries}
   *
   * @param shared shared entries that neighbours need
   */
  public VectorSimilarity minimumOverlap(int shared) {
    return new VectorSimilarity(values.with(MINIMUM_OVERLAP, shared));
  }

  /** {@return shared entries that neighbours need} */
  public int minimumOverlap() {
    return minimumOverlap;
  }

  /**
   * Returns this similarity with the weights of Tversky, or of asymmetric cosine.
   *
   * @param ofOwn {@code α}, 0 or more
   * @param ofOther {@code β}, 0 or more
   * @return the changed similarity
   */
  public VectorSimilarity weights(double ofOwn, double ofOther) {
    return new VectorSimilarity(values.with(ALPHA, ofOwn).with(BETA, ofOther));
  }

  /** {@return {@code α} of Tversky and of asymmetric cosine} */
  public double alpha() {
    return alpha;
  }

  /** {@return {@code β} of Tversky} */
  public double beta() {
    return beta;
  }

  Hyperparameters values() {
    return values;
  }

  /**
   * Tells whether a similarity of two works depends on no more than their visitors and what these
   * chose.
   *
   * @param sameVisitors whether there are as many visitors as before
   * @param sameWorks whether there are as many works as before
   */
  boolean isLocal(boolean sameVisitors, boolean sameWorks) {
    return switch (weighting()) {
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

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof VectorSimilarity that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
