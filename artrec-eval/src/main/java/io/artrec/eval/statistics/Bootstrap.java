package io.artrec.eval.statistics;

import io.artrec.eval.metric.UserValues;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Confidence intervals from samples drawn with replacement (Efron and Tibshirani, An Introduction
 * to the Bootstrap, 1993). Immutable and thread-safe; the same settings and values give the same
 * interval at any number of threads.
 *
 * <p>With θ the statistic of the sample and θ* those of B resamples, {@link
 * IntervalMethod#PERCENTILE} at level 1 − 2α takes the quantiles α and 1 − α of θ*. {@link
 * IntervalMethod#BCA} takes the quantiles Φ(z0 + (z0 + z) / (1 − a·(z0 + z))) for z the normal
 * quantiles of α and 1 − α, where z0 = Φ⁻¹(share of θ* below θ, those equal counting half) and a =
 * Σ d³ / (6 (Σ d²)^1.5), d being the mean of the jackknife's values minus each of them. The
 * quantile q of B values is the q·(B + 1)-th of them in order, interpolated between neighbors.
 *
 * <p>Cost O(resamples · n) time; memory 8 bytes a resample and, for BCa, 8 bytes a value. 9,999
 * resamples of 100,000 values of equal weight take about 3 s on one core.
 *
 * @param method {@link IntervalMethod#PERCENTILE} or {@link IntervalMethod#BCA}
 * @param level the confidence, between 0 and 1
 * @param resampling how often to draw
 */
public record Bootstrap(IntervalMethod method, double level, Resampling resampling) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final double EQUAL = 1e-12;

  /** Validates. */
  public Bootstrap {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(resampling, "resampling");
    ConfidenceInterval.requireLevel(level);
    if (method == IntervalMethod.T) {
      throw new IllegalArgumentException(
          "method is T, which draws nothing; expected PERCENTILE or BCA, or use"
              + " ConfidenceInterval.student");
    }
  }

  /**
   * Returns the percentile bootstrap.
   *
   * @param level the confidence, between 0 and 1
   * @param seed decides the draws
   * @return 9,999 resamples on one thread
   */
  public static Bootstrap percentile(double level, long seed) {
    return new Bootstrap(IntervalMethod.PERCENTILE, level, Resampling.seeded(seed));
  }

  /**
   * Returns the bias-corrected and accelerated bootstrap.
   *
   * @param level the confidence, between 0 and 1
   * @param seed decides the draws
   * @return 9,999 resamples on one thread
   */
  public static Bootstrap bca(double level, long seed) {
    return new Bootstrap(IntervalMethod.BCA, level, Resampling.seeded(seed));
  }

  /**
   * {@return the interval of one recommender's mean over visitors; empty with fewer than two
   * visitors; of no width when all values are equal} Visitors without a value, or of weight 0, are
   * left out; where weights differ, visitors are drawn with their weights and the statistic is Σ
   * w·x / Σ w.
   *
   * @param values the values
   * @throws IllegalArgumentException when a value is infinite or a weight negative
   */
  public Optional<ConfidenceInterval> mean(UserValues values) {
    return SampleMean.of(values).bootstrapInterval(this);
  }

  /**
   * Returns the interval of a mean.
   *
   * @param values the values; NaN where there is none
   * @return as {@link #mean(UserValues)}
   */
  public Optional<ConfidenceInterval> mean(double[] values) {
    return mean(new UserValues(values, new double[0]));
  }

  /**
   * {@return the interval of any statistic of a sample; empty when {@code size} is below 2}
   *
   * @param size how many the sample has
   * @param statistic takes indices below {@code size}, one for each that was drawn (one fewer for
   *     BCa's jackknife), in an array it must neither keep nor change, and gives a finite number;
   *     asked by several threads at once when {@code resampling} has several
   * @throws IllegalArgumentException when the statistic is not finite
   */
  public Optional<ConfidenceInterval> statistic(int size, ToDoubleFunction<int[]> statistic) {
    if (size < 2) {
      return Optional.empty();
    }
    double[] resampled = ResampleLoop.draw(resampling, () -> resampledStatistic(size, statistic));
    int[] all = new int[size];
    Arrays.setAll(all, i -> i);
    double estimate = finite(statistic.applyAsDouble(all));
    return Optional.of(limits(resampled, estimate, () -> withoutOne(size, statistic)));
  }

  private static ToDoubleFunction<SplittableRandom> resampledStatistic(
      int size, ToDoubleFunction<int[]> statistic) {
    int[] drawn = new int[size];
    long biased = SampleMean.biased(size);
    return random -> {
      for (int i = 0; i < size; i++) {
        drawn[i] = SampleMean.index(random.nextLong() >>> 32, size, biased, random);
      }
      return finite(statistic.applyAsDouble(drawn));
    };
  }

  private static double[] withoutOne(int size, ToDoubleFunction<int[]> statistic) {
    double[] values = new double[size];
    int[] rest = new int[size - 1];
    for (int out = 0; out < size; out++) {
      int left = out;
      Arrays.setAll(rest, i -> i < left ? i : i + 1);
      values[out] = finite(statistic.applyAsDouble(rest));
    }
    return values;
  }

  private static double finite(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "statistic of a resample is " + value + ", expected a finite number of every sample");
    }
    return value;
  }

  /** Reads the limits off resampled values, which it sorts. */
  ConfidenceInterval limits(double[] resampled, double estimate, Supplier<double[]> withoutOne) {
    Arrays.sort(resampled);
    double tail = (1 - level) / 2;
    double low = tail;
    double high = 1 - tail;
    if (method == IntervalMethod.BCA) {
      double bias = bias(resampled, estimate);
      double acceleration = acceleration(withoutOne.get());
      double z = NORMAL.inverseCumulativeProbability(tail);
      low = corrected(bias, acceleration, z);
      high = corrected(bias, acceleration, -z);
    }
    return new ConfidenceInterval(
        quantile(resampled, low), quantile(resampled, high), level, method);
  }

  private static double bias(double[] sorted, double estimate) {
    double tolerance = EQUAL * Math.max(Math.abs(sorted[0]), Math.abs(sorted[sorted.length - 1]));
    double below = 0;
    for (double value : sorted) {
      below += value < estimate - tolerance ? 1 : value <= estimate + tolerance ? .5 : 0;
    }
    double count = sorted.length;
    double share = Math.max(1 / (count + 1), Math.min(count / (count + 1), below / count));
    return NORMAL.inverseCumulativeProbability(share);
  }

  private static double acceleration(double[] withoutOne) {
    double mean = Arrays.stream(withoutOne).average().orElseThrow();
    double squares = 0;
    double cubes = 0;
    for (double value : withoutOne) {
      double d = mean - value;
      squares += d * d;
      cubes += d * d * d;
    }
    double acceleration = cubes / (6 * Math.pow(squares, 1.5));
    return Double.isFinite(acceleration) ? acceleration : 0;
  }

  private static double corrected(double bias, double acceleration, double z) {
    double shifted = bias + z;
    double shrink = 1 - acceleration * shifted;
    if (shrink <= 0) {
      return shifted > 0 ? 1 : 0;
    }
    return NORMAL.cumulativeProbability(bias + shifted / shrink);
  }

  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length + 1);
    if (place <= 1) {
      return sorted[0];
    }
    if (place >= sorted.length) {
      return sorted[sorted.length - 1];
    }
    int below = (int) place;
    double fraction = place - below;
    return sorted[below - 1] + fraction * (sorted[below] - sorted[below - 1]);
  }
}
