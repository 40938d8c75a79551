package io.artrec.cf.rating;

import io.artrec.strategy.Hyperparameter;
import io.artrec.strategy.Hyperparameters;
import io.artrec.strategy.Range;
import org.jspecify.annotations.Nullable;

/**
 * How alike two visitors, or two works, are by ratings. Computed in double precision; the
 * similarities of {@link io.artrec.cf.neighbors.VectorSimilarity} serve rankings. Immutable and
 * thread-safe.
 *
 * <p>With {@code a} and {@code b} the ratings of two rows, {@code n} the number both have, {@code
 * h} the shrinkage:
 *
 * <ul>
 *   <li>cosine {@code a·b / (|a| |b| + h)} after the strategy's {@link Centering}, with lengths
 *       over all ratings; adjusted cosine the same after taking the mean of the other side: of each
 *       work when visitors are compared, of each visitor when works are (Sarwar et al., WWW 2001);
 *   <li>Pearson's correlation of the ratings both have, with their means over these; Pearson with
 *       baselines the same with {@link BiasBaseline}'s predictions for means (Koren, ACM TKDD
 *       2010); both 0 where a side does not vary;
 *   <li>MSD {@code 1 / (1 + mean of (a − b)²)} over the ratings both have (Shardanand, Maes, Social
 *       information filtering, CHI 1995), which depends on the scale of the ratings. The three of
 *       common ratings are multiplied by {@code (n − 1) / (n − 1 + h)} when {@code h} is above 0.
 * </ul>
 *
 * <p>All are multiplied by {@code min(n, significance) / significance} (Herlocker et al., SIGIR
 * 1999) when a significance is set. Pairs with fewer than {@code minimumOverlap} common ratings, or
 * a similarity below {@code minimum} or not above 0, are no neighbours.
 */
public final class RatingSimilarity {
  /** The formula of a similarity. */
  public enum Measure {
    /** Cosine of centred ratings. */
    COSINE,
    /** Cosine after taking the mean of the other side. */
    ADJUSTED_COSINE,
    /** Correlation of common ratings. */
    PEARSON,
    /** Correlation of what common ratings are above the baseline. */
    PEARSON_BASELINE,
    /** How little common ratings differ. */
    MSD;

    boolean isOfCommon() {
      return compareTo(PEARSON) >= 0;
    }

    /** What is taken from ratings before they are compared. */
    Centering centering(Centering ofStrategy, Centering otherSide) {
      return switch (this) {
        case COSINE -> ofStrategy;
        case ADJUSTED_COSINE -> otherSide;
        case PEARSON_BASELINE -> Centering.BASELINE;
        case PEARSON, MSD -> Centering.NONE;
      };
    }
  }

  static final Hyperparameter<Measure> MEASURE =
      Hyperparameter.choice("similarity", Measure.MSD).meaning("how alike two are");

  static final Hyperparameter<Double> SHRINKAGE =
      Hyperparameter.number("shrinkage", 0, Range.atLeast(0).tried(0, 200))
          .meaning("`h`, what holds the similarity of few common ratings to 0");

  private static final Hyperparameter<Integer> SIGNIFICANCE =
      Hyperparameter.whole("significance", 0, Range.atLeast(0))
          .meaning("common ratings below which a similarity is reduced; 0 for none");

  private static final Hyperparameter<Integer> MINIMUM_OVERLAP =
      Hyperparameter.whole("minimumOverlap", 1, Range.atLeast(1))
          .meaning("common ratings that neighbours need");

  private static final Hyperparameter<Double> MINIMUM =
      Hyperparameter.number("minimumSimilarity", 1e-6, Range.atLeast(0))
          .meaning("the least similarity of neighbours");

  static final Hyperparameters TABLE = table(MEASURE, SHRINKAGE);

  private final Hyperparameters values;
  private final Measure measure;
  private final double shrinkage;
  private final int significance;
  private final int minimumOverlap;
  private final double minimum;

  RatingSimilarity(Hyperparameters values) {
    this.values = values;
    measure = values.get(MEASURE);
    shrinkage = values.get(SHRINKAGE);
    significance = values.get(SIGNIFICANCE);
    minimumOverlap = values.get(MINIMUM_OVERLAP);
    minimum = values.get(MINIMUM);
  }

  /** The table of a strategy whose own defaults are others. */
  static Hyperparameters table(Hyperparameter<Measure> measure, Hyperparameter<Double> shrinkage) {
    return Hyperparameters.of(
        "similarity", measure, shrinkage, SIGNIFICANCE, MINIMUM_OVERLAP, MINIMUM);
  }

  /**
   * {@return a similarity by a formula; any overlap and 1e-6 are enough}
   *
   * @param measure the formula
   */
  public static RatingSimilarity of(Measure measure) {
    return new RatingSimilarity(TABLE.with(MEASURE, measure));
  }

  /** {@return the formula} */
  public Measure measure() {
    return measure;
  }

  /**
   * {@return this similarity with few common ratings held to 0}
   *
   * @param h how much few common ratings are held to 0
   */
  public RatingSimilarity shrinkage(double h) {
    return new RatingSimilarity(values.with(SHRINKAGE, h));
  }

  /** {@return how much few common ratings are held to 0} */
  public double shrinkage() {
    return shrinkage;
  }

  /**
   * {@return this similarity, reduced below so many common ratings; 0 for none}
   *
   * @param common common ratings below which a similarity is reduced; 0 for none
   */
  public RatingSimilarity significance(int common) {
    return new RatingSimilarity(values.with(SIGNIFICANCE, common));
  }

  /** {@return common ratings below which a similarity is reduced; 0 for none} */
  public int significance() {
    return significance;
  }

  /**
   * {@return this similarity of pairs with so many common ratings}
   *
   * @param common common ratings that neighbours need
   */
  public RatingSimilarity minimumOverlap(int common) {
    return new RatingSimilarity(values.with(MINIMUM_OVERLAP, common));
  }

  /** {@return common ratings that neighbours need} */
  public int minimumOverlap() {
    return minimumOverlap;
  }

  /**
   * {@return this similarity with another least one of neighbours}
   *
   * @param least the least similarity of neighbours
   */
  public RatingSimilarity minimum(double least) {
    return new RatingSimilarity(values.with(MINIMUM, least));
  }

  /** {@return the least similarity of neighbours} */
  public double minimum() {
    return minimum;
  }

  Hyperparameters values() {
    return values;
  }

  boolean needsCounts() {
    return measure.isOfCommon() || significance > 0 || minimumOverlap > 1;
  }

  /** Shrinks and bounds a similarity of a pair; 0 when they are no neighbours. */
  double bounded(double raw, int common) {
    double value = raw;
    if (measure.isOfCommon() && shrinkage > 0) {
      value *= (common - 1) / (common - 1 + shrinkage);
    }
    if (significance > 0) {
      value *= Math.min(common, significance) / (double) significance;
    }
    return common >= minimumOverlap && value >= minimum && value > 0 ? value : 0;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RatingSimilarity that && values.equals(that.values);
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
