package io.artrec.eval.statistics;

import io.artrec.eval.metric.UserValues;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The mean of values, Σ w·x / Σ w, and how it would vary from sample to sample. Values of weight 0
 * must have been left out.
 */
final class SampleMean {
  private static final long LOW_WORD = 0xFFFFFFFFL;

  private final double[] values;
  private final double[] weights;

  /** Takes the arrays over; {@code weights} is empty when all count the same. */
  SampleMean(double[] values, double[] weights) {
    this.values = values;
    this.weights = equal(weights) ? new double[0] : weights;
  }

  static SampleMean of(UserValues values) {
    double[] present = new double[values.count()];
    double[] weights = new double[present.length];
    int count = 0;
    for (int user = 0; user < values.size(); user++) {
      double weight = requireWeight(values.weight(user), user);
      if (weight > 0) {
        present[count] = requireFinite(values.get(user).getAsDouble(), user);
        weights[count++] = weight;
      }
    }
    return new SampleMean(Arrays.copyOf(present, count), Arrays.copyOf(weights, count));
  }

  static double requireFinite(double value, int user) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "value of visitor " + user + " is " + value + ", expected a finite number");
    }
    return value;
  }

  static double requireWeight(double weight, int user) {
    if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "weight of visitor " + user + " is " + weight + ", expected a finite number from 0");
    }
    return weight;
  }

  private static boolean equal(double[] numbers) {
    return Arrays.stream(numbers).allMatch(number -> number == numbers[0]);
  }

  int size() {
    return values.length;
  }

  double[] values() {
    return values.clone();
  }

  /** Tells whether nothing varies. */
  boolean constant() {
    return equal(values);
  }

  OptionalDouble mean() {
    return values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(meanOfSome());
  }

  private double meanOfSome() {
    double sum = 0;
    double whole = 0;
    for (int i = 0; i < values.length; i++) {
      sum += weight(i) * values[i];
      whole += weight(i);
    }
    return sum / whole;
  }

  private double weight(int i) {
    return weights.length == 0 ? 1 : weights[i];
  }

  private double meanWeight() {
    return Arrays.stream(weights).average().orElse(1);
  }

  /** Returns w·x / w̄, whose plain mean is the mean. */
  double[] contributions() {
    if (weights.length == 0) {
      return values.clone();
    }
    double[] contributions = new double[values.length];
    double meanWeight = meanWeight();
    for (int i = 0; i < values.length; i++) {
      contributions[i] = weights[i] * values[i] / meanWeight;
    }
    return contributions;
  }

  /**
   * Returns m + w·(x − m) / w̄: the plain mean is m, the plain standard error that of the ratio.
   */
  double[] linearized() {
    if (weights.length == 0) {
      return values.clone();
    }
    double mean = meanOfSome();
    double meanWeight = meanWeight();
    double[] linearized = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      linearized[i] = mean + weights[i] * (values[i] - mean) / meanWeight;
    }
    return linearized;
  }

  /** Returns the standard deviation, n − 1 in the denominator, of {@link #linearized()}. */
  double deviation() {
    if (constant()) {
      return 0;
    }
    double mean = meanOfSome();
    double squares = 0;
    for (double value : linearized()) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (values.length - 1));
  }

  Optional<ConfidenceInterval> studentInterval(double level) {
    int count = values.length;
    if (count < 2) {
      return Optional.empty();
    }
    double quantile = TDistribution.of(count - 1).inverseSurvivalProbability((1 - level) / 2);
    double half = quantile * deviation() / Math.sqrt(count);
    double mean = meanOfSome();
    return Optional.of(new ConfidenceInterval(mean - half, mean + half, level, IntervalMethod.T));
  }

  Optional<ConfidenceInterval> bootstrapInterval(Bootstrap bootstrap) {
    if (values.length < 2) {
      return Optional.empty();
    }
    double mean = meanOfSome();
    if (constant()) {
      IntervalMethod method = bootstrap.method();
      return Optional.of(new ConfidenceInterval(mean, mean, bootstrap.level(), method));
    }
    double[] resampled = ResampleLoop.draw(bootstrap.resampling(), () -> resampledMean());
    return Optional.of(bootstrap.limits(resampled, mean, this::withoutOne));
  }

  /** Returns the means that remain when each value in turn is left out. */
  private double[] withoutOne() {
    double sum = 0;
    double whole = 0;
    for (int i = 0; i < values.length; i++) {
      sum += weight(i) * values[i];
      whole += weight(i);
    }
    double[] means = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      means[i] = (sum - weight(i) * values[i]) / (whole - weight(i));
    }
    return means;
  }

  private ToDoubleFunction<SplittableRandom> resampledMean() {
    return weights.length == 0 ? this::drawPlain : this::drawWeighted;
  }

  private double drawPlain(SplittableRandom random) {
    double[] from = values;
    int size = from.length;
    long biased = biased(size);
    double even = 0;
    double odd = 0;
    int drawn = 0;
    for (; drawn + 1 < size; drawn += 2) {
      long bits = random.nextLong();
      even += from[index(bits >>> 32, size, biased, random)];
      odd += from[index(bits & LOW_WORD, size, biased, random)];
    }
    if (drawn < size) {
      odd += from[index(random.nextLong() >>> 32, size, biased, random)];
    }
    return (even + odd) / size;
  }

  private double drawWeighted(SplittableRandom random) {
    int size = values.length;
    long biased = biased(size);
    double sum = 0;
    double whole = 0;
    for (int drawn = 0; drawn < size; drawn++) {
      int i = index(random.nextLong() >>> 32, size, biased, random);
      sum += weights[i] * values[i];
      whole += weights[i];
    }
    return sum / whole;
  }

  /** Returns 2^32 mod size: below it, the low word of a product would favor some indices. */
  static long biased(int size) {
    return (1L << 32) % size;
  }

  /** Lemire, Fast Random Integer Generation in an Interval, 2019: every index is as likely. */
  static int index(long word, int size, long biased, SplittableRandom random) {
    long product = word * size;
    while ((product & LOW_WORD) < biased) {
      product = (random.nextLong() >>> 32) * size;
    }
    return (int) (product >>> 32);
  }
}
