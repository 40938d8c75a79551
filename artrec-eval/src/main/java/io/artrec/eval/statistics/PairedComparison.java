package io.artrec.eval.statistics;

import io.artrec.eval.metric.UserValues;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.inference.TTest;

/**
 * Two recommenders compared by the values that the same visitors have with both. The visitor is the
 * unit of chance: p-values and intervals say what other visitors of the same kind would show, the
 * trained recommenders staying as they are. Immutable and thread-safe.
 *
 * <p>Visitors without a value of one recommender, or of weight 0, are left out and counted. A
 * difference is rounded to 2^-46 (1.4e-14) of the largest value, so that 0.3 − 0.2 and 0.2 − 0.1
 * are a tie.
 *
 * <p><b>Weights.</b> Where visitors count differently, w is the mean of the two recommenders'
 * weights, and the difference is Σ w·d / Σ w, as the metric's own mean. The t-test, the t interval
 * and d_z use the standard error of that ratio, s / √n with s the standard deviation of w·(d −
 * mean) / w̄; Wilcoxon's test, the rank-biserial correlation and the permutation test take each
 * visitor's contribution w·d; the bootstrap draws visitors with their weights. Wins, ties and
 * losses count heads. With equal weights all this is the plain procedure.
 *
 * <p><b>Degenerate cases.</b> Without pairs nothing has a value. When all differences are 0, every
 * p is 1. When all differences are the same but not 0, t is undefined and absent with a reason; the
 * rank and permutation tests still answer. One pair has no interval. Nothing is ever NaN.
 */
public final class PairedComparison {
  private static final int KEPT_BITS = 46;

  private final SampleMean first;
  private final SampleMean second;
  private final SampleMean differences;
  private final double[] contributions;
  private final int leftOut;

  private PairedComparison(Pairs pairs) {
    first = new SampleMean(pairs.first, pairs.weights);
    second = new SampleMean(pairs.second, pairs.weights);
    double[] raw = new double[pairs.first.length];
    Arrays.setAll(raw, i -> pairs.first[i] - pairs.second[i]);
    double scale = Math.max(largest(pairs.first), largest(pairs.second));
    differences = new SampleMean(rounded(raw, scale), pairs.weights);
    double[] weighted = differences.contributions();
    contributions = rounded(weighted, Math.max(largest(weighted), scale));
    leftOut = pairs.leftOut;
  }

  /**
   * Compares two recommenders.
   *
   * @param a the first's values
   * @param b the second's values, of the same visitors in the same order
   * @return the comparison
   * @throws IllegalArgumentException when the numbers of visitors differ, a value is infinite or a
   *     weight is negative or not finite
   */
  public static PairedComparison of(UserValues a, UserValues b) {
    return new PairedComparison(Pairs.of(a, b));
  }

  /**
   * Compares two recommenders.
   *
   * @param a the first's values, NaN where there is none
   * @param b the second's values, of the same visitors in the same order
   * @return the comparison
   * @throws IllegalArgumentException as {@link #of(UserValues, UserValues)}
   */
  public static PairedComparison of(double[] a, double[] b) {
    return of(new UserValues(a, new double[0]), new UserValues(b, new double[0]));
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }

  private static double[] rounded(double[] values, double scale) {
    double step = Math.scalb(1.0, Math.getExponent(scale) - KEPT_BITS);
    if (step == 0 || !Double.isFinite(scale)) {
      return values;
    }
    return Arrays.stream(values).map(value -> Math.rint(value / step) * step).toArray();
  }

  /**
   * Returns the number of visitors compared.
   *
   * @return the pairs
   */
  public int pairs() {
    return differences.size();
  }

  /**
   * Returns the number of visitors that could not be compared.
   *
   * @return those without a value of both, and those of weight 0
   */
  public int leftOut() {
    return leftOut;
  }

  /** {@return the first recommender's mean over the visitors compared; empty without pairs} */
  public OptionalDouble firstMean() {
    return first.mean();
  }

  /** {@return the second recommender's mean over the visitors compared; empty without pairs} */
  public OptionalDouble secondMean() {
    return second.mean();
  }

  /**
   * Returns the mean of first minus second, in the metric's unit.
   *
   * @return the mean difference; empty without pairs
   */
  public OptionalDouble difference() {
    return differences.mean();
  }

  /**
   * Returns first minus second by visitor, unweighted, in the visitors' order, for drawing.
   *
   * @return a copy, one for each pair
   */
  public double[] differences() {
    return differences.values();
  }

  /**
   * Tests.
   *
   * @param test which test; Wilcoxon's drops zeros
   * @param resampling how often the permutation test draws, should it not be exact
   * @return what it found
   */
  public TestResult test(SignificanceTest test, Resampling resampling) {
    return switch (test) {
      case PAIRED_T -> pairedT();
      case WILCOXON -> wilcoxon(ZeroDifferences.DROP);
      case PERMUTATION -> permutation(resampling);
    };
  }

  /**
   * Student's paired t-test: t = mean difference / (s / √n), n − 1 degrees of freedom, two-sided
   * (Student, The Probable Error of a Mean, Biometrika, 1908). Cost O(n).
   *
   * @return t, p and degrees of freedom; no p with one pair, or when all differences are the same
   *     but not 0
   */
  public TestResult pairedT() {
    Optional<TestResult> trivial = trivial(SignificanceTest.PAIRED_T);
    if (trivial.isPresent()) {
      return trivial.get();
    }
    if (pairs() == 1) {
      return TestResult.absent(
          SignificanceTest.PAIRED_T, 1, "one pair tells nothing of the spread, expected 2 or more");
    }
    if (differences.constant()) {
      return TestResult.absent(
          SignificanceTest.PAIRED_T,
          pairs(),
          "all " + pairs() + " differences are the same, so that t is undefined");
    }
    TTest.Result result = TTest.withDefaults().test(differences.linearized());
    return new TestResult(
        SignificanceTest.PAIRED_T,
        OptionalDouble.of(result.getStatistic()),
        OptionalDouble.of(result.getPValue()),
        OptionalDouble.of(result.getDegreesOfFreedom()),
        pairs(),
        "Student's distribution");
  }

  /**
   * Wilcoxon's signed rank test, two-sided (Wilcoxon, Individual Comparisons by Ranking Methods,
   * Biometrics Bulletin, 1945). Exact up to 50 ranked differences without ties or zeros; otherwise
   * the normal approximation with continuity correction and the variance corrected for ties. Of few
   * visitors with ties that can be far off: by up to .24 of six (.27 with zeros ranked), and by up
   * to .04 too small where p is below .1; take {@link #permutation} there, which is exact. Cost O(n
   * log n).
   *
   * @param zeros what happens to differences of 0
   * @return the sum of the ranks of positive differences, and p
   */
  public TestResult wilcoxon(ZeroDifferences zeros) {
    Optional<TestResult> trivial = trivial(SignificanceTest.WILCOXON);
    if (trivial.isPresent()) {
      return trivial.get();
    }
    SignedRanks ranks = new SignedRanks(contributions, zeros);
    return new TestResult(
        SignificanceTest.WILCOXON,
        OptionalDouble.of(ranks.statistic()),
        OptionalDouble.of(ranks.p()),
        OptionalDouble.empty(),
        pairs(),
        (ranks.exact() ? "exact over " : "normal approximation over ")
            + ranks.size()
            + " ranked differences");
  }

  /**
   * Permutation test by random signs, two-sided: the share of the 2^n ways to swap visitors' values
   * that leave the mean difference as far from 0. Exact up to 30 differences other than 0;
   * otherwise (b + 1) / (m + 1) where b of m random ways are as far (Phipson and Smyth, Permutation
   * P-values Should Never Be Zero, 2010). Cost O(2^15) exact, O(resamples · n) otherwise: 9,999 of
   * 100,000 visitors take about 1 s on one core.
   *
   * @param resampling how often to draw
   * @return the mean difference and p, never 0
   */
  public TestResult permutation(Resampling resampling) {
    Optional<TestResult> trivial = trivial(SignificanceTest.PERMUTATION);
    if (trivial.isPresent()) {
      return trivial.get();
    }
    double[] terms = nonzero();
    SignFlips flips = new SignFlips(terms);
    return new TestResult(
        SignificanceTest.PERMUTATION,
        difference(),
        OptionalDouble.of(flips.exact() ? flips.exactP() : flips.sampledP(resampling)),
        OptionalDouble.empty(),
        pairs(),
        flips.exact()
            ? "exact over the signs of " + terms.length + " differences"
            : resampling.resamples() + " random signs of " + terms.length + " differences");
  }

  private Optional<TestResult> trivial(SignificanceTest test) {
    if (pairs() == 0) {
      return Optional.of(TestResult.absent(test, 0, "no visitor has a value of both"));
    }
    if (nonzero().length > 0) {
      return Optional.empty();
    }
    return Optional.of(
        new TestResult(
            test,
            OptionalDouble.of(0),
            OptionalDouble.of(1),
            OptionalDouble.empty(),
            pairs(),
            "all differences are 0"));
  }

  private double[] nonzero() {
    return Arrays.stream(contributions).filter(value -> value != 0).toArray();
  }

  /**
   * {@return an interval of the mean difference; empty with fewer than two pairs}
   *
   * @param method how it is made
   * @param level the confidence, between 0 and 1
   * @param resampling how often a bootstrap draws
   */
  public Optional<ConfidenceInterval> interval(
      IntervalMethod method, double level, Resampling resampling) {
    return method == IntervalMethod.T
        ? interval(level)
        : interval(new Bootstrap(method, level, resampling));
  }

  /**
   * Returns Student's interval of the mean difference: mean ± t · s / √n. Holds 0 exactly when the
   * paired t-test's p is above 1 − level.
   *
   * @param level the confidence, between 0 and 1
   * @return the interval; empty with fewer than two pairs
   */
  public Optional<ConfidenceInterval> interval(double level) {
    ConfidenceInterval.requireLevel(level);
    return differences.studentInterval(level);
  }

  /**
   * {@return a bootstrap interval of the mean difference, visitors being drawn; empty with fewer
   * than two pairs; of no width when all differences are the same}
   *
   * @param bootstrap how
   */
  public Optional<ConfidenceInterval> interval(Bootstrap bootstrap) {
    return differences.bootstrapInterval(bootstrap);
  }

  /**
   * Returns how large the difference is. Cost O(n log n).
   *
   * @return effect sizes
   */
  public EffectSizes effectSizes() {
    int wins = (int) Arrays.stream(differences()).filter(value -> value > 0).count();
    int losses = (int) Arrays.stream(differences()).filter(value -> value < 0).count();
    int ties = pairs() - wins - losses;
    OptionalDouble standardized = standardized();
    double smallSample = 1 - 3 / (4.0 * (pairs() - 1) - 1);
    return new EffectSizes(
        standardized,
        standardized.isPresent()
            ? OptionalDouble.of(standardized.getAsDouble() * smallSample)
            : OptionalDouble.empty(),
        rankBiserial(),
        pairs() == 0 ? OptionalDouble.empty() : OptionalDouble.of((wins + ties / 2.0) / pairs()),
        wins,
        ties,
        losses);
  }

  private OptionalDouble standardized() {
    if (pairs() < 2) {
      return OptionalDouble.empty();
    }
    double mean = difference().getAsDouble();
    if (differences.constant()) {
      return mean == 0 ? OptionalDouble.of(0) : OptionalDouble.empty();
    }
    return OptionalDouble.of(mean / differences.deviation());
  }

  private OptionalDouble rankBiserial() {
    if (pairs() == 0) {
      return OptionalDouble.empty();
    }
    SignedRanks ranks = new SignedRanks(contributions, ZeroDifferences.DROP);
    if (ranks.size() == 0) {
      return OptionalDouble.of(0);
    }
    double whole = ranks.size() * (ranks.size() + 1.0) / 2;
    return OptionalDouble.of(2 * ranks.statistic() / whole - 1);
  }
}
