package io.artrec.cf.rating;

import io.artrec.cf.data.Checks;
import io.artrec.strategy.Parameters;
import java.util.Objects;

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
 *
 * @param measure the formula
 * @param shrinkage {@code h}, 0 or more
 * @param significance common ratings below which a similarity is reduced; 0 for none
 * @param minimumOverlap common ratings that neighbours need, 1 or more
 * @param minimum the least similarity of neighbours, 0 or more
 */
public record RatingSimilarity(
    Measure measure, double shrinkage, int significance, int minimumOverlap, double minimum) {
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

  static final String[] KEYS = {
    "similarity", "shrinkage", "significance", "minimumOverlap", "minimumSimilarity"
  };

  /** Validates the parts. */
  public RatingSimilarity {
    Objects.requireNonNull(measure, "measure");
    Checks.finite("similarity", "shrinkage", shrinkage, 0);
    Checks.atLeast("similarity", "significance", significance, 0);
    Checks.atLeast("similarity", "minimumOverlap", minimumOverlap, 1);
    Checks.finite("similarity", "minimumSimilarity", minimum, 0);
  }

  /**
   * Returns a similarity without shrinkage or significance; any overlap and 1e-6 are enough.
   *
   * @param measure the formula
   * @return the similarity
   */
  public static RatingSimilarity of(Measure measure) {
    return new RatingSimilarity(measure, 0, 0, 1, 1e-6);
  }

  /**
   * Returns this similarity with a shrinkage.
   *
   * @param h how much few common ratings are held to 0, 0 or more
   * @return the changed similarity
   */
  public RatingSimilarity shrinkage(double h) {
    return new RatingSimilarity(measure, h, significance, minimumOverlap, minimum);
  }

  /**
   * Returns this similarity with significance weighting.
   *
   * @param common common ratings below which a similarity is reduced; 0 for none
   * @return the changed similarity
   */
  public RatingSimilarity significance(int common) {
    return new RatingSimilarity(measure, shrinkage, common, minimumOverlap, minimum);
  }

  /**
   * Returns this similarity with a minimum overlap.
   *
   * @param common common ratings that neighbours need, 1 or more
   * @return the changed similarity
   */
  public RatingSimilarity minimumOverlap(int common) {
    return new RatingSimilarity(measure, shrinkage, significance, common, minimum);
  }

  /**
   * Returns this similarity with another least similarity.
   *
   * @param least the least similarity of neighbours, 0 or more
   * @return the changed similarity
   */
  public RatingSimilarity minimum(double least) {
    return new RatingSimilarity(measure, shrinkage, significance, minimumOverlap, least);
  }

  static RatingSimilarity parse(Parameters from, RatingSimilarity standard) {
    return new RatingSimilarity(
        from.getEnum("similarity", standard.measure),
        from.getDouble("shrinkage", standard.shrinkage),
        from.getInt("significance", standard.significance),
        from.getInt("minimumOverlap", standard.minimumOverlap),
        from.getDouble("minimumSimilarity", standard.minimum));
  }

  Parameters write(Parameters to) {
    return to.with("similarity", measure)
        .with("shrinkage", shrinkage)
        .with("significance", significance)
        .with("minimumOverlap", minimumOverlap)
        .with("minimumSimilarity", minimum);
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
}
